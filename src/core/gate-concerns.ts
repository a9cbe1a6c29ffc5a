import type { StageRecord } from './partnership.ts';
import type { Diagnostic, ProblemCode } from './problem.ts';

// What looks unready to those who review a gate. None of it is a block.
const concerns: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'health-unanswered',
  'assessment-incomplete',
  'critical-need-uncovered',
]);

/** The warnings that the reviewers of a stage's gate should know of; they stand in the stage's own file. */
export function concernsAt(diagnostics: readonly Diagnostic[], record: StageRecord): Diagnostic[] {
  return diagnostics.filter(({ code, file }) => concerns.has(code) && file === record.source.file);
}

/** What the status tells of: the concerns of the current gate, and every critical need that is open. */
export function concernsNow(
  diagnostics: readonly Diagnostic[],
  current: StageRecord | undefined,
): Diagnostic[] {
  if (current === undefined) return [];
  return diagnostics.filter(({ code, file, params }) => {
    if (code === 'critical-need-uncovered') return params.at === 'need';
    return concerns.has(code) && file === current.source.file;
  });
}
