import { type CalendarDate, daysBetween } from '../../core/calendar-date.ts';
import type { MilestoneStanding, MilestoneState } from '../../core/measurement/milestones.ts';
import type { MilestoneWords } from '../messages/milestones.ts';
import type { Terms } from '../messages/terms.ts';
import type { StyleName } from './theme.ts';

/** The words that milestones are told in. */
export interface MilestoneView {
  readonly terms: Pick<Terms, 'date' | 'status'>;
  readonly words: MilestoneWords;
}

/** How each state looks. */
export const milestoneStyles: Readonly<Record<MilestoneState, StyleName>> = {
  overdue: 'bad',
  done_late: 'attention',
  upcoming: 'accent',
  undated: 'muted',
  done_on_time: 'good',
  done_undated: 'good',
};

/** A sign beside every title, so that the state is seen without colour too. */
export const milestoneSigns: Readonly<Record<MilestoneState, string>> = {
  overdue: '!',
  done_late: '✔',
  upcoming: '○',
  undated: '○',
  done_on_time: '✔',
  done_undated: '✔',
};

/** How a milestone stands, in a few words: `12 days late`, `done 3 Mar 2026`, `in 5 days`. */
export function standingText(
  { due, doneOn, lateDays, state }: MilestoneStanding,
  asOf: CalendarDate,
  { terms, words }: MilestoneView,
): string {
  if (doneOn !== null) {
    const day = terms.date(doneOn);
    return lateDays === null ? words.done(day) : words.doneLate(day, lateDays);
  }
  if (state === 'overdue') return words.late(lateDays ?? 0);
  return due === null ? words.noDate : words.dueIn(daysBetween(asOf, due));
}

/** Its due date and its owner, as far as it has them: `due 3 May 2026 · Dana`. */
export function dueAndOwner({ due, owner }: MilestoneStanding, { terms, words }: MilestoneView): string[] {
  return [...(due === null ? [] : [words.dueOn(terms.date(due))]), ...(owner === null ? [] : [owner])];
}
