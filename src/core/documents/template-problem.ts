import type { ProblemParams } from '../problem.ts';

/** What can be wrong with a template of a document. The codes are public, as those of files are. */
export const templateProblemCodes = [
  'template-syntax',
  'template-not-closed',
  'template-not-open',
  'template-unknown-name',
  'template-unknown-column',
] as const;

export type TemplateProblemCode = (typeof templateProblemCodes)[number];

/** A problem of a template; `at` is its offset in the text, in UTF-16 units. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly at: number;
  readonly params: ProblemParams;
}
