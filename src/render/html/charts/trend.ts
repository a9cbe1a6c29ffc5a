import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { daysBetween } from '../../../core/calendar-date.ts';
import type { TrendPoint } from '../../../core/measurement/aggregate.ts';
import { type Html, html, text } from '../../escape/html.ts';

const width = 120;
const height = 32;
const margin = 4;

type Spot = readonly [number, number];

/** How an actual went over time, against its target where it has one. Needs at least one point. */
export function trendLine(trend: readonly TrendPoint[], target: number | null, title: string): Html {
  const first = trend[0]?.on ?? '';
  const days = thinned(trend.map(({ on, actual }): Spot => [daysBetween(first, on), actual]));
  const values = [...days.map(([, value]) => value), ...(target === null ? [] : [target])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear([0, Math.max(1, days.at(-1)?.[0] ?? 1)], [margin, width - margin]);
  // A line that does not move runs through the middle.
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - margin, margin]);
  const spots = days.map(([on, value]): [number, number] => [digits(x(on)), digits(y(value))]);
  const [endX, endY] = spots.at(-1) ?? [0, 0];
  const goal = target === null ? null : digits(y(target));
  return html`<svg class="chart trend" viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(title)}">
${goal === null ? null : html`<line class="target" x1="0" x2="${width}" y1="${goal}" y2="${goal}"/>`}
<path class="line" d="${text(line()(spots) ?? '')}"/><circle class="end" cx="${endX}" cy="${endY}" r="3"/>
</svg>`;
}

// More spots than the drawing has columns can't be told apart.
const mostSpots = 240;

/** Keeps of each stretch of many points its least and its greatest, so that no peak is lost. */
function thinned(spots: readonly Spot[]): readonly Spot[] {
  if (spots.length <= mostSpots) return spots;
  const stretch = Math.ceil((2 * spots.length) / mostSpots);
  const kept: Spot[] = [];
  for (let start = 0; start < spots.length; start += stretch) {
    const part = spots.slice(start, start + stretch);
    const byValue = [...part].sort((a, b) => a[1] - b[1]);
    const ends = new Set([byValue[0], byValue.at(-1)]);
    kept.push(...part.filter((spot) => ends.has(spot)));
  }
  const last = spots.at(-1);
  if (last !== undefined && kept.at(-1) !== last) kept.push(last);
  return kept;
}

/** A coordinate to a hundredth of a pixel. */
function digits(value: number): number {
  return Math.round(value * 100) / 100;
}
