import type { DocumentBlock, DocumentText } from '../../core/documents/document.ts';
import type { TemplateColumn } from '../../core/documents/template.ts';
import {
  type ExportCell,
  type ExportColumn,
  type ExportTable,
  isNumeric,
  typeIn,
} from '../../core/export/table.ts';
import { choiceLabel, labelIn } from '../../core/language.ts';
import { decimalOf } from '../../core/measurement/decimal.ts';
import { choiceWord, flagWord } from '../report-view.ts';
import type { DocumentContent } from './content.ts';

/** A table of a document: the wanted columns in their order, all where none is named; cells as people read them. */
export function tableBlock(
  { label, columns, rows }: ExportTable,
  wanted: readonly TemplateColumn[],
  content: DocumentContent,
): DocumentBlock {
  const { textLanguage } = content.view;
  const chosen =
    wanted.length === 0
      ? columns.map((column, place) => ({ column, place, title: labelIn(column.label, textLanguage) }))
      : wanted.flatMap(({ name, title }) => {
          const place = columns.findIndex(({ key }) => key === name);
          const column = columns[place];
          return column === undefined
            ? []
            : [{ column, place, title: title ?? labelIn(column.label, textLanguage) }];
        });
  return {
    kind: 'table',
    caption: labelIn(label, textLanguage),
    columns: chosen.map(({ column, title }) => ({ title, isNumeric: isNumeric(column.type) })),
    rows: rows.map((row) =>
      chosen.map(({ column, place }) =>
        cellText(row[place] ?? null, { ...column, type: typeIn(column, row) }, content),
      ),
    ),
  };
}

function cellText(cell: ExportCell, column: ExportColumn, content: DocumentContent): DocumentText {
  const { view } = content;
  const { figures } = view;
  const ours = (text: string): DocumentText => [{ text, from: 'document' }];
  // An empty cell is told by a dash: whole tables of "not recorded" can't be read.
  if (cell === null) return [{ text: '–', from: 'nobody' }];
  if (typeof cell === 'boolean') return ours(flagWord(cell, view));
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
      return choiceText(cell, column, content);
    case 'reference':
      return [{ text: nameOf(cell, column.refers ?? [], content), from: 'files' }];
    default:
      return [{ text: cell, from: 'files' }];
  }
}

// What a model declares is theirs as much as what stands in the files.
function choiceText(word: string, { choiceLabels }: ExportColumn, { view }: DocumentContent): DocumentText {
  const label = choiceLabel(choiceLabels, word, view.textLanguage);
  return label === undefined
    ? [{ text: choiceWord(word, view), from: 'document' }]
    : [{ text: label, from: 'files' }];
}

const namingColumns = ['name', 'title', 'text', 'item'];

/** What an id is called in the table that it refers to. */
function nameOf(id: string, refers: readonly string[], { tables, view }: DocumentContent): string {
  for (const name of refers) {
    const table = tables.get(name);
    if (table === undefined) continue;
    const idAt = table.columns.findIndex(({ key }) => key === 'id');
    const nameAt = table.columns.findIndex(({ key }) =>
      table.namedBy === undefined ? namingColumns.includes(key) : key === table.namedBy,
    );
    const found = table.rows.find((row) => row[idAt] === id)?.[nameAt];
    if (typeof found === 'string') return found;
  }
  return choiceWord(id, view);
}
