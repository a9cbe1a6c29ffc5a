import path from 'node:path';

/** Environment variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment without what a caller's git left in it: another repository, another index, settings
 * (`GIT_CONFIG_*`), programs to run (`GIT_EXTERNAL_DIFF`, `GIT_SSH_COMMAND`). Of `PATH` only full folders
 * stay, or a program called `git` that lies in the checkout could be taken for git. An empty `PATH` means the working
 * folder, too, so that one in which nothing is left leads nowhere.
 */
export function withoutGitVariables(env: Environment, rules = path): Environment {
  const folders = programFolders(env, rules);
  const isTold = Object.entries(env).some(([name, value]) => /^path$/i.test(name) && value !== undefined);
  const kept = Object.entries(env).filter(([name]) => !/^(?:GIT_.*|path)$/i.test(name));
  return {
    ...Object.fromEntries(kept),
    ...(isTold ? { PATH: folders.join(rules.delimiter) || nowhere } : {}),
    // What git itself starts is not to be looked for in the working folder either.
    ...(rules.sep === '\\' ? { NoDefaultCurrentDirectoryInExePath: '1' } : {}),
  };
}

const nowhere = '/nonexistent';

/** The folders of `PATH` that programs are looked for in: those that are meant wherever one stands. */
export function programFolders(env: Environment, rules = path): string[] {
  // Windows has it as `Path`, and takes quotes around a folder for no part of its name.
  const name = Object.keys(env).find((key) => (rules.sep === '/' ? key === 'PATH' : /^path$/i.test(key)));
  const listed = (env[name ?? ''] ?? '').split(rules.delimiter);
  if (rules.sep === '/') return listed.filter(rules.isAbsolute);
  // A path without a drive (\tools) is that of whichever drive one stands on.
  return listed
    .map((folder) => folder.replaceAll('"', ''))
    .filter((folder) => /^(?:[a-z]:[\\/]|\\\\)/i.test(folder));
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
