import type { Inputs, PeriodLength } from '../../../core/measurement/inputs.ts';
import type { Measurement } from '../../../core/measurement/measurement.ts';
import { type MetricFigures, metricByPeriod } from '../../../core/measurement/metrics.ts';
import { inputTypes } from '../../../core/schema/sections/words.ts';
import { trusted } from '../../printable.ts';
import type { Page } from '../page.ts';
import type { Cell, Column } from '../table-content.ts';
import { money, partnerCell, shareCells } from './inputs.ts';
import { metricNumber, showMetrics } from './metrics.ts';
import { type Breakdown, cell, foreign, type MeasurementView, section } from './view.ts';

/** The figures broken down by one thing, in detail. */
export function showBreakdown(
  page: Page,
  measurement: Measurement,
  by: Breakdown,
  view: MeasurementView,
): void {
  if (by === 'partner') showByPartner(page, measurement, view);
  else if (by === 'kind') showByKind(page, measurement, view);
  else showByPeriod(page, measurement, by, view);
}

function showByPartner(page: Page, { byPartner }: Measurement, view: MeasurementView): void {
  section(page, view.words.inputs.byPartner);
  page.table({
    columns: typedColumns(view.words.inputs.columns.partner, view),
    rows: byPartner.map((part) => [
      partnerCell(part, view),
      ...typedCells(part.inputs, view),
      ...shareCells(part.share, view).slice(0, 1),
    ]),
  });
}

function showByPeriod(
  page: Page,
  { byPeriod, metrics }: Measurement,
  length: PeriodLength,
  view: MeasurementView,
): void {
  const { inputs: words, metrics: metricWords } = view.words;
  section(page, words.byPeriod[length]);
  page.table({
    columns: typedColumns(words.periods[length], view),
    rows: byPeriod[length].map((part) => [
      cell(view.figures.period(part.period)),
      ...typedCells(part.inputs, view),
      ...shareCells(part.share, view).slice(0, 1),
    ]),
  });
  const rows = metricRows(metrics, length, view);
  if (rows.length === 0) return;
  section(page, metricWords.byPeriod);
  page.table({
    columns: [
      { header: trusted(words.periods[length]) },
      { header: trusted(metricWords.columns.metric), flexible: true },
      { header: trusted(metricWords.columns.actual), align: 'number' },
      { header: trusted(metricWords.columns.observations), align: 'number', droppable: 1 },
    ],
    rows,
  });
}

function metricRows(
  metrics: readonly MetricFigures[],
  length: PeriodLength,
  view: MeasurementView,
): Cell[][] {
  const found = metrics.flatMap((metric) =>
    metricByPeriod(metric, length).map((part) => ({ metric, ...part })),
  );
  // A stable sort: within a period the metrics keep the order of the plan.
  return found
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
    .map(({ metric, period, actual, observations }) => [
      cell(view.figures.period(period)),
      foreign(metric.data.name),
      cell(metricNumber(metric, actual, view)),
      cell(String(observations.length), 'muted'),
    ]);
}

function showByKind(page: Page, measurement: Measurement, view: MeasurementView): void {
  const { inputs: words } = view.words;
  section(page, words.byType);
  page.table({
    columns: [
      { header: trusted(words.columns.type), flexible: true },
      { header: trusted(words.columns.basis), flexible: true },
      { header: trusted(words.columns.amount), align: 'number' },
    ],
    rows: measurement.byType.flatMap(({ type, total, bases }) =>
      bases.length === 0
        ? [[cell(words.types[type]), cell(''), money(total, view)]]
        : bases.map(({ basis, total: part }) => [
            cell(words.types[type]),
            basisCell(type, basis, view),
            money(part, view),
          ]),
    ),
  });
  for (const kind of ['input', 'output', 'outcome', 'health'] as const) {
    const metrics = measurement.metrics.filter(({ data }) => data.kind === kind);
    if (metrics.length > 0) showMetrics(page, metrics, view.words.metrics.kinds[kind], view);
  }
}

// Money is worth what it is; only what is valued needs a basis.
function basisCell(type: string, basis: 'donor_cost' | 'replacement' | null, view: MeasurementView): Cell {
  const { bases, noBasis } = view.words.inputs;
  if (basis !== null) return cell(bases[basis]);
  return type === 'time' || type === 'in_kind' ? cell(noBasis, 'attention') : cell('');
}

function typedColumns(named: string, { words }: MeasurementView): Column[] {
  const { types, total, columns } = words.inputs;
  return [
    { header: trusted(named), flexible: true },
    ...inputTypes.map((type): Column => ({ header: trusted(types[type]), align: 'number', droppable: 1 })),
    { header: trusted(total), align: 'number' },
    { header: trusted(columns.share), align: 'number' },
  ];
}

function typedCells({ cash, time, inKind, management, total }: Inputs, view: MeasurementView): Cell[] {
  return [...[cash, time, inKind, management].map((part) => money(part, view)), money(total, view, 'strong')];
}
