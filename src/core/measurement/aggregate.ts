import type { CalendarDate } from '../calendar-date.ts';
import { type Decimal, decimal, mean, quotient, sum, toNumber, zero } from './decimal.ts';
import type { Observation } from './observations.ts';
import { roundsOf, spreadOf } from './rounds.ts';

/** How a metric adds up over time. A health score always counts by its latest round. */
export type Aggregate = 'sum' | 'latest' | 'mean' | 'pooled' | 'round';

/** The actual as it stood after a day; a plain number, for drawing. */
export interface TrendPoint {
  readonly on: CalendarDate;
  readonly actual: number;
}

/** The observations that an aggregate can count: those with a value, for a pooled share those of a whole. */
export function usable(observations: readonly Observation[], aggregate: Aggregate): readonly Observation[] {
  const counts =
    aggregate === 'pooled'
      ? ({ part }: Observation) => part !== null
      : ({ value }: Observation) => value !== null;
  return observations.every(counts) ? observations : observations.filter(counts);
}

/** One figure of observations that stand in the order of their dates; null where none can be counted. */
export function aggregated(observations: readonly Observation[], aggregate: Aggregate): Decimal | null {
  const counted = usable(observations, aggregate);
  if (counted.length === 0) return null;
  const values = counted.flatMap(({ value }) => value ?? []);
  switch (aggregate) {
    case 'sum':
      return sum(values);
    case 'latest':
      return values.at(-1) ?? null;
    case 'mean':
      return mean(values);
    case 'pooled':
      // Never the mean of percentages: a small class would weigh as much as a large one.
      return quotient(
        sum(counted.flatMap(({ part }) => part?.num ?? [])),
        sum(counted.flatMap(({ part }) => part?.den ?? [])),
      );
    case 'round':
      return spreadOf(latestRound(counted))?.mean ?? null;
  }
}

/** The values of the latest round. */
export function latestRound(observations: readonly Observation[]): Decimal[] {
  const round = roundsOf(observations, ({ on }) => on).at(-1) ?? [];
  return round.flatMap(({ value }) => value ?? []);
}

/** How the actual went: one point a day with an observation, of a health score one a round. */
export function trendOf(observations: readonly Observation[], aggregate: Aggregate): TrendPoint[] {
  const counted = usable(observations, aggregate);
  if (aggregate === 'round') {
    return roundsOf(counted, ({ on }) => on).map((round) => ({
      on: round.at(-1)?.on ?? '',
      actual: toNumber(mean(round.flatMap(({ value }) => value ?? [])) ?? zero),
    }));
  }
  const points = new Map<CalendarDate, number>();
  const step = runningActual(aggregate);
  for (const observation of counted) points.set(observation.on, step(observation));
  return [...points].map(([on, actual]) => ({ on, actual }));
}

/** Takes observations one by one and tells the actual after each. */
function runningActual(aggregate: Exclude<Aggregate, 'round'>): (observation: Observation) => number {
  let count = 0;
  let total = zero;
  let whole = zero;
  return ({ value, part }) => {
    const own = value ?? zero;
    count += 1;
    if (aggregate === 'latest') return toNumber(own);
    total = total.plus(aggregate === 'pooled' ? (part?.num ?? zero) : own);
    if (aggregate === 'sum') return toNumber(total);
    whole = aggregate === 'pooled' ? whole.plus(part?.den ?? zero) : decimal(count);
    return toNumber(total) / toNumber(whole);
  };
}
