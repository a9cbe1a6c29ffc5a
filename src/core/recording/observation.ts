import type { CalendarDate } from '../calendar-date.ts';
import { nearest } from '../nearest.ts';
import type { ObservationData } from '../observed.ts';
import { entriesOf, type Partnership } from '../partnership.ts';
import { type Figure, figureText, isRefusal, type Refusal } from './figure.ts';

/** One observation, its keys as in files. */
export type Observation = ObservationData;

/** What else is known of an observation beside its figure. */
export interface Particulars {
  readonly source?: string | undefined;
  readonly method?: string | undefined;
  readonly by?: string | undefined;
}

/** What recording needs to know of a metric. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly aggregate: string;
  readonly unit?: string;
  readonly target?: number;
}

/** The metrics of a partnership, in the order of their file. */
export function metricsOf(partnership: Partnership): Metric[] {
  return entriesOf<Metric>(partnership, 'metrics').map(({ value }) => value);
}

/** The observations that a partnership has, in the order of their file. */
export function observationsOf(partnership: Partnership): Observation[] {
  return entriesOf<Observation>(partnership, 'observations').map(({ value }) => value);
}

/** The figure of an observation; undefined where the file gives none. */
export function figureOf({ value, num, den }: Observation): Figure | undefined {
  if (value !== undefined) return { value };
  return num === undefined || den === undefined ? undefined : { num, den };
}

/** The metric with that id, or why there is none: `unknown-metric` with the nearest and all. */
export function findMetric(metrics: readonly Metric[], id: string): Metric | Refusal {
  const found = metrics.find((metric) => metric.id === id);
  if (found !== undefined) return found;
  const known = metrics.map((metric) => metric.id);
  // Who writes the name in full means that metric, however far its id is from it.
  const named = metrics.find(({ name }) => name.normalize('NFC') === id.normalize('NFC'));
  const meant = named?.id ?? nearest(id, known);
  return {
    code: 'unknown-metric',
    params: { metric: id, known, ...(meant === undefined ? {} : { nearest: meant }) },
  };
}

/** What speaks against a figure for a metric: pooled ones want a share, all others a plain value. */
export function unfitFigure({ id, aggregate }: Metric, figure: Figure): Refusal | undefined {
  const isShare = 'num' in figure;
  if (isShare === (aggregate === 'pooled')) return undefined;
  const params = { metric: id, aggregate, figure: figureText(figure) };
  return { code: isShare ? 'share-not-taken' : 'share-needed', params };
}

/** What speaks against a day: an observation says that something has been seen. */
export function unfitDay(on: CalendarDate, today: CalendarDate): Refusal | undefined {
  return on > today ? { code: 'day-in-future', params: { date: on, today } } : undefined;
}

/** An observation with its keys in the order of files; what is not known is left out. */
export function observationFrom(
  metric: string,
  on: CalendarDate,
  figure: Figure,
  { source, method, by }: Particulars,
): Observation {
  return {
    metric,
    on,
    ...figure,
    ...(source === undefined ? {} : { source }),
    ...(method === undefined ? {} : { method }),
    ...(by === undefined ? {} : { by }),
  };
}

/** One observation as it was typed, or the first thing that speaks against it. */
export function readObservation(
  metrics: readonly Metric[],
  given: { readonly metric: string; readonly on: CalendarDate; readonly figure: Figure | Refusal },
  particulars: Particulars,
  today: CalendarDate,
): Observation | Refusal {
  const metric = findMetric(metrics, given.metric);
  if (isRefusal(metric)) return metric;
  if (isRefusal(given.figure)) return given.figure;
  const unfit = unfitFigure(metric, given.figure) ?? unfitDay(given.on, today);
  return unfit ?? observationFrom(metric.id, given.on, given.figure, particulars);
}
