import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { type Decimal, difference, greatest, least, mean } from './decimal.ts';

/** Scores of one round in one figure each: how good, how bad at worst, how far apart. */
export interface Spread {
  readonly mean: Decimal;
  readonly minimum: Decimal;
  /** The greatest less the least: 0 where all agree. */
  readonly spread: Decimal;
}

// Forms of one health check come back over some weeks; checks are months apart.
const longestPause = 21;

/**
 * Splits what is in order of its dates into rounds: a round goes on as long as no more than three weeks
 * pass from one answer to the next. The files name no rounds, so that the dates have to tell.
 */
export function roundsOf<T>(sorted: readonly T[], dateOf: (value: T) => CalendarDate): T[][] {
  const rounds: T[][] = [];
  let before: CalendarDate | undefined;
  for (const value of sorted) {
    const on = dateOf(value);
    const current = rounds.at(-1);
    // Most answers come on one day, and counting days takes longer than comparing them.
    const goesOn = before === on || (before !== undefined && daysBetween(before, on) <= longestPause);
    if (current === undefined || !goesOn) rounds.push([value]);
    else current.push(value);
    before = on;
  }
  return rounds;
}

/** Mean, minimum and spread of scores; null of none. */
export function spreadOf(scores: readonly Decimal[]): Spread | null {
  const [average, minimum, maximum] = [mean(scores), least(scores), greatest(scores)];
  if (average === null || minimum === null || maximum === null) return null;
  return { mean: average, minimum, spread: difference(maximum, minimum) };
}
