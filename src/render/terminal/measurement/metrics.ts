import { type Decimal, toNumber } from '../../../core/measurement/decimal.ts';
import { isShare, type MetricFigures } from '../../../core/measurement/metrics.ts';
import { type Printable, printable, trusted } from '../../printable.ts';
import { isolated } from '../bidi.ts';
import type { Page } from '../page.ts';
import type { Cell, Column } from '../table-content.ts';
import { bar, signs, sparkline } from './bars.ts';
import { cell, foreign, type MeasurementView, section } from './view.ts';

const barWidth = 10;
const sparkWidth = 12;

// With fewer columns than these the sources would crowd out the figures; they follow as a list.
const roomForSources = 100;

/** Each metric: baseline, target, actual, attainment, trend and where its last figure comes from. */
export function showMetrics(
  page: Page,
  metrics: readonly MetricFigures[],
  title: string,
  view: MeasurementView,
): void {
  const { columns, sources } = view.words.metrics;
  const { width } = view.settings;
  const isWide = width === undefined || width >= roomForSources;
  section(page, title);
  page.table({
    columns: [...figureColumns(view), ...(isWide ? [sourceColumn(columns.source)] : [])],
    rows: metrics.map((metric) => [
      ...figureCells(metric, view),
      ...(isWide ? [{ text: sourceOf(metric, view), style: 'muted' as const }] : []),
    ]),
  });
  const observed = metrics.filter(({ last }) => last !== null);
  if (isWide || observed.length === 0) return;
  page.paragraph([{ text: trusted(`${sources}:`), style: 'muted' }]);
  page.list(
    observed.map((metric) => [
      { text: trusted(`${isolated(printable(metric.data.name))}: `) },
      { text: sourceOf(metric, view), style: 'muted' },
    ]),
  );
}

function figureColumns({ words }: MeasurementView): Column[] {
  const { metric, baseline, target, actual, attainment, trend } = words.metrics.columns;
  return [
    { header: trusted(metric), flexible: true, minWidth: 14 },
    { header: trusted(baseline), align: 'number', droppable: 3 },
    { header: trusted(target), align: 'number' },
    { header: trusted(actual), align: 'number' },
    { header: trusted(attainment) },
    { header: trusted(trend), droppable: 2 },
  ];
}

function sourceColumn(header: string): Column {
  return { header: trusted(header), flexible: true, minWidth: 16, droppable: 1 };
}

function figureCells(metric: MetricFigures, view: MeasurementView): Cell[] {
  const { data, baseline, target, actual } = metric;
  const unit = data.unit === undefined || isShare(data) ? '' : ` (${data.unit})`;
  const figure = (value: Decimal | null) => metricNumber(metric, value, view);
  return [
    foreign(data.name + unit),
    cell(baseline === null ? '' : figure(baseline), 'muted'),
    cell(target === null ? '' : figure(target)),
    actual === null ? cell(view.figures.missing, 'muted') : cell(figure(actual), 'strong'),
    attainmentCell(metric, view),
    trendCell(metric, view),
  ];
}

/** A figure of a metric in its own form: a pooled share as a percentage. */
export function metricNumber(
  { data }: MetricFigures,
  value: Decimal | null,
  { figures }: MeasurementView,
): string {
  return isShare(data) ? figures.percent(value) : figures.number(value);
}

function attainmentCell({ attainment, attainmentGap }: MetricFigures, view: MeasurementView): Cell {
  const { figures, language, words } = view;
  if (attainment === null) {
    return cell(attainmentGap === null ? figures.missing : words.metrics.gaps[attainmentGap], 'muted');
  }
  const part = toNumber(attainment);
  const drawn = bar([{ fraction: Math.min(1, part), sign: signs.full }], barWidth, signs.faint, language);
  return cell(`${drawn} ${figures.percent(attainment)}`, part >= 1 ? 'good' : part < 0 ? 'bad' : 'accent');
}

const arrows = { '1': '▲', '0': '=', '-1': '▼' } as const;

function trendCell({ trend, direction, isImproving, round }: MetricFigures, view: MeasurementView): Cell {
  // Of one answer, or of like ones, there is no lowest to tell.
  const told = round === null || round.spread.eq(0) ? '' : roundText(round, view);
  if (direction === null) return cell(told, 'muted');
  const line = sparkline(
    trend.map(({ actual }) => actual),
    sparkWidth,
    view.language,
  );
  const style = isImproving === null ? 'muted' : isImproving ? 'good' : 'bad';
  return cell([`${line} ${arrows[`${direction}`]}`, told].filter((part) => part !== '').join(' '), style);
}

function roundText(
  { minimum, spread }: NonNullable<MetricFigures['round']>,
  { words, figures }: MeasurementView,
): string {
  return words.metrics.round(figures.number(minimum), figures.number(spread));
}

/** The day and source of the figure that counts last. */
function sourceOf({ last }: MetricFigures, { words, figures }: MeasurementView): Printable {
  if (last === null) return trusted('');
  const parts = [figures.date(last.on), last.source ?? words.metrics.noSource];
  return trusted(parts.map((part) => isolated(printable(part))).join(' · '));
}
