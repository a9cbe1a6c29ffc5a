import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import { withoutGitVariables } from './environment.ts';
import { type GitPlace, readGit } from './read-git.ts';
import type { Repository } from './repository.ts';
import { gitFailure, runGit } from './run-git.ts';
import {
  hookNames,
  hookText,
  isOurHook,
  settingsFor,
  withAttributes,
  withoutAttributes,
} from './setup-parts.ts';
import type { ProgramPath } from './shell-words.ts';

/** One thing that setting up or taking down changes; `undefined` where there was or will be nothing. */
export type SetupStep =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
      readonly isProgram: boolean;
    }
  | {
      readonly kind: 'setting';
      readonly key: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    };

/** What is to be done, and the hooks that are somebody else's and stay as they are. */
export interface SetupPlan {
  readonly steps: readonly SetupStep[];
  readonly foreignHooks: readonly string[];
}

/**
 * What it takes to set a repository up, or to take that down again: settings of this clone, lines in
 * `.gitattributes`, hooks. Only what is not as wanted is listed. Nothing is written yet.
 */
export async function planSetup(
  repository: Repository,
  program: ProgramPath,
  wanted: 'installed' | 'removed',
): Promise<SetupPlan> {
  const isWanted = wanted === 'installed';
  const settings: SetupStep[] = [];
  for (const [key, value] of Object.entries(settingsFor(program))) {
    const before = await settingOf(repository, ['--local', '--get', key]);
    settings.push({ kind: 'setting', key, before, after: isWanted ? value : undefined });
  }
  const attributes = join(repository.folder, '.gitattributes');
  const before = readText(attributes);
  const after = isWanted ? withAttributes(before) : withoutAttributes(before);
  const file: SetupStep = { kind: 'file', path: attributes, before, after, isProgram: false };
  const hooks = await planHooks(repository, program, isWanted);
  const steps = [file, ...settings, ...hooks.steps].filter((step) => step.before !== step.after);
  return { steps, foreignHooks: hooks.foreignHooks };
}

async function planHooks(
  repository: Repository,
  program: ProgramPath,
  isWanted: boolean,
): Promise<SetupPlan> {
  const configured = await settingOf(repository, ['--type=path', '--get', 'core.hooksPath']);
  const own = join(
    resolve(
      repository.folder,
      (await readGit(repository, 'rev-parse', ['--git-common-dir'])).toString().trim(),
    ),
    'hooks',
  );
  const folder = configured === undefined ? own : resolve(repository.folder, configured);
  const steps: SetupStep[] = [];
  const foreignHooks: string[] = [];
  for (const name of hookNames) {
    const path = join(folder, name);
    const before = readText(path);
    const isOurs = before !== undefined && isOurHook(before);
    // A folder of hooks that was set is another program's, or belongs to several repositories.
    const isFree = configured === undefined && before === undefined;
    if (isOurs || (isFree && isWanted))
      steps.push({
        kind: 'file',
        path,
        before,
        after: isWanted ? hookText(program) : undefined,
        isProgram: true,
      });
    else if (isWanted && name === 'pre-commit') foreignHooks.push(path);
  }
  return { steps, foreignHooks };
}

/** Carries a plan out, step by step. Throws `git-failed`, `not-a-regular-file` and `not-writable`. */
export async function carryOutSetup(place: GitPlace, { steps }: SetupPlan): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'file') writeStep(step);
    else if (step.after !== undefined) await configure(place, [step.key, step.after]);
  }
  const removed = steps.flatMap((step) =>
    step.kind === 'setting' && step.after === undefined ? [step.key] : [],
  );
  for (const section of new Set(removed.map((key) => key.slice(0, key.lastIndexOf('.')))))
    await configure(place, ['--remove-section', section]);
}

function writeStep({ path, after, isProgram }: Extract<SetupStep, { kind: 'file' }>): void {
  try {
    if (after === undefined) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, after, isProgram ? { mode: 0o755 } : {});
    }
  } catch (cause) {
    throw new PartnerError('not-writable', { file: path }, { cause });
  }
}

async function configure(place: GitPlace, args: readonly string[]): Promise<void> {
  const { code, complaint } = await runConfig(place, ['--local', ...args]);
  if (code !== 0) throw gitFailure(complaint);
}

async function settingOf(place: GitPlace, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout, complaint } = await runConfig(place, ['-z', ...args]);
  if (code === 1) return undefined;
  if (code !== 0) throw gitFailure(complaint);
  return stdout.toString('utf8').replace(/\0$/, '');
}

function runConfig({ folder, env }: GitPlace, args: readonly string[]) {
  return runGit(['config', ...args], { folder, env: { ...withoutGitVariables(env), LC_ALL: 'C' } });
}

function readText(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new PartnerError('not-a-regular-file', { file: path, what: 'link' });
  return readFileSync(path, 'utf8');
}
