import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../cli/program.ts';
import { layOut, layOutAfter } from './program/scenarios.ts';
import { operationsOf, ranProgram, ranStruck } from './program/struck.ts';
import { differenceOf, isSameTree, rubbishIn, type Tree, treeOf } from './program/tree.ts';

const tick = ['check', 'resource-holders-consulted', '--by', 'Noa'];

/** Some of several files are written; then the next command puts them back to how they all were. */
type State = 'old' | 'new' | 'mixed';
const never = ['undo', -1, 'old'] as const;

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
    next: { old: ['undo', 2, 'old'], new: ['undo', 0, 'old'], mixed: never },
  },
  {
    name: 'undo: it is done now, or done again',
    args: ['undo'],
    prepare: (folder) => layOutAfter(folder, [tick]),
    next: { old: ['undo', 0, 'new'], new: ['redo', 0, 'old'], mixed: never },
  },
  {
    name: 'redo: it is done now, or taken back',
    args: ['redo'],
    prepare: (folder) => layOutAfter(folder, [tick, ['undo']]),
    next: { old: ['redo', 0, 'new'], new: ['undo', 0, 'old'], mixed: never },
  },
  {
    name: 'a command of several files: all of them, or none',
    args: ['schema', '--write'],
    prepare: layOutOldSchemas,
    next: { old: ['undo', 2, 'old'], new: ['undo', 0, 'old'], mixed: ['undo', 2, 'old'] },
  },
  {
    name: 'undo of several files: it is done now, or done again',
    args: ['undo'],
    prepare: layOutNewSchemas,
    next: { old: ['undo', 0, 'new'], new: ['redo', 0, 'old'], mixed: ['undo', 0, 'new'] },
  },
];

/** As an old program left it: a schema and the head of a file are other, and a schema is missing. */
function layOutOldSchemas(folder: string): void {
  layOut(folder);
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  edit('schemas/reviews.json', (text) => text.replace('"type": "object"', '"type": "array"'));
  edit('stages/01-scoping.yaml', (text) => text.replace(/^#.*\n#.*\n/, ''));
  rmSync(join(folder, 'schemas', 'stages'), { recursive: true });
}

let newSchemas: string | undefined;

function layOutNewSchemas(folder: string): void {
  if (newSchemas === undefined) {
    newSchemas = mkdtempSync(join(tmpdir(), 'partner-undo-schemas-'));
    layOutOldSchemas(newSchemas);
    expect(run(newSchemas, ['schema', '--write']).code).toBe(0);
  }
  cpSync(newSchemas, folder, { recursive: true });
}

afterAll(() => {
  if (newSchemas !== undefined) rmSync(newSchemas, { recursive: true });
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
    const seen = { old: 0, new: 0, mixed: 0 };
    for (const [index, operation] of operations.entries()) {
      if (!operation.changes) continue;
      for (const kind of operation.name === 'write' ? ['kill', 'half'] : ['kill']) {
        await inFolder(prepare, async (folder) => {
          await ranStruck(args, folder, { at: index + 1, kind });
          const found = treeOf(folder);
          const isOld = isSameTree(found, trees.old);
          const state = isSameTree(found, trees.new) ? 'new' : isOld ? 'old' : 'mixed';
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
    console.log(
      `killed, ${name}: ${seen.old} old, ${seen.new} new, ${seen.mixed} mixed, ${faults.length} faults`,
    );
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
