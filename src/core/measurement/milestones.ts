import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';

/** A milestone as the plan sets it. */
interface MilestoneData {
  readonly id: string;
  readonly title: string;
  readonly owner?: string;
  readonly due?: CalendarDate;
}

interface ProgressData {
  readonly milestone: string;
  readonly done_on?: CalendarDate;
}

/** How a milestone stands against its due date. */
export type MilestoneState =
  | 'done_on_time'
  | 'done_late'
  | 'overdue'
  | 'upcoming'
  | 'done_undated'
  | 'undated';

/** One milestone as of a day, with its place in the plan. */
export interface MilestoneStanding {
  readonly entry: Entry<unknown>;
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly due: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly state: MilestoneState;
  /** Days from the due date to the day it was done, or to today where it is overdue; else null. */
  readonly lateDays: number | null;
  /** Due today or earlier, done or not: it counts in the on-time rate. */
  readonly isDue: boolean;
}

/** Milestones done by their due date, among those due by the day in question. */
export interface OnTimeRate {
  readonly onTime: number;
  readonly due: number;
  /** `onTime / due`; null where nothing is due yet. */
  readonly rate: number | null;
}

/**
 * How each milestone stands as of a day, in the order of the plan. What was done after that day is
 * not done yet. A milestone that is due on the day itself and open is upcoming, not overdue.
 */
export function milestonesOf(partnership: Partnership, today: CalendarDate): MilestoneStanding[] {
  const doneDays = doneDaysOf(partnership, today);
  return entriesOf<MilestoneData>(partnership, 'milestones').map((entry) => {
    const { id, title, owner = null, due = null } = entry.value;
    const doneOn = doneDays.get(id) ?? null;
    const state = stateOf(due, doneOn, today);
    const isLate = due !== null && (state === 'overdue' || state === 'done_late');
    const lateDays = isLate ? daysBetween(due, doneOn ?? today) : null;
    return { entry, id, title, owner, due, doneOn, state, lateDays, isDue: due !== null && due <= today };
  });
}

/** The day each milestone was done. Several entries of one are an error; the first that is done counts. */
function doneDaysOf(partnership: Partnership, today: CalendarDate): Map<string, CalendarDate> {
  const days = new Map<string, CalendarDate>();
  for (const { value } of entriesOf<ProgressData>(partnership, 'progress')) {
    const { milestone, done_on: doneOn } = value;
    if (doneOn !== undefined && doneOn <= today && !days.has(milestone)) days.set(milestone, doneOn);
  }
  return days;
}

function stateOf(due: CalendarDate | null, doneOn: CalendarDate | null, today: CalendarDate): MilestoneState {
  if (due === null) return doneOn === null ? 'undated' : 'done_undated';
  if (doneOn !== null) return doneOn <= due ? 'done_on_time' : 'done_late';
  return due < today ? 'overdue' : 'upcoming';
}

/**
 * The on-time rate: milestones done by their due date / milestones due by today, where one that is
 * due and still open counts as late. A milestone that lies ahead is in neither number, even if it is
 * done early, since the date that it is held against has not come; one that is due today counts
 * already, and until it is done it counts against the rate.
 */
export function onTimeRate(standings: readonly MilestoneStanding[]): OnTimeRate {
  const counted = standings.filter(({ isDue }) => isDue);
  const onTime = counted.filter(({ state }) => state === 'done_on_time').length;
  return { onTime, due: counted.length, rate: counted.length === 0 ? null : onTime / counted.length };
}
