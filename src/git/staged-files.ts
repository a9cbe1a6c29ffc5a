import { join } from 'node:path';
import { readingEnvironment } from './environment.ts';
import type { Repository } from './repository.ts';
import { gitFailure, runGit } from './run-git.ts';

/**
 * The files that are about to be committed, by their full paths; a hook's own index, if it is given one
 * (`GIT_INDEX_FILE`), is the one that counts. Runs nothing of the checkout's. Throws `git-failed`.
 */
export async function stagedFiles({ folder, env }: Repository): Promise<string[]> {
  const safe = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const question = [
    'diff',
    '--cached',
    '--name-only',
    '--no-renames',
    '-z',
    '--no-ext-diff',
    '--no-textconv',
  ];
  const index = env.GIT_INDEX_FILE;
  const { code, stdout, complaint } = await runGit([...safe, ...question, '--ignore-submodules=all', '--'], {
    folder,
    env: { ...readingEnvironment(env), ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) },
  });
  if (code !== 0) throw gitFailure(complaint);
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => join(folder, name));
}
