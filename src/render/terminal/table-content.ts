import type { Printable } from '../printable.ts';
import type { Segment } from './styled-line.ts';

/**
 * A column. `align` is meant in reading direction: in Hebrew the start is at the right; figures
 * (`number`) have their units below each other in every language. `flexible` columns wrap when space
 * is short, down to `minWidth` (12 unless told); when that is not enough, the column with the highest
 * `droppable` (from 1) falls away first. One without it always stays.
 */
export interface Column {
  readonly header: Printable;
  readonly align?: 'start' | 'end' | 'number';
  readonly flexible?: true;
  readonly minWidth?: number;
  readonly droppable?: number;
}

/** A cell: one line of text with one look, isolated from its neighbours. */
export type Cell = Pick<Segment, 'text' | 'style' | 'ltr'>;

/** A table in reading order: the first column is the one read first, whatever the direction. */
export interface TableContent {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
