import { nearest } from '../nearest.ts';
import type { Bilingual, OffsetProblem } from '../problem.ts';
import { observationFields } from './fields.ts';
import { type Cell, cellProblem } from './table.ts';

/** What a column of a table of observations can hold: a field of an observation. */
export type ColumnKey = 'metric' | 'on' | 'value' | 'num' | 'den' | 'source' | 'method' | 'by';

/** Which field each column of a table holds, in the order of the columns. */
export type Columns = readonly ColumnKey[];

/**
 * Reads the header of a table: the keys of an observation, or their labels in either language, in any
 * order and case. Needs a metric, a day (unless every row is of one day that was told), and a value or
 * a part with its whole. Problems: `unknown-column`, `repeated-column`, `missing-column`.
 */
export function readHeader(
  header: readonly Cell[],
  isDayTold: boolean,
): { readonly columns: Columns; readonly problems: readonly OffsetProblem[] } {
  const problems: OffsetProblem[] = [];
  const columns: ColumnKey[] = [];
  const names = namesOfColumns();
  for (const cell of header) {
    const key = names.get(plainName(cell.text));
    if (key === undefined) problems.push(unknownColumn(cell, [...names.keys()]));
    else if (columns.includes(key))
      problems.push(cellProblem('repeated-column', cell, { column: cell.text }));
    else columns.push(key);
  }
  const [first] = header;
  // A name that is not known may be one that is missing: then the first of the two says enough.
  if (problems.length > 0 || first === undefined) return { columns, problems };
  return { columns, problems: missing(columns, isDayTold).map((column) => missingColumn(column, first)) };
}

function unknownColumn(cell: Cell, names: readonly string[]): OffsetProblem {
  const meant = nearest(plainName(cell.text), names);
  return cellProblem('unknown-column', cell, {
    column: cell.text.trim(),
    known: {
      en: observationFields()
        .map(({ key }) => key)
        .join(', '),
      he: observationFields()
        .map(({ meta }) => meta.label.he)
        .join(', '),
    },
    ...(meant === undefined ? {} : { nearest: meant }),
  });
}

function missingColumn(column: ColumnKey, first: Cell): OffsetProblem {
  return cellProblem('missing-column', first, { column, label: labelOf(column) });
}

function missing(columns: Columns, isDayTold: boolean): ColumnKey[] {
  const has = (key: ColumnKey) => columns.includes(key);
  const figure: ColumnKey[] = has('num') || has('den') ? ['num', 'den'] : ['value'];
  const needed: ColumnKey[] = ['metric', ...(isDayTold ? [] : ['on' as const])];
  const isFigureGiven = figure.every(has) || (has('value') && !has('num') && !has('den'));
  return [...needed.filter((key) => !has(key)), ...(isFigureGiven ? [] : figure.filter((key) => !has(key)))];
}

/** Every name of a column, plain, with the field that it stands for. */
function namesOfColumns(): Map<string, ColumnKey> {
  return new Map(
    observationFields().flatMap(({ key, meta }) =>
      [key, meta.label.en, meta.label.he].map((name) => [plainName(name), key as ColumnKey]),
    ),
  );
}

// Spreadsheets and people differ in case, in blanks, and in marks of direction that nobody sees.
function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u200e\u200f\ufeff]/g, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The names of columns, to tell the separator of a table by. */
export function columnNames(): ReadonlySet<string> {
  return new Set(namesOfColumns().keys());
}

/** What a column is called, for people. */
export function labelOf(column: ColumnKey): Bilingual {
  const label = observationFields().find(({ key }) => key === column)?.meta.label;
  return label ?? { en: column, he: column };
}
