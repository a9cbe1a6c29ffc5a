import type { ProblemCode, Severity } from '../../core/problem.ts';
import type { Printable } from '../printable.ts';

/** A problem as the tools of a continuous integration take it: its file is named from the root of the repository. */
export interface CiFinding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string;
  /** From 1; columns count code points. */
  readonly line: number;
  readonly column: number;
  readonly message: Printable;
}

/** What was checked and what was found in it. */
export interface CiResult {
  readonly version: string;
  readonly files: readonly string[];
  readonly findings: readonly CiFinding[];
  /** Warnings are failures too. */
  readonly isStrict: boolean;
}
