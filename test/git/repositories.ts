import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newFolder } from '../folders.ts';

/** Who commits, and when, unless told. */
export interface Authorship {
  readonly name?: string;
  readonly email?: string;
  /** An instant as git takes it: `2026-02-03T10:00:00+02:00`. */
  readonly date?: string;
}

/** The environment of a git that knows nothing of this machine: fixed author, fixed date, no settings. */
export function gitEnvironment({ name, email, date }: Authorship = {}): Record<string, string> {
  const who = { NAME: name ?? 'Dana Levi', EMAIL: email ?? 'dana@example.org' };
  const when = date ?? '2026-02-01T10:00:00+02:00';
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    LC_ALL: 'C',
    GIT_AUTHOR_NAME: who.NAME,
    GIT_AUTHOR_EMAIL: who.EMAIL,
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_NAME: who.NAME,
    GIT_COMMITTER_EMAIL: who.EMAIL,
    GIT_COMMITTER_DATE: when,
  };
}

/** Runs the real git in a folder and gives what it printed. */
export function git(folder: string, args: readonly string[], authorship: Authorship = {}): string {
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: gitEnvironment(authorship),
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** A new repository with the branch `main` and nothing in it. */
export function newRepository(): string {
  const folder = newFolder();
  git(folder, ['init', '-q', '-b', 'main']);
  return folder;
}

/** Writes files below a folder, by their paths. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Commits all that stands in the work tree and gives the commit's name. */
export function commitAll(folder: string, message: string, authorship: Authorship = {}): string {
  git(folder, ['add', '-A']);
  git(folder, ['commit', '-q', '--allow-empty', '--no-gpg-sign', '-m', message], authorship);
  return git(folder, ['rev-parse', 'HEAD']);
}
