import type { ExportCell, ExportColumn } from '../core/export/table.ts';
import { choiceLabel, labelIn } from '../core/language.ts';
import { decimalOf } from '../core/measurement/decimal.ts';
import { type ReportOwnSection, referenceKey } from '../core/report/own-sections.ts';
import { flagWord, type ReportView } from './report-view.ts';

/** A cell as people read it: words of theirs, an address of theirs, a day or figure of ours; or nothing. */
export type OwnCell =
  | { readonly kind: 'words' | 'address' | 'figure'; readonly text: string }
  | { readonly kind: 'day'; readonly text: string; readonly day: string }
  | null;

/** What people call a section that the model declares. */
export function ownTitle({ table }: ReportOwnSection, { textLanguage }: ReportView): string {
  return labelIn(table.label, textLanguage);
}

/** The columns that people want to see, with their titles and places: without the ids, which name entries to commands. */
export function ownColumns(
  { table }: ReportOwnSection,
  { textLanguage }: ReportView,
): { readonly column: ExportColumn; readonly title: string; readonly place: number }[] {
  const all = table.columns.map((column, place) => ({
    column,
    title: labelIn(column.label, textLanguage),
    place,
  }));
  // An entry without any text is known by its id alone.
  return table.namedBy === undefined ? all : all.filter(({ column }) => column.key !== 'id');
}

/** A cell of such a section in the reader's words. */
export function ownCell(
  cell: ExportCell,
  column: ExportColumn,
  { names }: ReportOwnSection,
  view: ReportView,
): OwnCell {
  const { figures, textLanguage } = view;
  if (cell === null) return null;
  if (typeof cell === 'boolean') return { kind: 'figure', text: flagWord(cell, view) };
  const figure = (text: string): OwnCell => ({ kind: 'figure', text });
  switch (column.type) {
    case 'number':
      return figure(figures.number(decimalOf(cell)));
    case 'money':
      return figure(figures.money(decimalOf(cell)));
    case 'share':
      return figure(figures.percent(decimalOf(cell)));
    case 'date':
      return { kind: 'day', text: figures.date(cell), day: cell };
    case 'link':
      return { kind: 'address', text: cell };
    case 'choice':
      return { kind: 'words', text: choiceLabel(column.choiceLabels, cell, textLanguage) ?? cell };
    case 'reference': {
      const found = (column.refers ?? []).map((section) => names.get(referenceKey(section, cell)));
      return { kind: 'words', text: found.find((name) => name !== undefined) ?? cell };
    }
    default:
      return { kind: 'words', text: cell };
  }
}
