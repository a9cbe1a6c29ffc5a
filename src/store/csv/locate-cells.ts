import type { parse } from 'csv-parse/sync';
import type { OffsetProblem } from '../../core/problem.ts';
import { type Cell, cellProblem, type Rows } from '../../core/recording/table.ts';

/** The cells of a table with their places; where there are problems, the rows may be only a part. */
export interface LocatedCells {
  readonly rows: Rows;
  readonly problems: readonly OffsetProblem[];
}

/** How the parser is to split a table; quotes are held to the rules. */
export function tableOptions(separator: string) {
  return {
    delimiter: separator,
    record_delimiter: ['\n', '\r\n'],
    relax_column_count: true,
    skip_empty_lines: true,
  };
}

/**
 * Splits a table and finds where each cell begins. A quote inside a cell without quotes stands for
 * itself, as Hebrew abbreviations have one (בע"מ). Problem: `table-quote`, for each cell whose quotes
 * are not right.
 */
export function locateCells(text: string, separator: string, split: typeof parse): LocatedCells {
  const reader = createCellReader(text);
  try {
    split(text, {
      ...tableOptions(separator),
      relax_quotes: true,
      cast: (value, { bytes, index, quoting }) => reader.take(value, { end: bytes, index, quoting }),
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    return { rows: [], problems: [...reader.problems, cellProblem('table-quote', { at: reader.next() })] };
  }
  return { rows: reader.rows, problems: reader.problems };
}

interface Taken {
  /** The byte at which the cell ends. */
  readonly end: number;
  readonly index: number;
  readonly quoting: boolean;
}

/** Follows the parser through the text, since it tells where cells end in bytes and not where they begin. */
function createCellReader(text: string) {
  const bytes = Buffer.from(text);
  const rows: Cell[][] = [];
  const problems: OffsetProblem[] = [];
  let doneBytes = 0;
  let done = 0;
  const isAtLineEnd = () => text[done] === '\r' || text[done] === '\n';
  const next = () => (done === 0 || isAtLineEnd() ? pastLineEnds(text, done) : done + 1);
  const take = (value: string, { end, index, quoting }: Taken): string => {
    const start = index === 0 ? pastLineEnds(text, done) : done + 1;
    done += bytes.toString('utf8', doneBytes, end).length;
    doneBytes = end;
    const raw = text.slice(start, done);
    const at = quoting || raw.trim() === '' ? start : start + raw.length - raw.trimStart().length;
    if (index === 0) rows.push([]);
    rows.at(-1)?.push({ text: value, at });
    if (quoting ? !isWellQuoted(raw) : raw.trimStart().startsWith('"'))
      problems.push(cellProblem('table-quote', { at }));
    return value;
  };
  return { rows, problems, take, next };
}

function pastLineEnds(text: string, from: number): number {
  let at = from;
  while (text[at] === '\r' || text[at] === '\n') at += 1;
  return at;
}

function isWellQuoted(raw: string): boolean {
  return raw.length > 1 && raw.endsWith('"') && !raw.slice(1, -1).replaceAll('""', '').includes('"');
}
