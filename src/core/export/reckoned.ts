import { type Decimal, digitsOf } from '../measurement/decimal.ts';
import { isShare, type MetricData } from '../measurement/metrics.ts';
import { worthOf } from '../measurement/records.ts';
import type { Report } from '../report.ts';
import { type ColumnOf, column, type ExportCell, type ExportTable } from './table.ts';

type Mapping = Readonly<Record<string, unknown>>;
type Columns = readonly ColumnOf<Mapping>[];

const digits = (value: Decimal | null | undefined) => (value == null ? null : digitsOf(value));

/**
 * What is reckoned for the entries of a section, by its name: columns to stand beside those that its schema
 * has. The figures are the report's, with all their digits.
 */
export function reckonedColumns(report: Report): ReadonlyMap<string, Columns> {
  return new Map([
    ['metrics', metricColumns(report)],
    ['milestones', milestoneColumns(report)],
    ['partners', partnerColumns(report)],
    [
      'contributions',
      [column('worth', 'money', { en: 'Worth', he: 'שווי' }, (entry) => digits(worthOf(entry)))],
    ],
  ]);
}

/** Finds what was reckoned for an entry, by its id. */
function byId<T>(values: readonly T[], idOf: (value: T) => string | null): (entry: Mapping) => T | undefined {
  const known = new Map(values.map((value) => [idOf(value), value]));
  return ({ id }) => known.get(String(id));
}

function metricColumns({ measurement }: Report): Columns {
  const figures = byId(measurement.metrics, ({ data }) => data.id);
  return [
    column('actual', 'number', { en: 'Actual', he: 'בפועל' }, (entry) => digits(figures(entry)?.actual)),
    column('attainment', 'share', { en: 'Attainment', he: 'השגת היעד' }, (entry) =>
      digits(figures(entry)?.attainment),
    ),
    column('observations', 'number', { en: 'Observations', he: 'תצפיות' }, (entry) =>
      String(figures(entry)?.observations.length ?? 0),
    ),
    column(
      'last_on',
      'date',
      { en: 'Last observed', he: 'תצפית אחרונה' },
      (entry) => figures(entry)?.last?.on ?? null,
    ),
    column('source', 'text', { en: 'Source', he: 'מקור' }, (entry) => figures(entry)?.last?.source ?? null),
  ];
}

function milestoneColumns({ measurement }: Report): Columns {
  const standing = byId(measurement.milestones, ({ id }) => id);
  return [
    column('done_on', 'date', { en: 'Done on', he: 'בוצע ביום' }, (entry) => standing(entry)?.doneOn ?? null),
    column('state', 'choice', { en: 'State', he: 'מצב' }, (entry) => standing(entry)?.state ?? null),
    column('late_days', 'number', { en: 'Days late', he: 'ימי איחור' }, (entry) => {
      const days = standing(entry)?.lateDays ?? null;
      return days === null ? null : String(days);
    }),
  ];
}

function partnerColumns({ measurement }: Report): Columns {
  const part = byId(measurement.byPartner, ({ partner }) => partner);
  return [
    column('cash', 'money', { en: 'Cash', he: 'כסף' }, (entry) => digits(part(entry)?.inputs.cash)),
    column('time', 'money', { en: 'Paid time', he: 'זמן עבודה בתשלום' }, (entry) =>
      digits(part(entry)?.inputs.time),
    ),
    column('in_kind', 'money', { en: 'Goods in kind', he: 'שווה־כסף' }, (entry) =>
      digits(part(entry)?.inputs.inKind),
    ),
    column('management', 'money', { en: 'Management', he: 'ניהול' }, (entry) =>
      digits(part(entry)?.inputs.management),
    ),
    column('total', 'money', { en: 'Total', he: 'סך הכול' }, (entry) => digits(part(entry)?.inputs.total)),
    column('share', 'share', { en: 'Share', he: 'חלק' }, (entry) => digits(part(entry)?.share)),
    column('hours', 'number', { en: 'Hours', he: 'שעות' }, (entry) => digits(part(entry)?.inputs.hours)),
  ];
}

const metricFigures = ['baseline', 'target', 'actual'];

/** The table of the metrics, with the figures of those that are shares known as such. */
export function withShares(table: ExportTable): ExportTable {
  const place = (wanted: string) => table.columns.findIndex(({ key }) => key === wanted);
  const [kind, aggregate] = [place('kind'), place('aggregate')];
  const isShareIn = (row: readonly ExportCell[]) =>
    isShare({ kind: row[kind], aggregate: row[aggregate] } as Pick<MetricData, 'kind' | 'aggregate'>);
  const columns = table.columns.map((one) => (metricFigures.includes(one.key) ? { ...one, isShareIn } : one));
  return { ...table, columns };
}
