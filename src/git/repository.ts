import { resolve } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import { type GitPlace, readGit } from './read-git.ts';

/** The repository that a folder lies in. */
export interface Repository extends GitPlace {
  /** The root of the work tree. */
  readonly folder: string;
  /** The asked folder from that root, with slashes: empty at the root, else ending in one. */
  readonly prefix: string;
  /** Whether its history is cut: a shallow clone. */
  readonly isShallow: boolean;
}

/** Finds the repository around a folder. Throws `no-repository`, `git-missing` and `git-failed`. */
export async function findRepository({ folder, env }: GitPlace): Promise<Repository> {
  const answer = await askPlace({ folder, env });
  // The last one may hold line breaks, as any name of a folder may.
  const [shallow = '', up = '', ...prefix] = answer.split('\n');
  return {
    folder: resolve(folder, up),
    env,
    prefix: prefix.join('\n').replace(/\n$/, ''),
    isShallow: shallow === 'true',
  };
}

async function askPlace(place: GitPlace): Promise<string> {
  try {
    const questions = ['--is-shallow-repository', '--show-cdup', '--show-prefix'];
    return (await readGit(place, 'rev-parse', questions)).toString('utf8');
  } catch (error) {
    const isNone =
      error instanceof PartnerError &&
      error.code === 'git-failed' &&
      /^not a git repository/.test(String(error.params.reason));
    throw isNone ? new PartnerError('no-repository', { dir: place.folder }) : error;
  }
}
