import type { Diagnostic } from '../core/problem.ts';
import type { Status } from '../core/status.ts';
import { describeProblem, type ProblemTexts } from './problem-texts.ts';
import { milestoneJson } from './timeline-json.ts';

/** A problem as JSON; `file` must be relative to the reader's working directory already. */
export function diagnosticJson(diagnostic: Diagnostic, texts: ProblemTexts) {
  const { code, severity, file, line, column, path } = diagnostic;
  const { message, hint = null } = describeProblem(diagnostic, texts);
  return { code, severity, file, line, column, path, message, hint };
}

/** The status as JSON, format 1. */
export function statusJson(status: Status, diagnostics: readonly Diagnostic[], texts: ProblemTexts) {
  return {
    format: 1,
    id: status.id,
    name: status.name,
    language: status.language,
    model: status.model,
    state: status.state,
    as_of: status.asOf,
    current: status.current,
    progress: status.progress,
    stages: status.stages.map(({ overdueDays, ...stage }) => ({ ...stage, overdue_days: overdueDays })),
    gate: status.gate,
    gate_warnings: status.concerns.map((concern) => {
      const { message, hint = null } = describeProblem(concern, texts);
      return { code: concern.code, message, hint };
    }),
    conditions: status.conditions,
    next_review: status.nextReview,
    milestones: {
      next: status.milestones.next.map(milestoneJson),
      overdue: status.milestones.overdue.map(milestoneJson),
    },
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, texts)),
  };
}
