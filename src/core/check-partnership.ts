import type { CalendarDate } from './calendar-date.ts';
import { checkAssessments } from './checks/assessment.ts';
import { checkChecklists } from './checks/checklists.ts';
import { checkCriticalNeeds } from './checks/critical-needs.ts';
import { checkDates, checkLeavers } from './checks/dates.ts';
import { checkEarlyDates } from './checks/early-dates.ts';
import { checkFigures } from './checks/figures.ts';
import type { Finding } from './checks/finding.ts';
import { checkHealthAnswers } from './checks/health-answers.ts';
import { checkLeftBehind } from './checks/leavers.ts';
import { checkMeasures } from './checks/measures.ts';
import { checkMetricPlans } from './checks/metric-plans.ts';
import { checkRates } from './checks/rates.ts';
import { checkReferences } from './checks/references.ts';
import { checkReviews } from './checks/reviews.ts';
import { checkSeries } from './checks/series.ts';
import { exitDecision } from './gate.ts';
import { type Journey, walkReviews } from './journey.ts';
import type { Partnership } from './partnership.ts';

/** The walk that a partnership's minutes book tells. */
export function journeyOf(partnership: Partnership): Journey {
  return walkReviews(partnership.model, partnership.reviews, exitDecision(partnership));
}

/**
 * Every problem in a partnership's data: what each file's schema finds, then what one file gets
 * wrong about another. To add a check: write it in checks/ and name it here.
 */
export function checkPartnership(partnership: Partnership, journey: Journey, today: CalendarDate): Finding[] {
  const files = [partnership.home, ...partnership.stages.map(({ source }) => source), partnership.book];
  return [
    ...files.flatMap(({ file, problems }) => problems.map((problem) => ({ ...problem, file }))),
    ...checkReferences(partnership),
    ...checkChecklists(partnership),
    ...checkDates(partnership, today),
    ...checkLeavers(partnership),
    ...checkReviews(partnership, journey, today),
    ...checkFigures(partnership),
    ...checkEarlyDates(partnership),
    ...checkLeftBehind(partnership, journey, today),
    ...checkCriticalNeeds(partnership, journey, today),
    ...checkAssessments(partnership, journey),
    ...checkHealthAnswers(partnership, journey, today),
    ...checkMeasures(partnership),
    ...checkMetricPlans(partnership),
    ...checkSeries(partnership),
    ...checkRates(partnership),
  ];
}
