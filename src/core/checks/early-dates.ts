import type { CalendarDate } from '../calendar-date.ts';
import { measuredFigures } from '../observed.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { type Finding, warningAt } from './finding.ts';

interface Dated {
  readonly partner?: string;
  readonly on?: CalendarDate;
  readonly done_on?: CalendarDate;
}

// Sections that say what was done and measured, with the field that says when.
const deeds = [
  ['contributions', 'on'],
  ['observations', 'on'],
  ['health', 'on'],
  ['progress', 'done_on'],
] as const;

/**
 * What is dated before the partnership started, or before the partner that did it joined. A figure from
 * before the start is a baseline, and its place is in the metric.
 */
export function checkEarlyDates(partnership: Partnership): Finding[] {
  const joined = new Map(
    partnership.partners.flatMap(({ value: { id, joined: day, left } }) =>
      // A day of joining after that of leaving is told as such, and says nothing of the deeds.
      day === undefined || (left !== undefined && left < day) ? [] : [[id, day]],
    ),
  );
  return [...measuredEarly(partnership), ...deedsEarly(partnership, joined)];
}

/** A figure that a section of the model's own measures. */
function measuredEarly(partnership: Partnership): Finding[] {
  const { started } = partnership;
  return measuredFigures(partnership).flatMap((figure) => {
    const { on: date } = figure.value;
    if (started === null || date >= started) return [];
    return [
      warningAt(figure, [figure.fieldOf('on')], 'before-start', { date, started, section: 'observations' }),
    ];
  });
}

function deedsEarly(partnership: Partnership, joined: ReadonlyMap<string, CalendarDate>): Finding[] {
  const { started } = partnership;
  return deeds.flatMap(([section, field]) =>
    entriesOf<Dated>(partnership, section).flatMap((entry) => {
      const date = entry.value[field];
      if (date === undefined) return [];
      if (started !== null && date < started)
        return [warningAt(entry, [field], 'before-start', { date, started, section })];
      return beforeJoining(entry, field, date, joined);
    }),
  );
}

function beforeJoining(
  entry: Entry<Dated>,
  field: string,
  date: CalendarDate,
  joined: ReadonlyMap<string, CalendarDate>,
): Finding[] {
  const { partner = '' } = entry.value;
  const day = joined.get(partner);
  if (day === undefined || date >= day) return [];
  return [warningAt(entry, [field], 'partner-not-joined', { partner, joined: day, date })];
}
