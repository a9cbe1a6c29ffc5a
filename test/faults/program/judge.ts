import { dirname, join } from 'node:path';
import { findPartnership } from '../../../src/store/discover.ts';
import { loadFolder } from '../../../src/store/load-partnership.ts';
import { program } from '../../cli/program.ts';
import type { Scenario } from './scenarios.ts';
import { type Ended, type ProgramOperation, ranProgram } from './struck.ts';
import {
  differenceOf,
  isSameTree,
  rubbishIn,
  type Tree,
  treeOf,
  treeThroughJournal,
  withoutEmptyFolders,
} from './tree.ts';

/** A scenario run once without a fault: its operations, and the only two states that may ever be. */
export interface Baseline {
  readonly operations: readonly ProgramOperation[];
  readonly old: Tree;
  readonly new: Tree;
}

/** What there is to judge after a strike at the operation named `struck`. */
export interface Scene {
  readonly folder: string;
  readonly ended: Ended;
  readonly baseline: Baseline;
  readonly struck: string | undefined;
}

/** Says in words what is wrong; nothing where all is well. */
export type Judge = (scene: Scene) => Promise<string[]>;

const resources = join(dirname(dirname(program)), 'dist');

/** Judges a folder whose command was killed: wholly old or wholly new, and valid. */
export const judgeKilled: Judge = async ({ folder, ended, baseline }) => {
  if (ended.code !== 'SIGKILL') return [`was not killed: ${ended.code} ${ended.err}`];
  return [...tornIn(folder, baseline), ...(await unsoundIn(folder))];
};

/**
 * Judges a command that the system refused something: a refusal leaves everything as it was, says so
 * in one line, and ends with 2. What only tidies up, or comes after the step that counts, may fail
 * without anybody's being told.
 */
export const judgeRefused: Judge = async ({ folder, ended, baseline: exact, struck }) => {
  // A folder that a command emptied and could not remove is no part of a partnership any more.
  const seen = (tree: Tree) => (struck === 'rmdir' ? withoutEmptyFolders(tree) : tree);
  const baseline = { ...exact, old: seen(exact.old), new: seen(exact.new) };
  const faults = tornIn(folder, baseline, seen);
  const { code, err } = ended;
  if (code === 0 && !isSameTree(seen(treeOf(folder)), baseline.new)) faults.push('said it was done');
  if (code !== 0 && !isSameTree(seen(treeOf(folder)), baseline.old)) faults.push('changed, and refused');
  if (code !== 0 && code !== 2) faults.push(`exit code ${code}: ${err}`);
  if (code === 2 && !/^partner: error: [^\n]+\n/.test(err)) faults.push(`said ${JSON.stringify(err)}`);
  if (/\n\s+at /.test(err)) faults.push(`a stack: ${err}`);
  // Something can stay only where removing it, or looking for it, was the very thing that failed.
  const mayStay = ['unlink', 'unlinkat', 'rmdir', 'readdir', 'lstat'].includes(struck ?? '');
  const left = rubbishIn(folder).filter((name) => /\.partner-(tmp|new)-/.test(name));
  if (!mayStay) faults.push(...left.map((name) => `left ${name}`));
  return [...faults, ...(await unsoundIn(folder))];
};

/** Judges the next command: it finds everything in order, and leaves nothing of the dead. */
export async function judgeNext(scenario: Scenario, folder: string, baseline: Baseline): Promise<string[]> {
  const state = isSameTree(treeThroughJournal(folder), baseline.new) ? 'new' : 'old';
  const isUnfinished = !isSameTree(treeOf(folder), treeThroughJournal(folder));
  const { code, err } = await ranProgram(scenario.next(state), folder);
  if (code !== 0) return [`the next command: ${code} ${err}`];
  const left = rubbishIn(folder).map((name) => `the next command left ${name}`);
  const finished = isUnfinished ? unfinishedIn(folder, baseline.new) : [];
  return [...left, ...finished, ...(await unsoundIn(folder))];
}

// All that the next command does not change itself is as the one that was cut off would have left it.
function unfinishedIn(folder: string, wanted: Tree): string[] {
  const found = treeOf(folder);
  const others = (tree: Tree) => new Map([...tree].filter(([name]) => name !== 'partnership.yaml'));
  const difference = differenceOf(others(found), others(wanted));
  return difference === '' ? [] : [`the next command left ${difference} unfinished`];
}

function tornIn(folder: string, { old, new: wanted }: Baseline, seen = (tree: Tree) => tree): string[] {
  const found = seen(treeThroughJournal(folder));
  if (isSameTree(found, old) || isSameTree(found, wanted) || isUndecided(folder)) return [];
  return [`torn: ${differenceOf(found, old)} are not old, ${differenceOf(found, wanted)} are not new`];
}

// `init` among documents puts its files in place one by one, partnership.yaml last, with a journal
// beside them: before the last one there is no partnership, and the next `init` takes them back.
function isUndecided(folder: string): boolean {
  return (
    rootIn(folder) === undefined &&
    rubbishIn(folder).some((name) => /\.partner-new-[^/]*\/files.json$/.test(name))
  );
}

async function unsoundIn(folder: string): Promise<string[]> {
  const root = rootIn(folder);
  if (root === undefined) return [];
  const { diagnostics } = await loadFolder(root, { today: '2026-03-01', resources });
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file }) => `validate: ${code} in ${file}`);
}

function rootIn(folder: string): string | undefined {
  return findPartnership(folder) ?? findPartnership(join(folder, 'readers'));
}
