import type { CiResult } from './ci/finding.ts';
import { type CiForm, ciForms } from './forms.ts';
import type { Rendered } from './rendered.ts';

/** Says whether a form of `validate` is one for such a tool. */
export function isCiFormat(format: unknown): format is CiForm {
  return (ciForms as readonly unknown[]).includes(format);
}

/** What was found, in one of these forms; each is loaded when somebody wants it. */
export async function renderForCi(result: CiResult, format: CiForm): Promise<Rendered> {
  if (format === 'sarif') return (await import('./ci/sarif.ts')).sarif(result);
  if (format === 'github') return (await import('./ci/github.ts')).githubAnnotations(result);
  return (await import('./ci/junit.ts')).junit(result);
}
