import type { CalendarDate } from '../calendar-date.ts';
import type { Report } from '../report.ts';
import type { StageState } from '../status.ts';

/** What a day of a partnership's calendar is for. */
export type CalendarKind = 'milestone' | 'stage' | 'review' | 'condition';

/** A whole day in a calendar. `id` stays the same whatever becomes of the day and the words. */
export interface CalendarEntry {
  readonly id: string;
  readonly kind: CalendarKind;
  readonly on: CalendarDate;
  readonly title: string;
  readonly owner: string | null;
  readonly done: boolean;
}

/**
 * The days that people keep in their calendars: milestones, the due days of stages that are not passed, the
 * next review and the conditions that wait for something, by day. Milestones that are done stay, as done.
 */
export function calendarOf({ stages, status, measurement, reviews: held }: Report): CalendarEntry[] {
  const milestones = measurement.milestones.flatMap(({ id, title, owner, due, doneOn }): CalendarEntry[] =>
    due === null ? [] : [{ id, kind: 'milestone', on: due, title, owner, done: doneOn !== null }],
  );
  const dues = stages.flatMap(({ stage, title, owner, due, state }): CalendarEntry[] =>
    due === null || status.current === null || isPassed(state)
      ? []
      : [{ id: stage, kind: 'stage', on: due, title, owner, done: false }],
  );
  const current = stages.find(({ number }) => number === status.current?.number);
  const reviews: CalendarEntry[] =
    status.nextReview === null
      ? []
      : [
          {
            // By the review that set it: the next one to be set is another meeting.
            id: `after-${held[0]?.id ?? 'start'}`,
            kind: 'review',
            on: status.nextReview,
            title: current?.title ?? '',
            owner: null,
            done: false,
          },
        ];
  const conditions = status.conditions.flatMap(({ ref, text, owner, due }): CalendarEntry[] =>
    due === null ? [] : [{ id: ref, kind: 'condition', on: due, title: text, owner, done: false }],
  );
  return [...milestones, ...dues, ...reviews, ...conditions].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
}

// A stage that was changed since its review has been passed all the same.
function isPassed(state: StageState): boolean {
  return state === 'passed' || state === 'suspect';
}
