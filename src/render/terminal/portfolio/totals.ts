import type { CurrencyInputs, PortfolioTotals } from '../../../core/portfolio/totals.ts';
import { type PortfolioView, titleIn } from '../../portfolio-view.ts';
import { printable, trusted } from '../../printable.ts';
import { isolated } from '../bidi.ts';
import type { Page } from '../page.ts';
import type { Segment } from '../styled-line.ts';
import type { Cell, Column } from '../table-content.ts';

/** What all rows come to: by stage, by state, inputs by currency and type, people reached. */
export function showTotals(page: Page, view: PortfolioView): void {
  const { portfolio, words, figures } = view;
  const { totals } = portfolio;
  page.blank();
  page.heading(trusted(words.sections.totals));
  counts(
    page,
    words.sections.byStage,
    totals.byStage.map(({ stage, number, count }) => [
      words.stage(number, titleIn(stage.title, view)),
      count,
    ]),
  );
  counts(
    page,
    words.sections.byState,
    totals.byState.map(({ state, count }) => [words.states[state], count]),
  );
  if (totals.reached !== null) {
    page.paragraph([
      { text: trusted(words.reached(figures.number(totals.reached))), style: 'strong' },
      { text: trusted(totals.count > 1 ? ` (${words.reachedNote})` : ''), style: 'muted' },
    ]);
  }
  const given = totals.inputs.filter(({ inputs }) => !inputs.total.eq(0) || !inputs.leveraged.eq(0));
  if (given.length === 0) return;
  page.blank();
  page.paragraph([{ text: trusted(words.sections.inputs), style: 'muted' }]);
  page.table({ columns: inputColumns(view), rows: given.map((one) => inputCells(one, view)) });
}

/** What a group comes to, in one line below it. */
export function groupLine(page: Page, totals: PortfolioTotals, view: PortfolioView): void {
  const { words, figures, moneyOf } = view;
  const facts = [
    ...totals.inputs
      .filter(({ inputs }) => !inputs.total.eq(0))
      .map(({ currency, inputs }) => moneyOf(currency)(inputs.total)),
    ...(totals.reached === null ? [] : [words.reached(figures.number(totals.reached))]),
  ];
  if (facts.length === 0) return;
  const told = facts.map((fact) => isolated(trusted(fact))).join(' · ');
  page.paragraph([{ text: trusted(`${words.total}: ${told}`), style: 'muted' }]);
}

function counts(page: Page, title: string, parts: readonly (readonly [string, number])[]): void {
  if (parts.length === 0) return;
  const told = parts.flatMap(([name, count], index): Segment[] => [
    { text: trusted(`${index === 0 ? '' : ' · '}${isolated(printable(name))} `) },
    { text: trusted(String(count)), style: 'strong' },
  ]);
  page.paragraph([{ text: trusted(`${title}: `), style: 'muted' }, ...told]);
}

function inputColumns({ words, reportWords }: PortfolioView): Column[] {
  const { types } = reportWords;
  const number = (header: string, droppable?: number): Column => ({
    header: trusted(header),
    align: 'number',
    ...(droppable === undefined ? {} : { droppable }),
  });
  return [
    { header: trusted(words.columns.currency) },
    number(types.cash, 3),
    number(types.time, 3),
    number(types.in_kind, 3),
    number(types.management, 3),
    number(words.total),
    number(words.columns.leveraged, 1),
    number(words.columns.hours, 2),
    number(words.columns.partnerships, 4),
  ];
}

function inputCells({ currency, inputs, partnerships }: CurrencyInputs, view: PortfolioView): Cell[] {
  const money = view.moneyOf(currency);
  const { cash, time, inKind, management, total, leveraged, hours } = inputs;
  return [
    { text: printable(currency ?? view.words.noCurrency), style: 'muted' },
    ...[cash, time, inKind, management].map((amount): Cell => ({ text: trusted(money(amount)) })),
    { text: trusted(money(total)), style: 'strong' },
    { text: trusted(money(leveraged)) },
    { text: trusted(view.figures.number(hours)) },
    { text: trusted(String(partnerships)), style: 'muted' },
  ];
}
