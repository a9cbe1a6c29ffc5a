import { addDays, addMonths, type CalendarDate } from '../calendar-date.ts';
import { measuredMetrics } from '../observed.ts';
import { entriesOf, type Partnership } from '../partnership.ts';
import { type Metric, metricsOf, type Observation, observationsOf } from './observation.ts';

/** A stretch of days, both ends in it. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A metric that has no value yet in a period, with what was last seen of it. */
export interface MissingMetric {
  readonly metric: Metric;
  readonly last: Observation | undefined;
}

// From the most frequent: who reports to one every month and to another every year measures every month.
const rhythms = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

type Rhythm = keyof typeof rhythms;

/**
 * The period of the calendar that a day is in, by the most frequent rhythm among the partnership's
 * `reporting` entries; a month where none is recorded.
 */
export function reportingPeriod(partnership: Partnership, day: CalendarDate): Period {
  const agreed = entriesOf<{ every: Rhythm }>(partnership, 'reporting').map(
    ({ value }) => rhythms[value.every],
  );
  const months = Math.min(...agreed, 12);
  return periodOf(day, agreed.length === 0 ? rhythms.month : months);
}

function periodOf(day: CalendarDate, months: number): Period {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months + 1;
  const from = `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/**
 * The metrics without an observation in a period, in the order of their file. Those that entries of a section
 * measure are left out: to record them as well would count them twice.
 */
export function missingMetrics(partnership: Partnership, { from, to }: Period): MissingMetric[] {
  const measured = measuredMetrics(partnership);
  const last = new Map<string, Observation>();
  const seen = new Set<string>();
  for (const observation of observationsOf(partnership)) {
    const { metric, on } = observation;
    if (on >= from && on <= to) seen.add(metric);
    if (on < from && on >= (last.get(metric)?.on ?? '')) last.set(metric, observation);
  }
  return metricsOf(partnership)
    .filter(({ id }) => !seen.has(id) && !measured.has(id))
    .map((metric) => ({ metric, last: last.get(metric.id) }));
}
