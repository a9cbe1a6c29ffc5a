import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../cli/program.ts';
import { layOut, layOutAfter, layOutOldSchemas, layOutOwnModel } from './program/scenarios.ts';
import { operationsOf, ranProgram, ranStruck } from './program/struck.ts';
import {
  differenceOf,
  isSameTree,
  rubbishIn,
  type Tree,
  treeOf,
  treeThroughJournal,
} from './program/tree.ts';

const upgrade = ['model', 'upgrade', '--model', 'next', '--yes'];
const tick = ['check', 'resource-holders-consulted', '--by', 'Noa'];

/** Of several files some may be written and some not: they are read through the journal of them all. */
type State = 'old' | 'new';

/** A command and what each way out of a kill is: the state before it is `old`, the one after it `new`. */
interface Way {
  readonly name: string;
  readonly args: readonly string[];
  readonly prepare: (folder: string) => void;
  /** What comes next where the folder is found in that state, its exit code, and the state it leads to. */
  readonly next: Record<State, readonly [string, code: number, 'old' | 'new']>;
}

const ways: readonly Way[] = [
  {
    name: 'a command: it is taken back, or there is nothing to take back',
    args: tick,
    prepare: layOut,
    next: { old: ['undo', 2, 'old'], new: ['undo', 0, 'old'] },
  },
  {
    name: 'undo: it is done now, or done again',
    args: ['undo'],
    prepare: (folder) => layOutAfter(folder, [tick]),
    next: { old: ['undo', 0, 'new'], new: ['redo', 0, 'old'] },
  },
  {
    name: 'redo: it is done now, or taken back',
    args: ['redo'],
    prepare: (folder) => layOutAfter(folder, [tick, ['undo']]),
    next: { old: ['redo', 0, 'new'], new: ['undo', 0, 'old'] },
  },
  {
    name: 'a command of several files: all of them, or none',
    args: ['schema', '--write'],
    prepare: layOutOldSchemas,
    next: { old: ['undo', 2, 'old'], new: ['undo', 0, 'old'] },
  },
  {
    name: 'undo of several files: it is done now, or done again',
    args: ['undo'],
    prepare: laidOutAfter(layOutOldSchemas, ['schema', '--write']),
    next: { old: ['undo', 0, 'new'], new: ['redo', 0, 'old'] },
  },
  {
    name: 'an upgrade, whose files come and go: all of them, or none',
    args: upgrade,
    prepare: layOutOwnModel,
    next: { old: ['undo', 2, 'old'], new: ['undo', 0, 'old'] },
  },
  {
    name: 'undo of an upgrade: it is done now, or done again',
    args: ['undo'],
    prepare: laidOutAfter(layOutOwnModel, upgrade),
    next: { old: ['undo', 0, 'new'], new: ['redo', 0, 'old'] },
  },
];

const after = new Map<string, string>();

/** A folder as `prepare` makes it, after one more command; made once. */
function laidOutAfter(prepare: Way['prepare'], args: readonly string[]): Way['prepare'] {
  return (folder) => {
    const key = args.join(' ');
    const made = after.get(key) ?? mkdtempSync(join(tmpdir(), 'partner-undo-after-'));
    if (!after.has(key)) {
      prepare(made);
      expect(run(made, args).code).toBe(0);
      after.set(key, made);
    }
    cpSync(made, folder, { recursive: true });
  };
}

afterAll(() => {
  for (const made of after.values()) rmSync(made, { recursive: true });
});

async function inFolder<T>(prepare: Way['prepare'], work: (folder: string) => Promise<T>): Promise<T> {
  const outer = mkdtempSync(join(tmpdir(), 'partner-undo-'));
  try {
    const folder = mkdtempSync(join(outer, 'root-'));
    prepare(folder);
    return await work(folder);
  } finally {
    rmSync(outer, { recursive: true });
  }
}

describe('the way back after a kill before every operation that changes the disk, of', () => {
  it.each(ways)('$name', { timeout: 300_000 }, async ({ name, args, prepare, next }) => {
    const trees: Record<'old' | 'new', Tree> = { old: new Map(), new: new Map() };
    const operations = await inFolder(prepare, async (folder) => {
      trees.old = treeOf(folder);
      const found = await operationsOf(args, folder);
      trees.new = treeOf(folder);
      return found.operations;
    });
    const faults: string[] = [];
    const seen = { old: 0, new: 0 };
    for (const [index, operation] of operations.entries()) {
      if (!operation.changes) continue;
      for (const kind of operation.name === 'write' ? ['kill', 'half'] : ['kill']) {
        await inFolder(prepare, async (folder) => {
          await ranStruck(args, folder, { at: index + 1, kind });
          const found = treeThroughJournal(folder);
          const isOld = isSameTree(found, trees.old);
          if (!isOld && !isSameTree(found, trees.new))
            faults.push(
              `${kind} at ${index + 1} (${operation.name}): torn, ${differenceOf(found, trees.new)}`,
            );
          const state = isOld ? 'old' : 'new';
          seen[state] += 1;
          const [command, code, end] = next[state];
          const ended = await ranProgram([command], folder);
          const where = `${kind} at ${index + 1} (${operation.name}), ${state}, then ${command}`;
          if (ended.code !== code) faults.push(`${where}: ${ended.code} ${ended.err}`);
          const difference = differenceOf(treeOf(folder), trees[end]);
          if (difference !== '') faults.push(`${where}: ${difference} not as expected`);
          faults.push(...rubbishIn(folder).map((left) => `${where}: left ${left}`));
        });
      }
    }
    console.log(`killed, ${name}: ${seen.old} old, ${seen.new} new, ${faults.length} faults`);
    expect(faults).toEqual([]);
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(1);
  });
});

describe('24 commands at once', () => {
  it('are taken back one by one, down to the first byte', { timeout: 300_000 }, async () => {
    await inFolder(layOut, async (folder) => {
      const first = treeOf(folder);
      const ended = await Promise.all(
        Array.from({ length: 24 }, (_, number) =>
          ranProgram(['add', 'sources', `id=p${number}`, 'title=T'], folder),
        ),
      );
      expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 0));
      // Those who undo at once do not take one command back twice.
      const undone = await Promise.all(ended.map(() => ranProgram(['undo'], folder)));
      expect(undone.map(({ code, err }) => [code, err.includes('error')])).toEqual(
        undone.map(() => [0, false]),
      );
      expect(differenceOf(treeOf(folder), first)).toBe('');
      expect((await ranProgram(['undo'], folder)).code).toBe(2);
      expect(rubbishIn(folder)).toEqual([]);
    });
  });
});
