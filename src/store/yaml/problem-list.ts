import type { DataPath, ProblemCode, ProblemParams, Severity } from '../../core/problem.ts';
import { maxProblems } from './limits.ts';
import type { TextProblem } from './reading.ts';

/** What was found in one file so far. Counts everything; keeps enough for the report. */
export interface ProblemList {
  readonly kept: TextProblem[];
  count: number;
  errorCount: number;
}

/** Where a problem stands and what its message may name; `end` is `start` where left out. */
export interface ProblemPlace {
  readonly start: number;
  readonly end?: number;
  readonly path?: DataPath;
  readonly params?: ProblemParams;
  readonly severity?: Severity;
}

// Checks do not find problems in the order of the text, so more than the reported are kept to sort.
const keptAtMost = 20 * maxProblems;

/** Starts an empty list. */
export function emptyProblemList(): ProblemList {
  return { kept: [], count: 0, errorCount: 0 };
}

/** Adds a problem; an error unless `place.severity` says otherwise. */
export function addProblem(list: ProblemList, code: ProblemCode, place: ProblemPlace): void {
  const severity = place.severity ?? 'error';
  list.count += 1;
  if (severity === 'error') list.errorCount += 1;
  if (list.kept.length >= keptAtMost) return;
  const end = Math.max(place.start, place.end ?? place.start);
  list.kept.push({
    code,
    severity,
    start: place.start,
    end,
    path: place.path ?? [],
    params: place.params ?? {},
  });
}

/**
 * The problems sorted by offset, at most `maxProblems`: where there are more, the last is
 * `too-many-problems` with `count`, how many there are in all.
 */
export function reportedProblems(list: ProblemList): TextProblem[] {
  const sorted = [...list.kept].sort((a, b) => a.start - b.start);
  const last = sorted[maxProblems - 1];
  if (list.count <= maxProblems || last === undefined) return sorted;
  const severity = list.errorCount > 0 ? 'error' : 'warning';
  const params = { count: list.count };
  const summary: TextProblem = { ...last, code: 'too-many-problems', severity, path: [], params };
  return [...sorted.slice(0, maxProblems - 1), summary];
}
