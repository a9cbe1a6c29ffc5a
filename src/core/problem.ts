import type { TemplateProblemCode } from './documents/template-problem.ts';
import type { RecordingProblemCode } from './recording/problem.ts';

/** Where in a file's data a value stands: mapping keys and sequence indexes from the root. */
export type DataPath = readonly (string | number)[];

/** A text that stands in the program's two languages. */
export interface Bilingual {
  readonly en: string;
  readonly he: string;
}

export type Severity = 'error' | 'warning';

/** What a message may name: plain values only, so that every language can word it. */
export type ProblemParams = Readonly<Record<string, string | number | readonly string[] | Bilingual>>;

/**
 * Every way a partnership folder can be wrong. The codes are public: scripts match on them, so
 * they are added to and never renamed. Each has its wording, in each language, in render/messages.
 */
export const problemCodes = [
  // what is on disk
  'missing-file',
  'unknown-file',
  'file-name-case',
  'not-a-regular-file',
  'unreadable-file',
  'file-empty',
  'file-too-large',
  'not-utf8',
  'repeated-bom',
  'control-character',
  'bidi-control',
  'conflict-marker',
  'too-many-problems',
  // YAML
  'yaml-syntax',
  'yaml-tab',
  'yaml-indentation',
  'yaml-unclosed',
  'yaml-anchor',
  'yaml-alias',
  'yaml-tag',
  'yaml-directive',
  'yaml-merge-key',
  'yaml-key-type',
  'multiple-documents',
  'duplicate-key',
  'too-deep',
  'too-many-keys',
  'too-many-values',
  'too-many-blank-lines',
  'number-form',
  // the schema of one file
  'unknown-key',
  'missing-key',
  'wrong-type',
  'empty-value',
  'empty-text',
  'text-too-long',
  'invalid-id',
  'invalid-name',
  'invalid-link',
  'invalid-date',
  'invalid-choice',
  'invalid-currency',
  'out-of-range',
  'not-whole-number',
  'invalid-seal',
  'invalid-value',
  'unsupported-format',
  'older-format',
  // one file against the others and the model
  'unknown-model',
  'unknown-model-version',
  'model-version-differs',
  'wrong-stage',
  'misplaced-section',
  'unknown-section',
  'duplicate-id',
  'unknown-reference',
  'missing-item',
  'weakened-item',
  'dates-out-of-order',
  'date-in-future',
  'partner-left',
  'left-without-reason',
  'unknown-stage',
  'review-repeated',
  'review-out-of-order',
  'review-dated-back',
  'review-round',
  'review-without-reason',
  'review-incomplete',
  'waiver-unknown-item',
  'missing-seal',
  'broken-seal',
  'self-review',
  'value-and-share',
  'share-above-one',
  'share-without-whole',
  'amount-missing',
  'rate-without-hours',
  'amount-mismatch',
  'exit-incomplete',
  // partners who came and went
  'leaver-pledge',
  'leaver-representative',
  'leaver-role',
  'leaver-member',
  'leaver-owner',
  'partner-not-joined',
  'critical-need-uncovered',
  'assessment-incomplete',
  'health-unanswered',
  // figures that have their form and make no sense
  'before-start',
  'people-summed',
  'target-is-baseline',
  'percent-for-share',
  'value-not-pooled',
  'share-not-pooled',
  'cumulative-sum',
  'unit-changes',
  'rate-redated',
  'two-rates',
  'mixed-bases',
  // a partnership among others
  'shared-id',
  // a model
  'model-language',
  // the sections that a model declares
  'reserved-name',
  'unplaced-section',
  'field-attribute',
  'unknown-field',
  'unfit-field',
  'empty-range',
  'section-without-ids',
  'too-many-declared',
  // figures that sections of a model's own measure
  'counted-twice',
  'measure-without-metric',
] as const;

/** A problem of a partnership's files, of a table that somebody wants recorded, or of a template. */
export type ProblemCode = (typeof problemCodes)[number] | RecordingProblemCode | TemplateProblemCode;

/**
 * A problem found in the data of one file, before it is known at which line it stands.
 * `at` says whether the mapping's key or its value is meant; the value is the default.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly path: DataPath;
  readonly at?: 'key' | 'value';
  readonly params?: ProblemParams;
}

/**
 * A problem at its place. `file` is relative to the partnership's root, with forward slashes;
 * `line` and `column` count from 1, columns in code points; `path` reads like `partners[0].sector`.
 */
export interface Diagnostic {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly params: ProblemParams;
}

/**
 * A problem at an offset (UTF-16 units) of a text that is no YAML: a table, a template. `lineOf` is the offset
 * of something else that it names by its line.
 */
export interface OffsetProblem {
  readonly code: ProblemCode;
  readonly at: number;
  readonly params: ProblemParams;
  readonly lineOf?: number;
}

/** Writes a path the way people read it: `partners[0].sector`; the root is the empty text. */
export function formatPath(path: DataPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** Orders diagnostics by file, line, column and code, so that two runs print the same. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
