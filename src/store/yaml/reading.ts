import type { Document } from 'yaml';
import type { DataPath, ProblemCode, ProblemParams, Severity } from '../../core/problem.ts';

/** A problem at its place in one text: offsets count UTF-16 units of `YamlReading.text`. */
export interface TextProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly path: DataPath;
  readonly params: ProblemParams;
}

/**
 * One YAML file as read under the strict profile. `text` is the decoded file without its BOM.
 * `data` is plain data (objects, arrays, strings, numbers, booleans, null), `undefined` where an
 * error stands in `problems`. `document` is the positioned tree, present whenever it was composed.
 */
export interface YamlReading {
  readonly text: string;
  readonly hasBom: boolean;
  readonly data: unknown;
  readonly problems: readonly TextProblem[];
  readonly document: Document.Parsed | undefined;
}
