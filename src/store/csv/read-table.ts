import type { OffsetProblem } from '../../core/problem.ts';
import { columnNames } from '../../core/recording/columns.ts';
import { type Cell, cellProblem, type Rows } from '../../core/recording/table.ts';
import { decodeText } from '../yaml/decode.ts';
import { maxFileBytes } from '../yaml/limits.ts';
import { emptyProblemList, reportedProblems } from '../yaml/problem-list.ts';
import { type LocatedCells, locateCells, tableOptions } from './locate-cells.ts';

/** A table as it was read; where there are problems, `rows` may be only a part of it. */
export interface TableReading {
  readonly text: string;
  readonly rows: Rows;
  readonly problems: readonly OffsetProblem[];
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
const codesOfTables: Readonly<Record<string, OffsetProblem['code']>> = {
  'not-utf8': 'table-encoding',
  'file-too-large': 'table-too-large',
};

/**
 * Splits a text into cells. The parser is quick where nobody asks it for places, so those are looked
 * for only when a cell's place is wanted, or when the text is not well quoted.
 */
async function splitCells(text: string): Promise<Omit<TableReading, 'text'>> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const separator = separatorOf(text);
  try {
    const rows = parse(text, tableOptions(separator)) as unknown as string[][];
    let located: LocatedCells | undefined;
    const locate = () => {
      located ??= locateCells(text, separator, parse);
      return located.rows;
    };
    return sized(rows.map((row, index) => row.map((cell, column) => lateCell(cell, index, column, locate))));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { rows, problems } = locateCells(text, separator, parse);
    return problems.length > 0 ? { rows, problems } : sized(rows);
  }
}

function lateCell(text: string, row: number, column: number, locate: () => Rows): Cell {
  return {
    text,
    get at() {
      return locate()[row]?.[column]?.at ?? 0;
    },
  };
}

function sized(all: Rows): Omit<TableReading, 'text'> {
  const rows = all.filter((row) => row.some((cell) => cell.text.trim() !== ''));
  return { rows, problems: wrongSize(rows) };
}

function wrongSize(rows: Rows): OffsetProblem[] {
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
