import type { Entry } from '../partnership.ts';
import type { DataPath, Problem, ProblemCode, ProblemParams, Severity } from '../problem.ts';

/** A problem together with the file in which it stands. */
export interface Finding extends Problem {
  readonly file: string;
}

/** An error at a place inside an entry. */
export function errorAt(
  entry: Entry<unknown>,
  field: DataPath,
  code: ProblemCode,
  params: ProblemParams = {},
): Finding {
  return findingAt('error', entry, field, code, params);
}

/** A warning at a place inside an entry. */
export function warningAt(
  entry: Entry<unknown>,
  field: DataPath,
  code: ProblemCode,
  params: ProblemParams = {},
): Finding {
  return findingAt('warning', entry, field, code, params);
}

function findingAt(
  severity: Severity,
  entry: Entry<unknown>,
  field: DataPath,
  code: ProblemCode,
  params: ProblemParams,
): Finding {
  return { code, severity, file: entry.file, path: [...entry.path, ...field], params };
}
