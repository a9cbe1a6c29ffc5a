import type { CalendarDate } from '../calendar-date.ts';
import type { Journey } from '../journey.ts';
import { stageIndex } from '../model.ts';
import type { Partnership } from '../partnership.ts';

/**
 * One stay in a stage: from the day it was entered to the day that a review left it. `from` is null where
 * nobody wrote down when the partnership began, `to` and `end` are null of the stay that is still open.
 */
export interface StageVisit {
  readonly stage: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly end: 'advance' | 'return' | 'close' | null;
}

/** The stays in stages that the minutes book tells, in order; reviews that do not fit it are left out. */
export function visitsOf(partnership: Partnership, journey: Journey): StageVisit[] {
  // A wrong number of the round is only remarked on: the walk takes such a review in.
  const misfits = journey.misfits.filter(({ code }) => code !== 'review-round').map(({ review }) => review);
  const leftOut = new Set(misfits);
  const stages = partnership.model.stages.map(({ id }) => id);
  const visits: StageVisit[] = [];
  let open: { stage: string; from: CalendarDate | null } | null =
    stages[0] === undefined ? null : { stage: stages[0], from: partnership.started };
  for (const entry of partnership.reviews) {
    const { decision, date, to, stage } = entry.value;
    if (leftOut.has(entry) || decision === 'hold' || decision === 'reconfirm') continue;
    if (open !== null) visits.push({ ...open, to: date, end: decision });
    const next = decision === 'return' ? to : stages[stageIndex(partnership.model, stage) + 1];
    open = decision === 'close' || next === undefined ? null : { stage: next, from: date };
  }
  if (open !== null) visits.push({ ...open, to: null, end: null });
  return visits;
}
