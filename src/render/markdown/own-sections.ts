import type { ReportOwnSection } from '../../core/report/own-sections.ts';
import { inline, linkTo, type Markdown, markdown, markdownTable, plain } from '../escape/markdown.ts';
import { type OwnCell, ownCell, ownColumns, ownTitle } from '../own-sections.ts';
import type { ReportView } from '../report-view.ts';
import type { MarkdownPart } from './report.ts';

/** The sections that the model declares, each under its title. */
export function ownSections(view: ReportView): MarkdownPart[] {
  return view.report.ownSections.map((own) => ({ title: ownTitle(own, view), body: bodyOf(own, view) }));
}

function bodyOf(own: ReportOwnSection, view: ReportView): string[] {
  const { rows } = own.table;
  const columns = ownColumns(own, view);
  const cellsOf = (row: (typeof rows)[number]) =>
    columns.map(({ column, place }) => shown(ownCell(row[place] ?? null, column, own, view)));
  const [first] = rows;
  if (first === undefined) return [inline(view.words.notRecorded)];
  if (own.form === 'mapping') {
    const cells = cellsOf(first);
    return [
      columns
        .map(({ title }, index) => markdown`- ${inline(title)}: ${cells[index] ?? plain('–')}`)
        .join('\n'),
    ];
  }
  return [
    markdownTable(
      columns.map(({ title }) => inline(title)),
      rows.map(cellsOf),
    ),
  ];
}

function shown(cell: OwnCell): Markdown {
  if (cell === null) return plain('–');
  if (cell.kind === 'address') return linkTo(cell.text);
  return cell.kind === 'words' ? inline(cell.text) : plain(cell.text);
}
