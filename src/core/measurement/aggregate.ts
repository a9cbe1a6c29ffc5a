import type { CalendarDate } from '../calendar-date.ts';
import { type Decimal, mean, quotient, sum, toNumber, zero } from './decimal.ts';
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
  const counts = ({ part, isMeasured }: Observation) => (aggregate === 'pooled' ? part !== null : isMeasured);
  return observations.every(counts) ? observations : observations.filter(counts);
}

/** One figure of observations that stand in the order of their dates; null where none can be counted. */
export function aggregated(observations: readonly Observation[], aggregate: Aggregate): Decimal | null {
  const counted = usable(observations, aggregate);
  if (counted.length === 0) return null;
  switch (aggregate) {
    case 'sum':
      return sum(valuesOf(counted));
    case 'latest':
      return counted.at(-1)?.value ?? null;
    case 'mean':
      return mean(valuesOf(counted));
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

function valuesOf(observations: readonly Observation[]): Decimal[] {
  return observations.flatMap(({ value }) => value ?? []);
}

/** The values of the latest round. */
export function latestRound(observations: readonly Observation[]): Decimal[] {
  return valuesOf(roundsOf(observations, ({ on }) => on).at(-1) ?? []);
}

/** How the actual went: one point a day with an observation, of a health score one a round. */
export function trendOf(observations: readonly Observation[], aggregate: Aggregate): TrendPoint[] {
  const counted = usable(observations, aggregate);
  if (aggregate === 'round') {
    return roundsOf(counted, ({ on }) => on).map((round) => ({
      on: round.at(-1)?.on ?? '',
      actual: toNumber(mean(valuesOf(round)) ?? zero),
    }));
  }
  const actual = runningActual(aggregate);
  return counted.flatMap((observation, index) => {
    const { on } = observation;
    const after = actual(observation);
    return counted[index + 1]?.on === on ? [] : [{ on, actual: after() }];
  });
}

/** Takes observations one by one; after each it can tell the actual as it then stands. */
function runningActual(aggregate: Exclude<Aggregate, 'round'>): (observation: Observation) => () => number {
  let total = zero;
  let whole = zero;
  let count = 0;
  const byAggregate: Readonly<Record<typeof aggregate, (observation: Observation) => () => number>> = {
    latest: (observation) => () => toNumber(observation.value ?? zero),
    sum: ({ value }) => {
      total = total.plus(value ?? zero);
      return () => toNumber(total);
    },
    mean: ({ value }) => {
      total = total.plus(value ?? zero);
      count += 1;
      return () => toNumber(total) / count;
    },
    pooled: ({ part }) => {
      total = total.plus(part?.num ?? zero);
      whole = whole.plus(part?.den ?? zero);
      return () => toNumber(total) / toNumber(whole);
    },
  };
  return byAggregate[aggregate];
}
