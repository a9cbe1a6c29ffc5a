import { withoutMarks } from './bidi.ts';
import type { Cell, Column } from './table-content.ts';
import type { TextMetrics } from './width.ts';

/** A column that is shown: its place in the table as given, and the columns of text it gets: undefined for all it likes. */
export interface FittedColumn {
  readonly index: number;
  readonly width: number | undefined;
}

/** One blank at each side of every cell. */
const cellPadding = 2;

const narrowestFlexible = 12;

/**
 * Chooses the columns that fit into `available` terminal columns, blanks included: flexible columns
 * shrink first, the widest first; then columns marked `droppable` fall away, the highest number first.
 * Undefined where even that is not enough. Without a limit everything is as wide as it likes.
 */
export function fitColumns(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  available: number | undefined,
  metrics: TextMetrics,
): FittedColumn[] | undefined {
  if (available === undefined) return columns.map((_, index) => ({ index, width: undefined }));
  const natural = columns.map((column, index) =>
    [column.header, ...rows.map((row) => row[index]?.text ?? '')].reduce(
      (width, text) => Math.max(width, metrics.width(withoutMarks(text))),
      1,
    ),
  );
  let shown: readonly Candidate[] = columns.map((column, index) => ({
    column,
    index,
    width: natural[index] ?? 1,
  }));
  for (;;) {
    const fitted = shrink(shown, available);
    if (fitted !== undefined) return fitted;
    const last = Math.max(...shown.map(({ column }) => column.droppable ?? 0));
    if (last <= 0) return undefined;
    shown = shown.filter(({ column }) => (column.droppable ?? 0) < last);
  }
}

interface Candidate extends FittedColumn {
  readonly width: number;
  readonly column: Column;
}

function shrink(candidates: readonly Candidate[], available: number): FittedColumn[] | undefined {
  const widths = candidates.map(({ width }) => width);
  const least = candidates.map(({ column, width }) =>
    column.flexible ? Math.min(width, column.minWidth ?? narrowestFlexible) : width,
  );
  let excess = widths.reduce((sum, width) => sum + width + cellPadding, 0) - available;
  while (excess > 0) {
    let widest = -1;
    for (const [index, width] of widths.entries()) {
      if (width > (least[index] ?? 0) && width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest === -1) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return candidates.map(({ index }, place) => ({ index, width: widths[place] ?? 1 }));
}
