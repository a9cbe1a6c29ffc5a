import { type Decimal, digitsOf } from '../measurement/decimal.ts';
import type { PartnerInputs } from '../measurement/inputs.ts';
import type { Measurement } from '../measurement/measurement.ts';
import type { MetricFigures } from '../measurement/metrics.ts';
import type { MilestoneStanding } from '../measurement/milestones.ts';
import type { ReportPartner } from '../report/partners.ts';
import type { Report } from '../report.ts';
import { column, type ExportTable, tableOf } from './table.ts';

const digits = (value: Decimal | null) => (value === null ? null : digitsOf(value));

/** The metrics with what they have come to: the figures of `metrics`, with all their digits. */
export function metricsTable({ metrics }: Measurement): ExportTable {
  return tableOf<MetricFigures>(
    'metrics',
    { en: 'Metrics', he: 'מדדים' },
    [
      column('id', 'text', { en: 'Id', he: 'מזהה' }, ({ data }) => data.id),
      column('name', 'text', { en: 'Metric', he: 'מדד' }, ({ data }) => data.name),
      column('kind', 'choice', { en: 'Kind', he: 'סוג' }, ({ data }) => data.kind),
      column('unit', 'text', { en: 'Unit', he: 'יחידה' }, ({ data }) => data.unit ?? null),
      column('aggregate', 'choice', { en: 'Aggregate', he: 'אופן סיכום' }, ({ data }) => data.aggregate),
      column('baseline', 'number', { en: 'Baseline', he: 'קו בסיס' }, ({ baseline }) => digits(baseline)),
      column('target', 'number', { en: 'Target', he: 'יעד' }, ({ target }) => digits(target)),
      column('actual', 'number', { en: 'Actual', he: 'בפועל' }, ({ actual }) => digits(actual)),
      column('attainment', 'share', { en: 'Attainment', he: 'השגת היעד' }, ({ attainment }) =>
        digits(attainment),
      ),
      column('due', 'date', { en: 'Due', he: 'מועד' }, ({ data }) => data.due ?? null),
      column('observations', 'number', { en: 'Observations', he: 'תצפיות' }, ({ observations }) =>
        String(observations.length),
      ),
      column('last_on', 'date', { en: 'Last observed', he: 'תצפית אחרונה' }, ({ last }) => last?.on ?? null),
      column('source', 'text', { en: 'Source', he: 'מקור' }, ({ last }) => last?.source ?? null),
    ],
    metrics,
  );
}

/** The milestones against their due dates. */
export function milestonesTable({ milestones }: Measurement): ExportTable {
  return tableOf<MilestoneStanding>(
    'milestones',
    { en: 'Milestones', he: 'אבני דרך' },
    [
      column('id', 'text', { en: 'Id', he: 'מזהה' }, ({ id }) => id),
      column('title', 'text', { en: 'Milestone', he: 'אבן דרך' }, ({ title }) => title),
      column('owner', 'text', { en: 'Owner', he: 'אחראי' }, ({ owner }) => owner),
      column('due', 'date', { en: 'Due', he: 'מועד' }, ({ due }) => due),
      column('done_on', 'date', { en: 'Done on', he: 'בוצע ביום' }, ({ doneOn }) => doneOn),
      column('state', 'choice', { en: 'State', he: 'מצב' }, ({ state }) => state),
      column('late_days', 'number', { en: 'Days late', he: 'ימי איחור' }, ({ lateDays }) =>
        lateDays === null ? null : String(lateDays),
      ),
    ],
    milestones,
  );
}

/** The partners with what each has put in; those who left stay. */
export function partnersTable({ partners, measurement }: Report): ExportTable {
  type Line = ReportPartner & { readonly given: PartnerInputs | undefined };
  const given = new Map(measurement.byPartner.map((part) => [part.partner, part]));
  return tableOf<Line>(
    'partners',
    { en: 'Partners', he: 'שותפים' },
    [
      column('id', 'text', { en: 'Id', he: 'מזהה' }, ({ id }) => id),
      column('name', 'text', { en: 'Partner', he: 'שותף' }, ({ name }) => name),
      column('sector', 'choice', { en: 'Sector', he: 'מגזר' }, ({ sector }) => sector),
      column(
        'relationship',
        'choice',
        { en: 'Relationship', he: 'אופי הקשר' },
        ({ relationship }) => relationship,
      ),
      column('joined', 'date', { en: 'Joined', he: 'הצטרף' }, ({ joined }) => joined),
      column('left', 'date', { en: 'Left', he: 'עזב' }, ({ left }) => left),
      column('left_reason', 'choice', { en: 'Why', he: 'מדוע' }, ({ leftReason }) => leftReason),
      column('cash', 'money', { en: 'Cash', he: 'כסף' }, ({ given: part }) =>
        digits(part?.inputs.cash ?? null),
      ),
      column('time', 'money', { en: 'Paid time', he: 'זמן עבודה בתשלום' }, ({ given: part }) =>
        digits(part?.inputs.time ?? null),
      ),
      column('in_kind', 'money', { en: 'Goods in kind', he: 'שווה־כסף' }, ({ given: part }) =>
        digits(part?.inputs.inKind ?? null),
      ),
      column('management', 'money', { en: 'Management', he: 'ניהול' }, ({ given: part }) =>
        digits(part?.inputs.management ?? null),
      ),
      column('total', 'money', { en: 'Total', he: 'סך הכול' }, ({ given: part }) =>
        digits(part?.inputs.total ?? null),
      ),
      column('share', 'share', { en: 'Share', he: 'חלק' }, ({ given: part }) => digits(part?.share ?? null)),
      column('hours', 'number', { en: 'Hours', he: 'שעות' }, ({ given: part }) =>
        digits(part?.inputs.hours ?? null),
      ),
    ],
    partners.map((partner) => ({ ...partner, given: given.get(partner.id) })),
  );
}
