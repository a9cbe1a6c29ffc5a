import { PartnerError } from '../core/partner-error.ts';

const codes: ReadonlySet<string> = new Set(['git-missing', 'no-repository', 'git-failed']);

/** Says whether an error only tells that git has nothing to say: no git, no repository, no commit. */
export function isWithoutGit(error: unknown): boolean {
  return error instanceof PartnerError && codes.has(error.code);
}
