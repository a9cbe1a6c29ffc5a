import { type CalendarDate, daysBetween } from '../../core/calendar-date.ts';
import { type ExportCell, type ExportColumn, type ExportTable, typeIn } from '../../core/export/table.ts';
import { choiceLabel, labelIn } from '../../core/language.ts';
import type { Language } from '../../core/schema/partnership.ts';
import { cellText } from '../escape/cell.ts';
import { printable } from '../printable.ts';
import { choiceWord, flagWord, type ReportView } from '../report-view.ts';

const widest = 60;

/**
 * Tables as a workbook (XLSX): a sheet each, with its titles in the reader's language, numbers that add up,
 * days that are days, and sheets from right to left in Hebrew.
 */
export async function workbook(tables: readonly ExportTable[], view: ReportView): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const { textLanguage } = view;
  const names = sheetNames(tables.map(({ label }) => labelIn(label, textLanguage)));
  const sheets = tables.map(({ columns, rows }, index) => ({
    sheet: names[index] ?? '',
    rightToLeft: view.direction === 'rtl',
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map((column, index) => ({ width: widthOf(column, index, rows, textLanguage) })),
    data: [
      columns.map(({ label: title }) => ({
        value: cellText(printable(labelIn(title, textLanguage))),
        ...headLook,
      })),
      ...rows.map((row) =>
        columns.map((column, index) =>
          cellOf(row[index] ?? null, { ...column, type: typeIn(column, row) }, view),
        ),
      ),
    ],
  }));
  return write(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBuffer();
}

// Excel's own bound on the name of a sheet.
const longestName = 31;

/** Names of sheets out of titles: without the signs that Excel forbids in them, and no two alike. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean =
      printable(title)
        .replace(/[[\]:*?/\\]|^'|'$/g, ' ')
        .trim() || '–';
    let name = clean.slice(0, longestName);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const end = ` ${count}`;
      name = `${clean.slice(0, longestName - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
const headLook = { fontWeight: 'bold', backgroundColor: '#DCE8EE', wrap: true } as const;
const dayFormats: Readonly<Record<Language, string>> = { en: 'd mmm yyyy', he: 'dd/mm/yyyy' };

function cellOf(cell: ExportCell, { type, choiceLabels }: ExportColumn, view: ReportView) {
  const { language, textLanguage } = view;
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { value: flagWord(cell, view) };
  if (type === 'number' || type === 'money')
    return { value: Number(cell), type: Number, format: '#,##0.##########' };
  if (type === 'share') return { value: Number(cell), type: Number, format: '0%' };
  if (type === 'date') return { value: serialDay(cell), type: Number, format: dayFormats[language] };
  const own = choiceLabel(choiceLabels, cell, textLanguage);
  const text = own ?? (type === 'choice' ? choiceWord(cell, view) : cell);
  return { value: cellText(printable(text)), wrap: text.length > widest, alignVertical: 'top' as const };
}

/** A day as spreadsheets count days: right from March 1900 on, before which Excel has a day too many. */
function serialDay(day: CalendarDate): number {
  return daysBetween('1899-12-30', day);
}

function widthOf(column: ExportColumn, index: number, rows: ExportTable['rows'], language: string): number {
  const { label, type } = column;
  // A share's digits are many, and shown as two.
  const lengths = rows.map((row) => (typeIn(column, row) === 'share' ? 6 : String(row[index] ?? '').length));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const least = type === 'date' ? 12 : 6;
  return Math.min(widest, Math.max(least, labelIn(label, language).length + 2, longest + 2));
}
