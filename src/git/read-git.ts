import { spawn } from 'node:child_process';
import { type Environment, readingEnvironment } from './environment.ts';
import { gitProgram } from './git-program.ts';
import { gitFailure, runGit } from './run-git.ts';

/** A folder in which git is asked, with the environment that the program itself was given. */
export interface GitPlace {
  readonly folder: string;
  readonly env: Environment;
}

/**
 * What stands before every command that reads. A checkout is foreign: its settings name programs that
 * git would run (hooks, a file system monitor, filters, external diffs, gpg), and none of them may be.
 * Replacements are switched off as well: they show another history than the one that was recorded.
 */
const readingFlags: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  '--no-replace-objects',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

/**
 * The only commands that read: they run nothing of the checkout's as long as they are given the flags
 * above, revisions after `--end-of-options` and paths after `--`.
 */
export type ReadingCommand = 'log' | 'cat-file' | 'rev-parse';

/** Asks git something and gives its output. Throws `git-missing`, and `git-failed` where git refuses. */
export async function readGit(
  { folder, env }: GitPlace,
  command: ReadingCommand,
  args: readonly string[],
): Promise<Buffer> {
  const { code, stdout, complaint } = await runGit([...readingFlags, command, ...args], {
    folder,
    env: readingEnvironment(env),
  });
  if (code !== 0) throw gitFailure(complaint);
  return stdout;
}

/** Starts a `cat-file` that answers questions one after the other. */
export function startCatFile({ folder, env }: GitPlace) {
  const reading = readingEnvironment(env);
  return spawn(gitProgram(reading), [...readingFlags, 'cat-file', '--batch'], {
    cwd: folder,
    env: reading as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
}
