import { type GitPlace, readGit } from './read-git.ts';

/** The short names of all branches and tags. Throws `git-missing`, and `git-failed` where there is no repository. */
export async function refNames(place: GitPlace): Promise<string[]> {
  const answer = await readGit(place, 'rev-parse', ['--symbolic', '--branches', '--tags']);
  return answer
    .toString('utf8')
    .split('\n')
    .filter((name) => name !== '');
}
