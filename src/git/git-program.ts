import { statSync } from 'node:fs';
import path from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import { type Environment, programFolders } from './environment.ts';

/**
 * What to start as git. Windows looks for a program in the working folder before it looks along `PATH`, and the
 * working folder is a checkout, where a git.exe can lie that somebody else has put there. So there git is looked
 * for here, in the folders of `PATH` alone. Elsewhere the system does that itself. Throws `git-missing`.
 */
export function gitProgram(env: Environment, rules = path, isFile = isRegularFile): string {
  if (rules.sep === '/') return 'git';
  // Batch files (git.cmd) are for shells; Node starts none.
  const found = programFolders(env, rules)
    .map((folder) => rules.join(folder, 'git.exe'))
    .find(isFile);
  if (found === undefined) throw new PartnerError('git-missing');
  return found;
}

function isRegularFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
