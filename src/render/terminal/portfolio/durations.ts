import type { Duration } from '../../../core/portfolio/durations.ts';
import { forecastGap, nameOf, type PortfolioView, rangeText, titleIn } from '../../portfolio-view.ts';
import { printable, trusted } from '../../printable.ts';
import type { Page } from '../page.ts';
import type { Cell, Column } from '../table-content.ts';

/** How long the stages of each model took. */
export function showDurations(page: Page, view: PortfolioView): void {
  const { portfolio, words } = view;
  const { stage, samples, median, range } = words.columns;
  for (const { modelTitle, model, stages, whole } of portfolio.durations) {
    if (stages.length === 0) continue;
    page.blank();
    page.heading(printable(words.sections.durations(titleIn(modelTitle, view) || model)));
    page.table({
      columns: [
        { header: trusted(stage), flexible: true },
        { header: trusted(samples), align: 'number' },
        { header: trusted(median), align: 'number' },
        { header: trusted(range), align: 'end', droppable: 1 },
      ],
      rows: [
        ...stages.map((one, index) =>
          durationCells(words.stage(index + 1, titleIn(one.stage.title, view)), one.duration, view),
        ),
        durationCells(words.whole, whole, view),
      ],
    });
  }
  page.blank();
  page.paragraph([{ text: trusted(words.durationsNote), style: 'muted' }]);
}

function durationCells(name: string, duration: Duration, view: PortfolioView): Cell[] {
  const { words, figures } = view;
  const { samples, medianDays } = duration;
  return [
    { text: printable(name) },
    { text: trusted(String(samples)), style: 'muted' },
    medianDays === null
      ? { text: trusted(figures.missing), style: 'muted' }
      : { text: trusted(words.days(medianDays)), style: 'strong' },
    { text: trusted(rangeText(duration, view)) },
  ];
}

/** When each partnership is likely to reach its end, or why that is not said. */
export function showForecasts(page: Page, view: PortfolioView): void {
  const { portfolio, words, figures } = view;
  const { partnership, stage, age, end } = words.columns;
  page.blank();
  page.heading(trusted(words.sections.forecast));
  if (portfolio.forecasts.length === 0) {
    page.paragraph(trusted(words.none));
    return;
  }
  const columns: Column[] = [
    { header: trusted(partnership), flexible: true, minWidth: 14 },
    { header: trusted(stage), flexible: true, minWidth: 14 },
    { header: trusted(age), align: 'number', droppable: 1 },
    { header: trusted(end), flexible: true, minWidth: 14 },
  ];
  const rows = portfolio.forecasts.map((forecast): Cell[] => {
    const { summary, ahead, number, stayDays } = forecast;
    const gap = forecastGap(forecast, view);
    return [
      { text: printable(nameOf(summary)), style: 'strong' },
      { text: printable(words.stage(number, titleIn(ahead[0]?.stage.title ?? {}, view))) },
      { text: trusted(stayDays === null ? '' : words.days(stayDays)), style: 'muted' },
      gap === undefined
        ? { text: trusted(figures.date(forecast.end ?? '')), style: 'accent' }
        : { text: trusted(gap), style: 'muted' },
    ];
  });
  page.table({ columns, rows });
  page.blank();
  page.paragraph([{ text: trusted(words.forecastNote), style: 'muted' }]);
}
