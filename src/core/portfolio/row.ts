import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import type { PartnershipSummary } from './summary.ts';

/** What a day makes of a summary: what is late then, and by how much. */
export interface PortfolioRow extends PartnershipSummary {
  readonly asOf: CalendarDate;
  /** Days since the due date of the current stage; null where none is due or it is not yet late. */
  readonly overdueDays: number | null;
  /** Days since the next review was to be; null where none is agreed or it lies ahead. */
  readonly reviewOverdueDays: number | null;
  /** Days that the open round of the current stage has lasted. */
  readonly stageDays: number | null;
  /** Days since the last sign of life of a partnership that goes on. */
  readonly quietDays: number | null;
  readonly overdueMilestones: number;
  readonly overdueConditions: number;
}

/** The row of a partnership as of a day on which its summary holds. */
export function rowOf(summary: PartnershipSummary, today: CalendarDate): PortfolioRow {
  const { current } = summary;
  const since = (day: CalendarDate | null) => (day === null ? null : Math.max(0, daysBetween(day, today)));
  const late = (day: CalendarDate | null) => (day !== null && day < today ? daysBetween(day, today) : null);
  const past = (days: readonly CalendarDate[]) => days.filter((day) => day < today).length;
  const ofDay = {
    asOf: today,
    overdueDays: late(current?.due ?? null),
    reviewOverdueDays: late(summary.nextReview),
    stageDays: since(current?.since ?? null),
    quietDays: current === null ? null : since(summary.lastActivity ?? summary.started),
    overdueMilestones: past(summary.milestonesDue),
    overdueConditions: current === null ? 0 : past(summary.conditionsDue),
  };
  // Not a spread: V8 gives each copy of so many fields a form of its own, and takes three times as long.
  return Object.assign(ofDay, summary);
}
