import { addDays, type CalendarDate, isCalendarDate } from '../calendar-date.ts';
import type { Partnership } from '../partnership.ts';

/** Days on which something holds: `from` and later, and earlier than `before`; null is no bound. */
export interface Holding {
  readonly from: CalendarDate | null;
  readonly before: CalendarDate | null;
}

/** Says whether a day is one of those on which something holds. */
export function holdsOn({ from, before }: Holding, today: CalendarDate): boolean {
  return (from === null || from <= today) && (before === null || today < before);
}

/** The days that stand in a partnership's files. */
export interface Dates {
  /** Whatever they are for. */
  readonly all: Set<CalendarDate>;
  /** Those on which something is said to have happened. */
  readonly happened: Set<CalendarDate>;
}

// Every field for a day on which something happened is named so (test/core/portfolio holds it to that).
const happenedKey = /^(date|on|\w+_on)$/;

/** The fields of sections of a model's own that say when something happened, whatever they are called. */
function ownHappenedKeys({ stages }: Partnership): ReadonlySet<string> {
  const own = stages.flatMap(({ sections }) => sections.filter((section) => section.own !== undefined));
  const fields = own.flatMap((section) => (section.form === 'text' ? [] : section.entry.fields));
  return new Set(fields.flatMap(({ key, meta }) => (meta?.happened === true ? [key] : [])));
}

/** Gathers the days of all files, wherever they stand in them. */
export function datesOf(partnership: Partnership): Dates {
  const own = ownHappenedKeys(partnership);
  const dates: Dates = { all: new Set(), happened: new Set() };
  const waiting: unknown[] = [
    partnership.home.data,
    partnership.book.data,
    ...partnership.stages.map(({ source }) => source.data),
  ];
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === 'object') waiting.push(part);
      else if (typeof part === 'string' && part.length === 10 && isCalendarDate(part)) {
        dates.all.add(part);
        if (happenedKey.test(key) || own.has(key)) dates.happened.add(part);
      }
    }
  }
  return dates;
}

/**
 * The days around `today` between which no date of the files comes or passes. Every check and figure
 * only asks whether a day has come (from that day on) or is over (from the next day on).
 */
export function holdingOf(dates: ReadonlySet<CalendarDate>, today: CalendarDate): Holding {
  const last = latestUpTo(dates, today);
  if (last === today) return { from: today, before: addDays(today, 1) };
  const ahead = [...dates].filter((date) => date > today);
  return { from: last === null ? null : addDays(last, 1), before: ahead.sort()[0] ?? null };
}

/** The latest of some days that is not after `today`; null where none is. */
export function latestUpTo(dates: ReadonlySet<CalendarDate>, today: CalendarDate): CalendarDate | null {
  const last = [...dates].reduce((latest, date) => (date <= today && date > latest ? date : latest), '');
  return last === '' ? null : last;
}
