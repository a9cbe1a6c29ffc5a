import type { DocumentBlock, DocumentText } from '../../core/documents/document.ts';
import { type ExportCell, type ExportColumn, type ExportTable, isNumeric } from '../../core/export/table.ts';
import { decimalOf } from '../../core/measurement/decimal.ts';
import { choiceWord } from '../report-view.ts';
import type { DocumentContent } from './content.ts';

/** A table of a document: the wanted columns in their order, all where none is named; cells as people read them. */
export function tableBlock(
  { label, columns, rows }: ExportTable,
  wanted: readonly string[],
  content: DocumentContent,
): DocumentBlock {
  const { language } = content.view;
  const places =
    wanted.length === 0
      ? columns.map((_, place) => place)
      : wanted.map((key) => columns.findIndex((column) => column.key === key));
  const known = places.filter((place) => place >= 0);
  return {
    kind: 'table',
    caption: label[language],
    columns: known.map((place) => {
      const column = columns[place] as ExportColumn;
      return { title: column.label[language], isNumeric: isNumeric(column.type) };
    }),
    rows: rows.map((row) =>
      known.map((place) => cellText(row[place] ?? null, columns[place] as ExportColumn, content)),
    ),
  };
}

function cellText(cell: ExportCell, column: ExportColumn, content: DocumentContent): DocumentText {
  const { view, words } = content;
  const { figures } = view;
  const ours = (text: string): DocumentText => [{ text, from: 'document' }];
  // An empty cell is told by a dash: whole tables of "not recorded" can't be read.
  if (cell === null) return [{ text: '–', from: 'nobody' }];
  if (typeof cell === 'boolean') return ours(cell ? words.yes : words.no);
  switch (column.type) {
    case 'number':
      return ours(figures.number(decimalOf(cell)));
    case 'money':
      return ours(figures.money(decimalOf(cell)));
    case 'share':
      return ours(figures.percent(decimalOf(cell)));
    case 'date':
      return ours(figures.date(cell));
    case 'choice':
      return ours(choiceWord(cell, view));
    case 'reference':
      return [{ text: nameOf(cell, column.refers ?? [], content), from: 'files' }];
    default:
      return [{ text: cell, from: 'files' }];
  }
}

const namingColumns = ['name', 'title', 'text', 'item'];

/** What an id is called in the table that it refers to. */
function nameOf(id: string, refers: readonly string[], { tables, view }: DocumentContent): string {
  for (const name of refers) {
    const table = tables.get(name);
    if (table === undefined) continue;
    const idAt = table.columns.findIndex(({ key }) => key === 'id');
    const nameAt = table.columns.findIndex(({ key }) => namingColumns.includes(key));
    const found = table.rows.find((row) => row[idAt] === id)?.[nameAt];
    if (typeof found === 'string') return found;
  }
  return choiceWord(id, view);
}
