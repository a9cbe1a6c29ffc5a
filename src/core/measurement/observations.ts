import type { CalendarDate } from '../calendar-date.ts';
import { type ObservationData, observedFigures } from '../observed.ts';
import type { Entry, Partnership } from '../partnership.ts';
import { type Decimal, decimal, quotient } from './decimal.ts';
import { upTo } from './records.ts';

/** One figure of a metric on one day. */
export interface Observation {
  readonly entry: Entry<unknown>;
  readonly on: CalendarDate;
  /** False where the entry gives neither a value nor a share, or both. */
  readonly isMeasured: boolean;
  /** The value as written, or part / whole; null where nothing is measured. Worked out when it is asked for. */
  readonly value: Decimal | null;
  /** Part and whole, where the observation is a share. */
  readonly part: { readonly num: Decimal; readonly den: Decimal } | null;
  readonly source: string | null;
  readonly method: string | null;
  readonly by: string | null;
}

/**
 * The observations up to a day by metric, those that sections of the model's own measure among them, in order of
 * their dates; those of one day in the order of the files, so that the last of them is the latest.
 */
export function observationsByMetric(
  partnership: Partnership,
  today: CalendarDate,
): ReadonlyMap<string, readonly Observation[]> {
  const byMetric = new Map<string, Observation[]>();
  for (const entry of upTo(observedFigures(partnership), today)) {
    const { metric } = entry.value;
    const list = byMetric.get(metric);
    if (list === undefined) byMetric.set(metric, [observationOf(entry)]);
    else list.push(observationOf(entry));
  }
  for (const list of byMetric.values()) list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return byMetric;
}

function observationOf(entry: Entry<ObservationData>): Observation {
  const { on, value, num, den, source = null, method = null, by = null } = entry.value;
  const isShare = num !== undefined || den !== undefined;
  const part =
    value === undefined && num !== undefined && den !== undefined && den > 0
      ? { num: decimal(num), den: decimal(den) }
      : null;
  const own = value === undefined || isShare ? undefined : value;
  let known: Decimal | null | undefined;
  return {
    entry,
    on,
    isMeasured: part !== null || own !== undefined,
    // A quotient of forty digits takes long, and most shares are only ever pooled.
    get value() {
      if (known === undefined) {
        known = part === null ? (own === undefined ? null : decimal(own)) : quotient(part.num, part.den);
      }
      return known;
    },
    part,
    source,
    method,
    by,
  };
}
