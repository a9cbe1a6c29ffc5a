import type { CiResult } from './ci/finding.ts';
import type { Rendered } from './rendered.ts';

/** The forms that tools of a continuous integration take. */
export type CiFormat = 'sarif' | 'github' | 'junit';

/** Says whether a form of `validate` is one for such a tool. */
export function isCiFormat(format: unknown): format is CiFormat {
  return format === 'sarif' || format === 'github' || format === 'junit';
}

/** What was found, in one of these forms; each is loaded when somebody wants it. */
export async function renderForCi(result: CiResult, format: CiFormat): Promise<Rendered> {
  if (format === 'sarif') return (await import('./ci/sarif.ts')).sarif(result);
  if (format === 'github') return (await import('./ci/github.ts')).githubAnnotations(result);
  return (await import('./ci/junit.ts')).junit(result);
}
