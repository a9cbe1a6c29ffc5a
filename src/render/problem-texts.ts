import type { ErrorCode, PartnerError } from '../core/partner-error.ts';
import type { Diagnostic } from '../core/problem.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type ProblemWording, type Worded, wordsOf } from './messages/wording.ts';

/** The wording of problems in one language. */
export interface ProblemTexts {
  readonly language: Language;
  readonly wording: ProblemWording;
}

/** Loads the wording of problems: only who has a problem to tell needs it. */
export async function loadProblemTexts(language: Language): Promise<ProblemTexts> {
  const { problems } = await (language === 'he'
    ? import('./messages/he/problems.ts')
    : import('./messages/en/problems.ts'));
  return { language, wording: problems };
}

/** Words a problem: what is wrong and what to do next. */
export function describeProblem(
  { code, params }: Pick<Diagnostic, 'code' | 'params'>,
  { language, wording }: ProblemTexts,
): Worded {
  return wording[code](wordsOf(params, language));
}

/** Words a refusal. */
export async function describeError(
  error: PartnerError,
  language: Language,
): Promise<Worded & { code: ErrorCode }> {
  const { errors } = await (language === 'he'
    ? import('./messages/he/errors.ts')
    : import('./messages/en/errors.ts'));
  return { code: error.code, ...errors[error.code](wordsOf(error.params, language)) };
}
