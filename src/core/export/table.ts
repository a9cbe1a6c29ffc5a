import type { Bilingual } from '../problem.ts';

/**
 * What a column holds. A `link` is an address of the web or of mail, a `choice` is one of the words of the format, a `share` a number of which 1 is the
 * whole, `money` a number in the partnership's currency, a `reference` the id of an entry of another table.
 */
export type ColumnType =
  | 'text'
  | 'link'
  | 'choice'
  | 'date'
  | 'number'
  | 'money'
  | 'share'
  | 'flag'
  | 'reference';

/** A column: its name for programs, which no language changes, and its title for people. */
export interface ExportColumn {
  readonly key: string;
  readonly label: Bilingual;
  readonly type: ColumnType;
  /** The tables whose entries a reference may name. */
  readonly refers?: readonly string[] | undefined;
  /** What people call the words of a `choice`, where a model declares them. */
  readonly choiceLabels?: Readonly<Record<string, Bilingual>> | undefined;
  /** The rows in which its number is a share: a figure of a metric is of the metric's form. */
  readonly isShareIn?: ((row: readonly ExportCell[]) => boolean) | undefined;
}

/** What a column holds in one row. */
export function typeIn({ type, isShareIn }: ExportColumn, row: readonly ExportCell[]): ColumnType {
  return isShareIn?.(row) === true ? 'share' : type;
}

/** Says whether a column's cells are digits of a number. */
export function isNumeric(type: ColumnType | undefined): boolean {
  return type === 'number' || type === 'money' || type === 'share';
}

/** One value: of a number or share its exact digits, of a day `YYYY-MM-DD`; null where nothing is recorded. */
export type ExportCell = string | boolean | null;

/** Rows of one kind out of a partnership, in the order of its files. */
export interface ExportTable {
  readonly name: string;
  readonly label: Bilingual;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** The section that its rows are entries of; undefined of a table that is put together by hand. */
  readonly section?: string;
  /** The column by which people know a row, where no column has one of the usual names. */
  readonly namedBy?: string | undefined;
}

/** How one column gets its value out of what a row stands for. */
export interface ColumnOf<T> extends ExportColumn {
  readonly cell: (row: T) => ExportCell;
}

/** A column of a table that is put together by hand. */
export function column<T>(
  key: string,
  type: ColumnType,
  label: Bilingual,
  cell: (row: T) => ExportCell,
): ColumnOf<T> {
  return { key, type, label, cell };
}

/** A table with a row for each of some values. */
export function tableOf<T>(
  name: string,
  label: Bilingual,
  columns: readonly ColumnOf<T>[],
  values: readonly T[],
): ExportTable {
  return {
    name,
    label,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: values.map((value) => columns.map(({ cell }) => cell(value))),
  };
}
