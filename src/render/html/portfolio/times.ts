import type { Duration } from '../../../core/portfolio/durations.ts';
import { type PortfolioRow, rowOf } from '../../../core/portfolio/row.ts';
import { foreign, type Html, html, text } from '../../escape/html.ts';
import { forecastGap, type PortfolioView, rangeText, titleIn } from '../../portfolio-view.ts';
import { section, table } from '../pieces.ts';
import { num, plainDay } from './cells.ts';

/** When each partnership is likely to reach its end, or why that is not said. */
export function forecasts(view: PortfolioView, named: (row: PortfolioRow) => Html): Html | null {
  const { portfolio, words } = view;
  if (portfolio.forecasts.length === 0) return null;
  const { partnership, stage, end } = words.columns;
  return section(
    'forecast',
    words.sections.forecast,
    html`${table(
      words.sections.forecast,
      [{ title: partnership }, { title: stage }, { title: end }],
      portfolio.forecasts.map((forecast) => {
        const gap = forecastGap(forecast, view);
        return [
          named(rowOf(forecast.summary, portfolio.asOf)),
          foreign(words.stage(forecast.number, titleIn(forecast.ahead[0]?.stage.title ?? {}, view))),
          gap === undefined ? plainDay(forecast.end, view) : html`<span class="none">${text(gap)}</span>`,
        ];
      }),
    )}<p class="note">${text(words.forecastNote)}</p>`,
  );
}

/** How long the stages of each model took; models without a passed round are left out. */
export function durations(view: PortfolioView): Html {
  const { portfolio, words } = view;
  const { stage, samples, median, range } = words.columns;
  return html`${portfolio.durations
    .filter(({ stages }) => stages.some(({ duration }) => duration.samples > 0))
    .map(({ model, modelTitle, stages, whole }, index) => {
      const title = words.sections.durations(titleIn(modelTitle, view) || model);
      const rows = stages.map((one, place) =>
        durationCells(words.stage(place + 1, titleIn(one.stage.title, view)), one.duration, view),
      );
      return section(
        `durations-${index + 1}`,
        title,
        html`${table(
          title,
          [
            { title: stage },
            ...[samples, median, range].map((column) => ({ title: column, align: 'end' as const })),
          ],
          [...rows, durationCells(words.whole, whole, view)],
        )}<p class="note">${text(words.durationsNote)}</p>`,
      );
    })}`;
}

function durationCells(name: string, duration: Duration, view: PortfolioView): Html[] {
  const { words } = view;
  const { samples, medianDays } = duration;
  return [
    foreign(name),
    num(String(samples)),
    medianDays === null ? text('') : html`<strong class="num">${text(words.days(medianDays))}</strong>`,
    num(rangeText(duration, view)),
  ];
}
