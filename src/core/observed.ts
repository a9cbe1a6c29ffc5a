import type { CalendarDate } from './calendar-date.ts';
import { type Entry, entriesOf, type Partnership } from './partnership.ts';
import type { ListSection, OwnMeasure } from './schema/section.ts';
import { soundEntries } from './sound-entries.ts';

/** An observation of a metric, as the schema of `observations` accepts it. */
export interface ObservationData {
  readonly metric: string;
  readonly on: CalendarDate;
  readonly value?: number;
  readonly num?: number;
  readonly den?: number;
  readonly source?: string;
  readonly method?: string;
  readonly by?: string;
}

/** What of an observation stands in a field of its own. */
type ObservedKey = 'metric' | 'on' | 'value' | 'num' | 'den';

/** An observation, in `observations` or in an entry of a section that measures; the place is that entry's. */
export interface ObservedFigure extends Entry<ObservationData> {
  readonly section: string;
  /** The field of the entry that each part of the observation stands in. */
  readonly fieldOf: (key: ObservedKey) => string;
}

/** Every observation of a partnership: those of `observations`, then those that sections of the model's own measure. */
export function observedFigures(partnership: Partnership): ObservedFigure[] {
  const plain = entriesOf<ObservationData>(partnership, 'observations').map(({ value, file, path }) => {
    return { value, file, path, section: 'observations', fieldOf: itself };
  });
  return [...plain, ...measuredFigures(partnership)];
}

const itself = (key: ObservedKey): string => key;

/** The observations that entries of sections of the model's own are, in the order of the stages. */
export function measuredFigures(partnership: Partnership): ObservedFigure[] {
  const figures: ObservedFigure[] = [];
  for (const { sections, source } of partnership.stages) {
    for (const section of sections) {
      // Few models have sections of their own, and every check of figures comes by.
      if (section.own === undefined || section.form !== 'list') continue;
      const entries = soundEntries<Readonly<Record<string, unknown>>>(source, [section.name]);
      for (const measure of section.own.measures)
        figures.push(...entries.flatMap((entry) => figureIn(entry, section, measure)));
    }
  }
  return figures;
}

/** What an entry measures, by the entry as its source; nothing where it leaves the figure out. A whole alone is none: it may serve another. */
function figureIn(
  entry: Entry<Readonly<Record<string, unknown>>>,
  section: ListSection,
  { metric, ...fields }: OwnMeasure,
): ObservedFigure[] {
  const numberIn = (key: 'value' | 'num' | 'den') => {
    const value = fields[key] === undefined ? undefined : entry.value[fields[key]];
    return typeof value === 'number' ? { [key]: value } : {};
  };
  const figure = { ...numberIn('value'), ...numberIn('num'), ...numberIn('den') };
  const on = entry.value[fields.on];
  const isMeasured = 'value' in figure || 'num' in figure;
  if (typeof on !== 'string' || !isMeasured) return [];
  const fieldOf = (key: ObservedKey) => (key === 'metric' ? fields.on : (fields[key] ?? fields.on));
  const source = [section.name, ...section.identity.map((key) => String(entry.value[key] ?? ''))].join('/');
  return [{ ...entry, section: section.name, value: { metric, on, ...figure, source }, fieldOf }];
}

/** The metrics that sections of the model's own measure, with the sections that do. */
export function measuredMetrics({ stages }: Partnership): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, own } of stages.flatMap(({ sections }) => sections)) {
    for (const { metric } of own?.measures ?? []) {
      const sections = found.get(metric);
      if (sections === undefined) found.set(metric, [name]);
      else sections.push(name);
    }
  }
  return found;
}
