import { criteriaOf } from '../assessment.ts';
import type { Journey } from '../journey.ts';
import { type Entry, entriesOf, type Partnership, stageHolding } from '../partnership.ts';
import { type Finding, warningAt } from './finding.ts';
import { isSuspect } from './reviews.ts';

interface Candidate {
  readonly id: string;
  readonly sector?: string;
  readonly scores?: Readonly<Record<string, number | 'unknown'>>;
  readonly status?: string;
}

const chosen: ReadonlySet<string | undefined> = new Set(['invited', 'joined']);

/**
 * Chosen candidates whose assessment leaves out what is asked of their sector. Told as long as the gate
 * of the stage can still look at it: before it is passed, and after a change that it did not see.
 */
export function checkAssessments(partnership: Partnership, journey: Journey): Finding[] {
  const record = stageHolding(partnership, 'candidates');
  if (record === undefined || journey.current === null) return [];
  const isPassed = journey.stages[record.number - 1]?.passed === true;
  if (isPassed && !isSuspect(record, journey)) return [];
  return entriesOf<Candidate>(partnership, 'candidates').flatMap(unassessed);
}

function unassessed(entry: Entry<Candidate>): Finding[] {
  const { id, sector, scores = {}, status } = entry.value;
  if (!chosen.has(status)) return [];
  const scored = (key: string) => Object.hasOwn(scores, key) && scores[key] !== 'unknown';
  const open = criteriaOf(sector)
    .map((criterion) => criterion.id)
    .filter((key) => !scored(key));
  if (open.length === 0) return [];
  const place = entry.value.scores === undefined ? 'id' : 'scores';
  const params = { candidate: id, criteria: open, first: open[0] as string };
  return [{ ...warningAt(entry, [place], 'assessment-incomplete', params), at: 'key' }];
}
