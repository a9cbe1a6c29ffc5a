import type { Organisation } from '../../../core/portfolio/organisation.ts';
import { nameOf, type PortfolioView } from '../../portfolio-view.ts';
import { printable, trusted } from '../../printable.ts';
import type { Page } from '../page.ts';
import type { Cell, Column } from '../table-content.ts';

/** What one organisation gives where, its own share, and what the others add. */
export function showOrganisation(page: Page, { rows, totals }: Organisation, view: PortfolioView): void {
  const { words, figures, reportWords } = view;
  page.blank();
  const given = rows.map(({ row, partner, own, others, share }): Cell[] => {
    const money = view.moneyOf(row.currency);
    const relationship = partner.relationship ?? '';
    const tie = partner.left === null ? relationship : words.leftPartner(figures.date(partner.left));
    return [
      { text: printable(nameOf(row)), style: 'strong' },
      { text: printable(reportWords.relationships[tie] ?? tie), style: 'muted' },
      { text: trusted(money(own.total)) },
      { text: trusted(money(others.total)) },
      { text: trusted(money(others.leveraged)) },
      { text: trusted(share === null ? '' : figures.percent(share)) },
    ];
  });
  const sums = totals.map(({ currency, own, others, share }): Cell[] => {
    const money = view.moneyOf(currency);
    return [
      { text: printable(`${words.total}${totals.length > 1 ? ` ${currency ?? words.noCurrency}` : ''}`) },
      { text: trusted('') },
      { text: trusted(money(own.total)), style: 'strong' },
      { text: trusted(money(others.total)), style: 'strong' },
      { text: trusted(money(others.leveraged)), style: 'strong' },
      { text: trusted(share === null ? '' : figures.percent(share)), style: 'strong' },
    ];
  });
  page.table({ columns: columns(view), rows: [...given, ...sums] });
}

function columns({ words }: PortfolioView): Column[] {
  const { partnership, relationship, own, others, leveraged, share } = words.columns;
  return [
    { header: trusted(partnership), flexible: true, minWidth: 14 },
    { header: trusted(relationship), droppable: 1 },
    { header: trusted(own), align: 'number' },
    { header: trusted(others), align: 'number' },
    { header: trusted(leveraged), align: 'number', droppable: 2 },
    { header: trusted(share), align: 'number' },
  ];
}
