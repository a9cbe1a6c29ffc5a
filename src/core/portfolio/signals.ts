import type { PortfolioRow } from './row.ts';

/** Why a partnership wants to be looked at; the most urgent first. */
export const signals = [
  'unreadable',
  'errors',
  'suspect',
  'overdue',
  'review_overdue',
  'milestones_overdue',
  'conditions_overdue',
  'stalled',
  'on_hold',
] as const;

export type Signal = (typeof signals)[number];

/** So many days without anything recorded make an active partnership a stalled one: a quarter of a year. */
const stalledAfterDays = 90;

/** Says whether nothing has been recorded of an active partnership for a quarter. */
export function isStalled({ state, quietDays }: PortfolioRow): boolean {
  return state === 'active' && quietDays !== null && quietDays >= stalledAfterDays;
}

/** Says whether the due date of the current stage has passed. */
export function isOverdue({ overdueDays }: PortfolioRow): boolean {
  return overdueDays !== null;
}

const tests: Readonly<Record<Signal, (row: PortfolioRow) => boolean>> = {
  unreadable: ({ state }) => state === null,
  errors: ({ errors, state }) => errors > 0 && state !== null,
  suspect: ({ suspect }) => suspect > 0,
  overdue: isOverdue,
  review_overdue: ({ reviewOverdueDays }) => reviewOverdueDays !== null,
  milestones_overdue: ({ overdueMilestones }) => overdueMilestones > 0,
  conditions_overdue: ({ overdueConditions }) => overdueConditions > 0,
  stalled: isStalled,
  on_hold: ({ state }) => state === 'on_hold',
};

/** All that calls for a look at a partnership, the most urgent first; empty where it is on course. */
export function signalsOf(row: PortfolioRow): Signal[] {
  return signals.filter((signal) => tests[signal](row));
}

/** How urgent a look is, for sorting: 0 first. What is on course comes after, and what has ended last. */
export function urgencyOf(row: PortfolioRow): number {
  const first = signals.findIndex((signal) => tests[signal](row));
  if (first >= 0) return first;
  return signals.length + (row.current === null ? 1 : 0);
}
