import { foreign, type Html, html, text } from '../../escape/html.ts';
import { inputTitles, type PortfolioView, titleIn } from '../../portfolio-view.ts';
import { section, table } from '../pieces.ts';
import { num } from './cells.ts';

/** The figures that whoever answers for a portfolio asks for first. */
export function tiles({ portfolio, words, figures }: PortfolioView, attention: number): Html {
  const { totals } = portfolio;
  const active = totals.byState.find(({ state }) => state === 'active')?.count ?? 0;
  return html`<dl class="tiles">${tile(words.states.active, String(active), null)}${tile(
    words.needAttention,
    String(attention),
    null,
  )}${tile(words.overdue, String(totals.overdue), null)}${
    totals.reached === null
      ? null
      : tile(words.reachedTitle, figures.number(totals.reached), totals.count > 1 ? words.reachedNote : null)
  }</dl>`;
}

function tile(label: string, value: string, note: string | null): Html {
  return html`
<div><dt>${text(label)}</dt>
<dd><span class="figure num">${text(value)}</span>${
    note === null ? null : html`<span class="note">${text(note)}</span>`
  }</dd></div>`;
}

/** How many partnerships are in which stage and state. */
export function counts(view: PortfolioView): Html {
  const { portfolio, words } = view;
  const { byStage, byState } = portfolio.totals;
  const counted = (title: string, rows: readonly (readonly [string, number])[]) =>
    rows.length === 0
      ? null
      : html`<div>${table(
          title,
          [{ title }, { title: words.columns.partnerships, align: 'end' as const }],
          rows.map(([name, count]) => [foreign(name), num(String(count))]),
        )}</div>`;
  return section(
    'counts',
    words.sections.totals,
    html`<div class="pair">${counted(
      words.sections.byStage,
      byStage.map(({ stage, number, count }) => [words.stage(number, titleIn(stage.title, view)), count]),
    )}${counted(
      words.sections.byState,
      byState.map(({ state, count }) => [words.states[state], count]),
    )}</div>`,
  );
}

/** What was put in, a row a currency. */
export function inputs(view: PortfolioView): Html | null {
  const { portfolio, words } = view;
  const given = portfolio.totals.inputs.filter(
    ({ inputs: { total, leveraged } }) => !total.eq(0) || !leveraged.eq(0),
  );
  if (given.length === 0) return null;
  return section(
    'inputs',
    words.sections.inputs,
    table(
      words.sections.inputs,
      [
        { title: words.columns.currency },
        ...[...inputTitles(view), words.columns.hours].map((title) => ({ title, align: 'end' as const })),
      ],
      given.map(({ currency, inputs: { cash, time, inKind, management, total, leveraged, hours } }) => {
        const money = view.moneyOf(currency);
        return [
          foreign(currency ?? words.noCurrency),
          ...[cash, time, inKind, management].map((amount) => num(money(amount))),
          html`<strong class="num">${text(money(total))}</strong>`,
          num(money(leveraged)),
          num(view.figures.number(hours)),
        ];
      }),
    ),
  );
}
