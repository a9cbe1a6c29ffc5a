import { withoutGitVariables } from './environment.ts';
import type { GitPlace } from './read-git.ts';
import { gitFailure, runGit } from './run-git.ts';

/** The most conflicts that git counts in its exit code; what is above is an error. */
const mostConflicts = 127;

/**
 * Merges the lines of three files as git does without a driver and leaves the result in ours; gives the
 * number of conflicts. Runs nothing of the checkout's. Throws `git-missing` and `git-failed`.
 */
export async function mergeLines(
  { folder, env }: GitPlace,
  paths: { readonly base: string; readonly ours: string; readonly theirs: string },
  markerSize: number,
): Promise<number> {
  const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
  const args = ['merge-file', '-q', `--marker-size=${markerSize}`, ...labels, '--'];
  const { code, complaint } = await runGit([...args, paths.ours, paths.base, paths.theirs], {
    folder,
    env: { ...withoutGitVariables(env), LC_ALL: 'C' },
  });
  if (code > mostConflicts) throw gitFailure(complaint);
  return code;
}
