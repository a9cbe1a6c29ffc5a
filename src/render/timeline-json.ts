import type { MilestoneStanding } from '../core/measurement/milestones.ts';
import type { Timeline } from '../core/measurement/timeline.ts';

/** The timeline as JSON, format 1: late milestones first. */
export function timelineJson({ asOf, onTime, milestones }: Timeline) {
  return {
    format: 1,
    as_of: asOf,
    on_time: { on_time: onTime.onTime, due: onTime.due, rate: onTime.rate },
    milestones: milestones.map(milestoneJson),
  };
}

/** One milestone as JSON. */
export function milestoneJson({ id, title, owner, due, doneOn, state, lateDays }: MilestoneStanding) {
  return { id, title, owner, due, done_on: doneOn, state, late_days: lateDays };
}
