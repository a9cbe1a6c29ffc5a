import type { Severity } from '../../core/problem.ts';

/** A problem as the tools of a continuous integration take it: its file is named from the root of the repository. */
export interface CiFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  /** From 1; columns count code points. */
  readonly line: number;
  readonly column: number;
  /** One line of text without controls. */
  readonly message: string;
}

/** What was checked and what was found in it. */
export interface CiResult {
  readonly version: string;
  readonly files: readonly string[];
  readonly findings: readonly CiFinding[];
  /** Warnings are failures too. */
  readonly isStrict: boolean;
}
