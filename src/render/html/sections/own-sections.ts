import { isNumeric } from '../../../core/export/table.ts';
import type { ReportOwnSection } from '../../../core/report/own-sections.ts';
import { foreign, type Html, html, link } from '../../escape/html.ts';
import { type OwnCell, ownCell, ownColumns, ownTitle } from '../../own-sections.ts';
import type { ReportView } from '../../report-view.ts';
import { day, facts, figure, notRecorded, sectionTitled, table } from '../pieces.ts';

/** The sections that the model declares, each as a table of its entries or as terms with what is said of them. */
export function ownSections(view: ReportView): Html {
  return html`${view.report.ownSections.map((own) => part(own, view))}`;
}

function part(own: ReportOwnSection, view: ReportView): Html {
  const title = ownTitle(own, view);
  const { rows } = own.table;
  const columns = ownColumns(own, view);
  const cellsOf = (row: (typeof rows)[number]) =>
    columns.map(({ column, place }) => shown(ownCell(row[place] ?? null, column, own, view), view));
  const [first] = rows;
  const id = `own-${own.name}`;
  if (first === undefined) return sectionTitled(id, foreign(title), html`<p>${notRecorded(view)}</p>`);
  if (own.form === 'mapping') {
    const cells = cellsOf(first);
    const pairs = columns.map(({ title: term }, index) => [term, cells[index] ?? null] as const);
    return sectionTitled(id, foreign(title), facts(pairs));
  }
  const heads = columns.map(({ title: head, column }) =>
    isNumeric(column.type) ? { title: head, align: 'end' as const } : { title: head },
  );
  return sectionTitled(id, foreign(title), table(title, heads, rows.map(cellsOf)));
}

function shown(cell: OwnCell, view: ReportView): Html {
  if (cell === null) return html`<span class="none">–</span>`;
  if (cell.kind === 'day') return day(cell.day, view);
  if (cell.kind === 'figure') return figure(cell.text, view);
  return cell.kind === 'address'
    ? link(cell.text, html`<span class="path">${foreign(cell.text)}</span>`)
    : foreign(cell.text);
}
