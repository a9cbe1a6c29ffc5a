import { columnNames } from '../../core/recording/columns.ts';
import { type Cell, type CellProblem, cellProblem, type Rows } from '../../core/recording/table.ts';
import { decodeText } from '../yaml/decode.ts';
import { maxFileBytes } from '../yaml/limits.ts';
import { emptyProblemList, reportedProblems } from '../yaml/problem-list.ts';

/** A table as it was read; where there are problems, `rows` may be only a part of it. */
export interface TableReading {
  readonly text: string;
  readonly rows: Rows;
  readonly problems: readonly CellProblem[];
}

// The observations of a stage file that is still read (1 MiB) are fewer than this.
const maxRows = 20_000;

const separators = [',', ';', '\t'] as const;

/**
 * Reads a table of text: UTF-8 with or without a BOM, at most 1 MiB and 20,000 rows, cells between
 * commas, semicolons or tabs, whichever the first line has. Every cell knows where it begins. Problems:
 * `table-encoding`, `table-too-large`, `table-too-long`, `table-empty`, `table-quote` and those of
 * characters and merges that files can have.
 */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  const found = emptyProblemList();
  const { text, readable } = decodeText(bytes, found);
  const problems = reportedProblems(found)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, start, params }) => ({ code: codesOfTables[code] ?? code, at: start, params }));
  if (!readable || problems.length > 0) return { text, rows: [], problems };
  return { text, ...(await splitCells(text)) };
}

/** The largest table that is read, in bytes. */
export const largestTable = maxFileBytes;

/** The problem of a table that is larger than one that is read. */
export function tooLargeTable(): TableReading {
  const params = { most: maxFileBytes };
  return { text: '', rows: [], problems: [{ code: 'table-too-large', at: 0, params }] };
}

// A table comes out of a spreadsheet, and what to do about these is something else there.
const codesOfTables: Readonly<Record<string, CellProblem['code']>> = {
  'not-utf8': 'table-encoding',
  'file-too-large': 'table-too-large',
};

async function splitCells(text: string): Promise<Omit<TableReading, 'text'>> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const reader = createCellReader(text);
  try {
    parse(text, {
      delimiter: separatorOf(text),
      record_delimiter: ['\n', '\r\n'],
      relax_column_count: true,
      // Hebrew abbreviations have a quote inside (בע"מ); quotes that are wrong are told of below.
      relax_quotes: true,
      skip_empty_lines: true,
      cast: (value, { bytes, index, quoting }) => reader.take(value, { end: bytes, index, quoting }),
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    return { rows: [], problems: [cellProblem('table-quote', { at: reader.next() })] };
  }
  const rows = reader.rows.filter((row) => row.some((cell) => cell.text.trim() !== ''));
  return { rows, problems: [...reader.problems, ...wrongSize(rows)] };
}

function wrongSize(rows: Rows): CellProblem[] {
  if (rows.length < 2) return [cellProblem('table-empty', { at: 0 })];
  const beyond = rows[maxRows + 1]?.[0];
  if (beyond === undefined) return [];
  return [cellProblem('table-too-long', beyond, { rows: rows.length - 1, most: maxRows })];
}

/** The separator under which most of the first line's cells are names of columns. */
function separatorOf(text: string): string {
  const line = /^\s*(.*)/.exec(text)?.[1] ?? '';
  const names = columnNames();
  const score = (separator: string) => {
    const cells = line.split(separator).map((cell) => cell.replace(/^\s*"?|"?\s*$/g, '').toLowerCase());
    return cells.filter((cell) => names.has(cell)).length * 1000 + cells.length;
  };
  return [...separators].sort((a, b) => score(b) - score(a))[0] ?? ',';
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
  const problems: CellProblem[] = [];
  let doneBytes = 0;
  let done = 0;
  const next = () => {
    if (done === 0) return 0;
    return text[done] === '\r' || text[done] === '\n' ? pastLineEnds(text, done) : done + 1;
  };
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
