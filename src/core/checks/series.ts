import { type ObservedFigure, observedFigures } from '../observed.ts';
import { entriesOf, type Partnership } from '../partnership.ts';
import { type Finding, warningAt } from './finding.ts';
import type { MetricPlan } from './metric-plans.ts';
import { runsTotals } from './running-totals.ts';
import { unitChange } from './unit-changes.ts';

/** Observations that do not fit how their metric adds up, or that look like another measure than it. */
export function checkSeries(partnership: Partnership): Finding[] {
  const series = new Map<string, ObservedFigure[]>();
  for (const entry of observedFigures(partnership)) {
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

function byDate(observations: readonly ObservedFigure[]): ObservedFigure[] {
  return [...observations].sort(({ value: a }, { value: b }) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function checkMetric(metric: MetricPlan, observations: readonly ObservedFigure[]): Finding[] {
  return [
    ...wrongForms(metric, observations),
    ...(metric.aggregate === 'sum' ? runningTotals(metric, observations) : []),
    ...changedUnits(metric, observations),
  ];
}

/** A pooled metric needs parts and wholes; a sum or a mean of shares is no share of anything. */
function wrongForms(metric: MetricPlan, observations: readonly ObservedFigure[]): Finding[] {
  const { id, aggregate } = metric;
  return observations.flatMap((entry) => {
    const { value, num, den } = entry.value;
    const isShare = num !== undefined || den !== undefined;
    // Both at once is told as such.
    if (isShare && value !== undefined) return [];
    if (aggregate === 'pooled' && value !== undefined)
      return [warningAt(entry, [entry.fieldOf('value')], 'value-not-pooled', { metric: id })];
    if (isShare && (aggregate === 'sum' || aggregate === 'mean'))
      return [
        warningAt(entry, [entry.fieldOf(num === undefined ? 'den' : 'num')], 'share-not-pooled', {
          metric: id,
          aggregate,
        }),
      ];
    return [];
  });
}

function runningTotals(metric: MetricPlan, observations: readonly ObservedFigure[]): Finding[] {
  const plain = observations.filter(({ value }) => value.value !== undefined);
  const isInOrder = plain.every(({ value }, index) => value.on !== plain[index - 1]?.value.on);
  const values = plain.map(({ value }) => value.value ?? 0);
  const last = plain.at(-1);
  // Two figures of one day are of two places or two sources; their line tells nothing.
  if (last === undefined || !isInOrder || !runsTotals(values, metric.target)) return [];
  const params = { metric: metric.id, values: values.slice(-4).map(String), last: values.at(-1) ?? 0 };
  return [warningAt(last, [last.fieldOf('value')], 'cumulative-sum', params)];
}

function changedUnits(metric: MetricPlan, observations: readonly ObservedFigure[]): Finding[] {
  const change = unitChange(
    metric,
    observations.map(({ value }) => value),
  );
  const entry = change === undefined ? undefined : observations[change.index];
  if (change === undefined || entry === undefined) return [];
  const field = entry.fieldOf(entry.value.value === undefined ? 'num' : 'value');
  const { how, before } = change;
  const params = { metric: metric.id, how, before, value: entry.value.value ?? '' };
  return [warningAt(entry, [field], 'unit-changes', params)];
}
