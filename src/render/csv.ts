import { type CellText, cellText } from './escape/cell.ts';
import { printable } from './printable.ts';

declare const lineBrand: unique symbol;

/** A line of CSV with its line end. */
export type CsvLine = string & { readonly [lineBrand]: true };

/** A value for a cell: figures and days as they are, texts defused for spreadsheets. */
export interface CsvCell {
  readonly value: string | null;
  /** A text that people wrote: one that begins like a formula is defused; a figure is never touched. */
  readonly isText: boolean;
}

/** A line of CSV (RFC 4180) out of its cells; nothing recorded is an empty one. */
export function csvLine(cells: readonly CsvCell[]): CsvLine {
  return `${cells.map(field).join(',')}\r\n` as CsvLine;
}

function field({ value, isText }: CsvCell): string {
  if (value === null) return '';
  const text: CellText | string = isText ? cellText(printable(value)) : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
