import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';

const codes: ReadonlySet<string> = new Set(['git-missing', 'no-repository', 'git-failed']);

/** Says whether an error only tells that git has nothing to say: no git, no repository, no commit. */
export function isWithoutGit(error: unknown): boolean {
  return error instanceof PartnerError && codes.has(error.code);
}

/** Whether a folder lies in a work tree of git, as far as that can be told without running it. */
export function isInWorkTree(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (dirname(at) === at) return false;
  }
}
