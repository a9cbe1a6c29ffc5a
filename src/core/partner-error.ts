import type { Diagnostic, ProblemParams } from './problem.ts';
import type { ObservationProblemCode } from './recording/problem.ts';

/**
 * Why a command cannot go on. The codes are public (they stand in `--json` errors); each has its
 * wording, in each language, in render/messages. Those in `foundWanting` end with exit code 1,
 * all others with 2.
 */
const errorCodes = [
  'usage',
  'no-partnership',
  'invalid-partnership',
  'folder-exists',
  'file-exists',
  'no-such-folder',
  'not-writable',
  'disk-full',
  'io-failed',
  'changed-meanwhile',
  'not-a-regular-file',
  'locked',
  'edit-refused',
  'file-would-be-too-large',
  'cancelled',
  'needs-answer',
  'unknown-item',
  'unknown-stage',
  'unknown-section',
  'unknown-entry',
  'unknown-key',
  'unknown-model',
  'unknown-topic',
  'invalid-model',
  'invalid-value',
  'duplicate-entry',
  'still-referenced',
  'gate-blocked',
  'partnership-ended',
  'not-passed',
  'reason-missing',
  'stage-ahead',
  'output-failed',
  'no-metrics',
  'no-such-file',
  'not-readable',
  'invalid-table',
  'output-protected',
  'output-in-the-way',
  'no-output-folder',
  'git-missing',
  'no-repository',
  'git-failed',
  'unknown-revision',
  'commit-refused',
  'not-at-revision',
  'no-review',
  'invalid-template',
  'nothing-to-undo',
  'nothing-to-redo',
  'changed-since',
  'review-committed',
  'review-outdated',
  'name-not-possible',
  'upgrade-impossible',
  'newer-format',
  'older-format',
  'newer-model',
] as const;

export type ErrorCode = (typeof errorCodes)[number] | ObservationProblemCode;

const foundWanting: ReadonlySet<ErrorCode> = new Set([
  'gate-blocked',
  'invalid-partnership',
  'invalid-model',
]);

/** A refusal in the command's own terms: what, where and what to do next are worded by render. */
export class PartnerError extends Error {
  readonly code: ErrorCode;
  readonly params: ProblemParams;
  /** The problems in people's files that are the reason, to be printed below it. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    code: ErrorCode,
    params: ProblemParams = {},
    { diagnostics = [], ...options }: { cause?: unknown; diagnostics?: readonly Diagnostic[] } = {},
  ) {
    super(code, options);
    this.diagnostics = diagnostics;
    this.name = 'PartnerError';
    this.code = code;
    this.params = params;
  }

  /** 130 where the person cancelled, 1 where something was checked and found wanting, else 2. */
  get exitCode(): number {
    if (this.code === 'cancelled') return 130;
    return foundWanting.has(this.code) ? 1 : 2;
  }
}
