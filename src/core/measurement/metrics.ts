import type { CalendarDate } from '../calendar-date.ts';
import { grouped } from '../grouped.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { type Aggregate, aggregated, latestRound, type TrendPoint, trendOf, usable } from './aggregate.ts';
import { compareDecimals, type Decimal, decimal, difference, quotient, zero } from './decimal.ts';
import { type PeriodLength, periodOf } from './inputs.ts';
import { type Observation, observationsByMetric } from './observations.ts';
import { type Spread, spreadOf } from './rounds.ts';

export type MetricKind = 'input' | 'output' | 'outcome' | 'health';

/** An entry of `metrics`, as its schema accepts it. */
export interface MetricData {
  readonly id: string;
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit?: string;
  readonly aggregate: Exclude<Aggregate, 'round'>;
  readonly baseline?: number;
  readonly target?: number;
  readonly due?: CalendarDate;
  readonly role?: 'beneficiaries';
}

/** Why an attainment is not available. */
export type AttainmentGap = 'no_actual' | 'no_target' | 'no_baseline' | 'target_is_baseline';

/** A metric as of a day. Figures are null where they are missing, never 0. */
export interface MetricFigures {
  readonly entry: Entry<MetricData>;
  readonly data: MetricData;
  readonly baseline: Decimal | null;
  readonly target: Decimal | null;
  readonly actual: Decimal | null;
  /** Of a health score: its latest round. */
  readonly round: Spread | null;
  /** (actual − baseline) / (target − baseline): 1 is the target, also where lower is better. */
  readonly attainment: Decimal | null;
  readonly attainmentGap: AttainmentGap | null;
  /** All up to the day, in order of their dates. */
  readonly observations: readonly Observation[];
  /** Those that the aggregate cannot count: without a value, or for a pooled share without a whole. */
  readonly unusable: readonly Observation[];
  readonly last: Observation | null;
  readonly trend: readonly TrendPoint[];
  /** Where the actual went since the day before the last: 1 up, −1 down; null of a single day. */
  readonly direction: -1 | 0 | 1 | null;
  /** Whether that was towards the target; null where it did not move or the target tells no direction. */
  readonly isImproving: boolean | null;
}

/**
 * The metrics as of a day, in the order of the plan; of an id that is given twice the first one. Only those
 * that are wanted are measured: who looks at a thousand partnerships asks for few.
 */
export function metricsOf(
  partnership: Partnership,
  today: CalendarDate,
  isWanted: (metric: MetricData) => boolean = () => true,
): MetricFigures[] {
  const first = new Map<string, Entry<MetricData>>();
  for (const entry of entriesOf<MetricData>(partnership, 'metrics')) {
    if (!first.has(entry.value.id)) first.set(entry.value.id, entry);
  }
  const wanted = [...first.values()].filter(({ value }) => isWanted(value));
  if (wanted.length === 0) return [];
  const observed = observationsByMetric(partnership, today);
  return wanted.map((entry) => figuresOf(entry, observed.get(entry.value.id) ?? []));
}

function figuresOf(entry: Entry<MetricData>, observations: readonly Observation[]): MetricFigures {
  const data = entry.value;
  const aggregate = aggregateOf(data);
  const counted = usable(observations, aggregate);
  const baseline = data.baseline === undefined ? null : decimal(data.baseline);
  const target = data.target === undefined ? null : decimal(data.target);
  const actual = aggregated(counted, aggregate);
  const trend = trendOf(counted, aggregate);
  const direction = directionOf(trend);
  const wanted = baseline === null || target === null ? 0 : compareDecimals(target, baseline);
  return {
    entry,
    data,
    baseline,
    target,
    actual,
    round: aggregate === 'round' ? spreadOf(latestRound(counted)) : null,
    ...attainmentOf(baseline, target, actual),
    observations,
    unusable: counted === observations ? [] : withoutAll(observations, counted),
    last: counted.at(-1) ?? null,
    trend,
    direction,
    isImproving: wanted === 0 || direction === null || direction === 0 ? null : direction === wanted,
  };
}

/** How a metric adds up: a health score by its latest round, whatever its file says. */
function aggregateOf({ kind, aggregate }: Pick<MetricData, 'kind' | 'aggregate'>): Aggregate {
  return kind === 'health' ? 'round' : aggregate;
}

/** Says whether a metric's figures are shares, of which 1 is the whole. */
export function isShare(metric: Pick<MetricData, 'kind' | 'aggregate'>): boolean {
  return aggregateOf(metric) === 'pooled';
}

/** The attainment of a target, or why there is none. */
export function attainmentOf(
  baseline: Decimal | null,
  target: Decimal | null,
  actual: Decimal | null,
): Pick<MetricFigures, 'attainment' | 'attainmentGap'> {
  if (target === null) return { attainment: null, attainmentGap: 'no_target' };
  if (baseline === null) return { attainment: null, attainmentGap: 'no_baseline' };
  const way = difference(target, baseline);
  if (compareDecimals(way, zero) === 0) return { attainment: null, attainmentGap: 'target_is_baseline' };
  if (actual === null) return { attainment: null, attainmentGap: 'no_actual' };
  return { attainment: quotient(difference(actual, baseline), way), attainmentGap: null };
}

function directionOf(trend: readonly TrendPoint[]): -1 | 0 | 1 | null {
  const [before, now] = trend.slice(-2);
  if (before === undefined || now === undefined) return null;
  return Math.sign(now.actual - before.actual) as -1 | 0 | 1;
}

/** What a metric came to in each period with observations: its aggregate over those alone. */
export function metricByPeriod(
  { data, observations }: MetricFigures,
  length: PeriodLength,
): {
  readonly period: string;
  readonly actual: Decimal | null;
  readonly observations: readonly Observation[];
}[] {
  return [...grouped(observations, ({ on }) => periodOf(on, length))].map(([period, within]) => ({
    period,
    actual: aggregated(within, aggregateOf(data)),
    observations: within,
  }));
}

function withoutAll<T>(values: readonly T[], without: readonly T[]): T[] {
  const left = new Set(without);
  return values.filter((value) => !left.has(value));
}
