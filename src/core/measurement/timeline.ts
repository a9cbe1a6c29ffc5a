import type { CalendarDate } from '../calendar-date.ts';
import type { Partnership } from '../partnership.ts';
import {
  type MilestoneStanding,
  type MilestoneState,
  milestonesOf,
  type OnTimeRate,
  onTimeRate,
} from './milestones.ts';

/** The milestones against their due dates, as of a day: late ones first. */
export interface Timeline {
  readonly name: string;
  readonly asOf: CalendarDate;
  readonly onTime: OnTimeRate;
  readonly milestones: readonly MilestoneStanding[];
}

/** What is to be done next and what should have been done already. */
export interface MilestonesAhead {
  /** The next three that are open and not overdue, the soonest first; those without a date are left out. */
  readonly next: readonly MilestoneStanding[];
  /** The latest first. */
  readonly overdue: readonly MilestoneStanding[];
}

// Late ones first, the open ones among them before those that were done in the end.
const order: readonly MilestoneState[] = [
  'overdue',
  'done_late',
  'upcoming',
  'undated',
  'done_on_time',
  'done_undated',
];

/** Puts the milestones of a partnership into the order in which they want to be looked at. */
export function timelineOf(partnership: Partnership, today: CalendarDate): Timeline {
  const standings = milestonesOf(partnership, today);
  return {
    name: partnership.name,
    asOf: today,
    onTime: onTimeRate(standings),
    milestones: [...standings].sort(byUrgency),
  };
}

/** The next three milestones and all that are overdue. */
export function milestonesAhead(partnership: Partnership, today: CalendarDate): MilestonesAhead {
  const standings = milestonesOf(partnership, today);
  const inState = (wanted: MilestoneState) =>
    standings.filter(({ state }) => state === wanted).sort(byUrgency);
  return { next: inState('upcoming').slice(0, 3), overdue: inState('overdue') };
}

/** By state, then the latest or the soonest first; of equal ones in the order of the plan. */
function byUrgency(a: MilestoneStanding, b: MilestoneStanding): number {
  if (a.state !== b.state) return order.indexOf(a.state) - order.indexOf(b.state);
  const late = (b.lateDays ?? 0) - (a.lateDays ?? 0);
  return late === 0 ? compare(a.due ?? a.doneOn ?? '', b.due ?? b.doneOn ?? '') : late;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
