import type { CalendarDate } from '../calendar-date.ts';
import { isCalendarDate } from '../calendar-date.ts';
import { type Entry, entriesOf, type Partnership, type StageRecord, stageData } from '../partnership.ts';
import { type Field, fieldsOf } from '../schema/section.ts';
import { checklistItem } from '../schema/stage.ts';
import { errorAt, type Finding, warningAt } from './finding.ts';

// Pairs of fields of which the second can't be before the first.
const orderedPairs = [
  ['joined', 'left'],
  ['from', 'to'],
] as const;

/** Dates in order, things said to have happened that lie ahead, and what is due before the start. */
export function checkDates(partnership: Partnership, today: CalendarDate): Finding[] {
  const inOrder: Finding[] = [];
  const ahead: Finding[] = [];
  for (const { fields, entries } of [...partnership.lists, ...checklists(partnership)]) {
    const happened = fields.filter(({ meta }) => meta.happened === true);
    for (const entry of entries) {
      addOutOfOrder(inOrder, entry);
      for (const { key } of happened) addInFuture(ahead, entry, key, today);
    }
  }
  return [
    ...inOrder,
    ...ahead,
    ...partnership.stages.flatMap((record) => dueBeforeStart(partnership, record)),
    ...partnership.partners.flatMap((partner) =>
      partner.value.left !== undefined && partner.value.left_reason === undefined
        ? [warningAt(partner, ['left'], 'left-without-reason', { partner: partner.value.id })]
        : [],
    ),
  ];
}

function checklists({ stages }: Partnership): { fields: readonly Field[]; entries: readonly Entry[] }[] {
  const fields = fieldsOf(checklistItem);
  return stages.map(({ items }) => ({ fields, entries: items as readonly Entry<unknown>[] as Entry[] }));
}

/** Dates of one entry of which the second lies before the first. */
export function outOfOrder(entry: Entry): Finding[] {
  const findings: Finding[] = [];
  addOutOfOrder(findings, entry);
  return findings;
}

function addOutOfOrder(findings: Finding[], entry: Entry): void {
  for (const [from, to] of orderedPairs) {
    const earlier = entry.value[from];
    const later = entry.value[to];
    if (typeof earlier !== 'string' || typeof later !== 'string' || earlier <= later) continue;
    if (!isCalendarDate(earlier) || !isCalendarDate(later)) continue;
    const params = { earlier: from, later: to, from: earlier, to: later };
    findings.push(errorAt(entry, [to], 'dates-out-of-order', params));
  }
}

function addInFuture(findings: Finding[], entry: Entry, key: string, today: CalendarDate): void {
  const value = entry.value[key];
  // What is no date is told by the schema; comparing them rules out nearly all.
  if (typeof value !== 'string' || value <= today || !isCalendarDate(value)) return;
  findings.push(warningAt(entry, [key], 'date-in-future', { date: value, today }));
}

function dueBeforeStart({ started }: Partnership, record: StageRecord): Finding[] {
  const { source } = record;
  const { due } = stageData(record);
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
