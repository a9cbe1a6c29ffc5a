import { heldInXml } from './xml.ts';

declare const cellBrand: unique symbol;

/** A text for a cell of CSV or XLSX that no spreadsheet takes for a formula. Quoting for CSV is the writer's. */
export type CellText = string & { readonly [cellBrand]: true };

// OWASP's list (CSV injection), and the full-width forms that spreadsheets take for the same signs. Blanks
// before them fall away in some programs.
const formulaStart = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * Defuses a foreign text for a spreadsheet: an apostrophe goes before one that begins like a formula. For
 * texts only: numbers are given to the writer as numbers, and are not touched.
 */
export function cellText(text: string): CellText {
  const clean = heldInXml(text);
  return (formulaStart.test(clean) ? `'${clean}` : clean) as CellText;
}
