import { delimiter, isAbsolute } from 'node:path';

/** Environment variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment without what a caller's git left in it: another repository, another index, settings
 * (`GIT_CONFIG_*`), programs to run (`GIT_EXTERNAL_DIFF`, `GIT_SSH_COMMAND`). Of `PATH` only absolute
 * folders stay, or a program called `git` that lies in the checkout could be taken for git.
 */
export function withoutGitVariables(env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, /^path$/i.test(name) ? absoluteOnly(value) : value]),
  );
}

function absoluteOnly(path: string | undefined): string | undefined {
  return path?.split(delimiter).filter(isAbsolute).join(delimiter);
}

/**
 * The environment of a git that only reads: it takes no lock, asks nobody, speaks English, and fetches
 * nothing. A partial clone would fetch what it lacks by a program that its own settings name.
 */
export function readingEnvironment(env: Environment): Environment {
  return {
    ...withoutGitVariables(env),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // Git before 2.45 knows no GIT_NO_LAZY_FETCH; no protocol is called this, so none is allowed.
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}
