import type { ObservationData } from '../observed.ts';
import type { MetricPlan } from './metric-plans.ts';

/** Where a metric's figures begin to mean something else: the first place, and what stood before it. */
export interface UnitChange {
  readonly index: number;
  readonly how: 'form' | 'percent' | 'fraction' | 'thousands';
  readonly before: string | number;
}

/**
 * The first observation, in the order of dates, that seems to be in another unit than those before it
 * (or than baseline and target): a share beside plain values, 60 after 0.6, 2,000 after 2. Only
 * levels are looked at (latest, mean); what is counted anew each time may well jump.
 */
export function unitChange(
  { aggregate, baseline, target }: MetricPlan,
  observations: readonly ObservationData[],
): UnitChange | undefined {
  if (aggregate !== 'latest' && aggregate !== 'mean') return undefined;
  const isShare = observations[0]?.num !== undefined;
  const planned = [baseline, target].filter((value) => value !== undefined && value !== 0);
  let before = planned[0];
  let areFractions = planned.length > 0 && planned.every(isFraction);
  for (const [index, { value, num, den }] of observations.entries()) {
    if (aggregate === 'latest' && (num !== undefined) !== isShare)
      return { index, how: 'form', before: isShare ? 'num/den' : 'value' };
    const figure = value ?? (num === undefined || !den ? undefined : num / den);
    // A zero is zero in every unit.
    if (figure === undefined || figure === 0) continue;
    const how = before === undefined ? undefined : jump(before, figure, areFractions);
    if (how !== undefined) return { index, how, before: before ?? '' };
    areFractions = (before === undefined || areFractions) && isFraction(figure);
    before = figure;
  }
  return undefined;
}

// 1 is a whole share as well as one of something: it is neither sign.
const isFraction = (value: number | undefined) => value !== undefined && value > 0 && value <= 1;

/** A jump that a change of unit explains better than a change in the world; the bounds leave it some room. */
function jump(before: number, after: number, areFractions: boolean): UnitChange['how'] | undefined {
  const ratio = after / before;
  const isBetween = (least: number, most: number, value: number) => value >= least && value <= most;
  if (areFractions && !Number.isInteger(before) && after <= 100 && isBetween(30, 300, ratio))
    return 'percent';
  const fell = 1 / ratio;
  if (before <= 100 && isFraction(after) && after < 1 && isBetween(30, 300, fell)) return 'fraction';
  return isBetween(800, 1250, ratio) || isBetween(800, 1250, fell) ? 'thousands' : undefined;
}
