import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { type Finding, warningAt } from './finding.ts';
import type { MetricPlan } from './metric-plans.ts';
import { runsTotals } from './running-totals.ts';
import { unitChange } from './unit-changes.ts';

/** An observation as its schema accepts it: a value, or a part of a whole. */
export interface Observation {
  readonly metric: string;
  readonly on: string;
  readonly value?: number;
  readonly num?: number;
  readonly den?: number;
}

/** Observations that do not fit how their metric adds up, or that look like another measure than it. */
export function checkSeries(partnership: Partnership): Finding[] {
  const series = new Map<string, Entry<Observation>[]>();
  for (const entry of entriesOf<Observation>(partnership, 'observations')) {
    const own = series.get(entry.value.metric);
    if (own === undefined) series.set(entry.value.metric, [entry]);
    else own.push(entry);
  }
  return entriesOf<MetricPlan>(partnership, 'metrics').flatMap(({ value: metric }) => {
    const observations = series.get(metric.id);
    if (observations === undefined) return [];
    // A metric that is listed twice is told as such; its observations are looked at once.
    series.delete(metric.id);
    return checkMetric(metric, byDate(observations));
  });
}

function byDate(observations: readonly Entry<Observation>[]): Entry<Observation>[] {
  return [...observations].sort(({ value: a }, { value: b }) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function checkMetric(metric: MetricPlan, observations: readonly Entry<Observation>[]): Finding[] {
  return [
    ...wrongForms(metric, observations),
    ...(metric.aggregate === 'sum' ? runningTotals(metric, observations) : []),
    ...changedUnits(metric, observations),
  ];
}

/** A pooled metric needs parts and wholes; a sum or a mean of shares is no share of anything. */
function wrongForms(metric: MetricPlan, observations: readonly Entry<Observation>[]): Finding[] {
  const { id, aggregate } = metric;
  return observations.flatMap((entry) => {
    const { value, num, den } = entry.value;
    const isShare = num !== undefined || den !== undefined;
    // Both at once is told as such.
    if (isShare && value !== undefined) return [];
    if (aggregate === 'pooled' && value !== undefined)
      return [warningAt(entry, ['value'], 'value-not-pooled', { metric: id })];
    if (isShare && (aggregate === 'sum' || aggregate === 'mean'))
      return [
        warningAt(entry, [num === undefined ? 'den' : 'num'], 'share-not-pooled', { metric: id, aggregate }),
      ];
    return [];
  });
}

function runningTotals(metric: MetricPlan, observations: readonly Entry<Observation>[]): Finding[] {
  const plain = observations.filter(({ value }) => value.value !== undefined);
  const isInOrder = plain.every(({ value }, index) => value.on !== plain[index - 1]?.value.on);
  const values = plain.map(({ value }) => value.value ?? 0);
  const last = plain.at(-1);
  // Two figures of one day are of two places or two sources; their line tells nothing.
  if (last === undefined || !isInOrder || !runsTotals(values, metric.target)) return [];
  const params = { metric: metric.id, values: values.slice(-4).map(String), last: values.at(-1) ?? 0 };
  return [warningAt(last, ['value'], 'cumulative-sum', params)];
}

function changedUnits(metric: MetricPlan, observations: readonly Entry<Observation>[]): Finding[] {
  const change = unitChange(
    metric,
    observations.map(({ value }) => value),
  );
  const entry = change === undefined ? undefined : observations[change.index];
  if (change === undefined || entry === undefined) return [];
  const field = entry.value.value === undefined ? 'num' : 'value';
  const { how, before } = change;
  const params = { metric: metric.id, how, before, value: entry.value.value ?? '' };
  return [warningAt(entry, [field], 'unit-changes', params)];
}
