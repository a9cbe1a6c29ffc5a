import type { PortfolioRow } from '../../../core/portfolio/row.ts';
import { stateKeyOf } from '../../../core/portfolio/select.ts';
import { type Html, html, join, text } from '../../escape/html.ts';
import {
  gravest,
  type PortfolioView,
  reasonsOf,
  stageText,
  stateLooks,
  stateWord,
} from '../../portfolio-view.ts';
import { badge, table } from '../pieces.ts';
import { foreignOrNothing, plainDay } from './cells.ts';

/** The partnerships that go on, a row each; with the reasons to look at them, where there are some. */
export function standingTable(
  caption: string,
  rows: readonly PortfolioRow[],
  view: PortfolioView,
  named: (row: PortfolioRow) => Html,
  withReasons: boolean,
): Html {
  const { partnership, stage, state, done, due, age, review, problems, why } = view.words.columns;
  return table(
    caption,
    [
      { title: partnership },
      { title: stage },
      { title: state },
      { title: done, align: 'end' },
      { title: due },
      { title: age, align: 'end' },
      { title: review },
      { title: problems, align: 'end' },
      ...(withReasons ? [{ title: why, className: 'wide' }] : []),
    ],
    rows.map((row) => [
      named(row),
      foreignOrNothing(stageText(row, view)),
      stateBadge(row, view),
      row.current === null
        ? text('')
        : html`<span class="num">${row.current.required.done}/${row.current.required.total}</span>`,
      lateDay(row.current?.due ?? null, row.overdueDays, view),
      row.stageDays === null
        ? text('')
        : html`<span class="num">${text(view.words.days(row.stageDays))}</span>`,
      lateDay(row.nextReview, row.reviewOverdueDays, view),
      row.errors + row.warnings === 0
        ? text('')
        : html`<span>${text(view.words.problems(row.errors, row.warnings))}</span>`,
      ...(withReasons ? [reasons(row, view)] : []),
    ]),
  );
}

/** The partnerships that have ended: how, and when. */
export function endedTable(
  caption: string,
  rows: readonly PortfolioRow[],
  view: PortfolioView,
  named: (row: PortfolioRow) => Html,
): Html {
  const { partnership, state, ended, passed } = view.words.columns;
  return table(
    caption,
    [{ title: partnership }, { title: state }, { title: ended }, { title: passed, align: 'end' }],
    rows.map((row) => [
      named(row),
      stateBadge(row, view),
      plainDay(row.endedOn, view),
      html`<span class="num">${row.passed}/${row.stages.length}</span>`,
    ]),
  );
}

function stateBadge(row: PortfolioRow, view: PortfolioView): Html {
  const [sign, tone] = stateLooks[stateKeyOf(row)];
  return badge(tone, sign, stateWord(row, view));
}

function lateDay(day: string | null, lateDays: number | null, view: PortfolioView): Html {
  if (lateDays === null) return plainDay(day, view);
  // By how much, the reasons beside it say.
  return html`<span class="late">${plainDay(day, view)}</span>`;
}

function reasons(row: PortfolioRow, view: PortfolioView): Html {
  const told = reasonsOf(row, view).map(({ signal, text: reason }) =>
    badge(gravest.has(signal) ? 'bad' : 'attention', '!', reason),
  );
  return html`<span>${join(told, html`<br>`)}</span>`;
}
