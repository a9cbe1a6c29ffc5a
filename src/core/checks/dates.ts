import type { CalendarDate } from '../calendar-date.ts';
import { isCalendarDate } from '../calendar-date.ts';
import {
  type CheckedFile,
  type Entry,
  entriesOf,
  type Partnership,
  soundEntries,
  stageData,
} from '../partnership.ts';
import { fieldsOf } from '../schema/section.ts';
import { checklistItem } from '../schema/stage.ts';
import { errorAt, type Finding, warningAt } from './finding.ts';
import { allEntries } from './places.ts';

// Pairs of fields of which the second can't be before the first.
const orderedPairs = [
  ['joined', 'left'],
  ['from', 'to'],
] as const;

/** Dates in order, things said to have happened that lie ahead, and what is due before the start. */
export function checkDates(partnership: Partnership, today: CalendarDate): Finding[] {
  const entries = [...allEntries(partnership), ...checklistEntries(partnership)];
  return [
    ...entries.flatMap(({ entry }) => outOfOrder(entry)),
    ...entries.flatMap(({ entry, fields }) =>
      fields.flatMap(({ key, meta }) => (meta.happened === true ? inFuture(entry, key, today) : [])),
    ),
    ...partnership.stages.flatMap(({ source }) => dueBeforeStart(partnership, source)),
    ...partnership.partners.flatMap((partner) =>
      partner.value.left !== undefined && partner.value.left_reason === undefined
        ? [warningAt(partner, ['left'], 'left-without-reason', { partner: partner.value.id })]
        : [],
    ),
  ];
}

function checklistEntries(partnership: Partnership) {
  const fields = fieldsOf(checklistItem);
  return partnership.stages.flatMap(({ source }) =>
    soundEntries<Readonly<Record<string, unknown>>>(source, ['checklist']).map((entry) => ({
      entry,
      fields,
    })),
  );
}

/** Dates of one entry of which the second lies before the first. */
export function outOfOrder(entry: Entry): Finding[] {
  return orderedPairs.flatMap(([from, to]) => {
    const [earlier, later] = [entry.value[from], entry.value[to]];
    const both =
      typeof earlier === 'string' &&
      typeof later === 'string' &&
      isCalendarDate(earlier) &&
      isCalendarDate(later);
    if (!both || earlier <= later) return [];
    return [
      errorAt(entry, [to], 'dates-out-of-order', { earlier: from, later: to, from: earlier, to: later }),
    ];
  });
}

function inFuture(entry: Entry, key: string, today: CalendarDate): Finding[] {
  const value = entry.value[key];
  if (typeof value !== 'string' || !isCalendarDate(value) || value <= today) return [];
  return [warningAt(entry, [key], 'date-in-future', { date: value, today })];
}

function dueBeforeStart(partnership: Partnership, source: CheckedFile): Finding[] {
  const record = partnership.stages.find((stage) => stage.source === source);
  const due = record === undefined ? undefined : stageData(record).due;
  const started = partnership.started;
  if (started === null || typeof due !== 'string' || !isCalendarDate(due) || due >= started) return [];
  const whole: Entry<unknown> = { value: source.data, file: source.file, path: [] };
  return [
    warningAt(whole, ['due'], 'dates-out-of-order', {
      earlier: 'started',
      later: 'due',
      from: started,
      to: due,
    }),
  ];
}

// Sections whose entries say what a partner did on a day.
const partnersDeeds = ['contributions', 'health'] as const;

/** What a partner is said to have done after the day it left. */
export function checkLeavers(partnership: Partnership): Finding[] {
  const leavers = new Map(
    partnership.partners.flatMap(({ value: { id, joined = '', left } }) =>
      // A day of leaving before that of joining is told as such, and says nothing of the deeds.
      left === undefined || left < joined ? [] : [[id, left]],
    ),
  );
  return partnersDeeds.flatMap((section) =>
    entriesOf<{ partner?: string; on?: string }>(partnership, section).flatMap((entry) => {
      const { partner = '', on } = entry.value;
      const left = leavers.get(partner);
      if (left === undefined || on === undefined || on <= left) return [];
      return [errorAt(entry, ['on'], 'partner-left', { partner, left, date: on })];
    }),
  );
}
