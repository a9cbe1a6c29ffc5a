import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../src/store/files/file-system.ts';
import { type FileTurn, finishTogether, writeTogether } from '../../src/store/files/redo-journal.ts';
import { pendingFiles } from '../../src/store/files/redo-reading.ts';
import { createFile, removeFile, replaceFile } from '../../src/store/files/write-file.ts';
import { faultyDisk, Kill } from './failpoint.ts';
import { sweep } from './sweep.ts';

const text = (word: string) => Buffer.from(`stage: ${word}\nowner: דנה\n${`# ${word}\n`.repeat(20)}`);

// Replaced, added (in a folder of its own), removed, and the one that counts.
const turns: readonly FileTurn[] = [
  { file: 'stages/01-begin.yaml', before: text('begin'), after: text('begun') },
  { file: 'models/ours/versions/1.yaml', before: undefined, after: text('model') },
  { file: 'stages/02-middle.yaml', before: text('middle'), after: undefined },
  { file: 'partnership.yaml', before: text('home'), after: text('home again') },
];

function prepare(folder: string): void {
  mkdirSync(join(folder, '.partner'));
  for (const { file, before } of turns) {
    if (before === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), before);
  }
}

const onDisk = (folder: string, file: string) =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file)).toString() : undefined;

/** What a reader sees: the files, and through the journal where there is one. */
function seen(folder: string): (string | undefined)[] {
  const pending = pendingFiles(folder);
  return turns.map(({ file }) =>
    pending?.has(file) ? Buffer.from(pending.get(file) ?? '').toString() || undefined : onDisk(folder, file),
  );
}

const all = (side: 'before' | 'after') => turns.map((turn) => turn[side]?.toString());
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function judge(folder: string): 'old' | 'new' | 'torn' {
  const state = seen(folder);
  finishTogether(folder);
  const isFinished = same(
    turns.map(({ file }) => onDisk(folder, file)),
    state,
  );
  if (!isFinished || existsSync(join(folder, '.partner', 'redo.json'))) return 'torn';
  return same(state, all('before')) ? 'old' : same(state, all('after')) ? 'new' : 'torn';
}

describe('several files as one', () => {
  it('are all old or all new after a fault at any operation, to who reads and to who finishes', () => {
    const result = sweep({ prepare, run: (folder, fs) => writeTogether(folder, turns, fs), judge });
    console.log(`writeTogether: ${result.states} states, ${result.faults.length} faults`);
    expect(result.faults).toEqual([]);
    expect(result.states).toBeGreaterThan(500);
  });

  it('are found torn by the same sweep where there is no journal', () => {
    const naive = (folder: string, fs: FileSystem) => {
      for (const { file, before, after } of turns) {
        const path = join(folder, file);
        if (after === undefined) removeFile({ path, bytes: before ?? new Uint8Array() }, fs);
        else if (before === undefined) {
          mkdirSync(dirname(path), { recursive: true });
          createFile({ path, bytes: after }, fs);
        } else replaceFile({ path, bytes: after, expected: before }, fs);
      }
    };
    const { faults } = sweep({ prepare, run: naive, judge });
    expect(faults.filter((fault) => fault.includes('torn')).length).toBeGreaterThan(50);
  });

  it('take a folder along that the last file has left, whenever the writer died', () => {
    const emptied: readonly FileTurn[] = [
      { file: 'partnership.yaml', before: text('home'), after: text('home again') },
      { file: 'models/ours/versions/1.yaml', before: text('model'), after: undefined },
    ];
    const layOut = (folder: string) => {
      mkdirSync(join(folder, '.partner'));
      for (const { file, before = '' } of emptied) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), before);
      }
    };
    const seenStates = new Set<string>();
    for (let cut = 1; ; cut += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'partner-redo-'));
      layOut(folder);
      const { fs, closeAll } = faultyDisk(cut, { kind: 'kill' });
      let isDone = true;
      try {
        writeTogether(folder, emptied, fs);
      } catch (error) {
        if (!(error instanceof Kill)) throw error;
        isDone = false;
      }
      closeAll();
      finishTogether(folder);
      const isNew = onDisk(folder, 'partnership.yaml') === text('home again').toString();
      expect([cut, existsSync(join(folder, 'models'))]).toEqual([cut, !isNew]);
      seenStates.add(isNew ? 'new' : 'old');
      rmSync(folder, { recursive: true });
      if (isDone) break;
    }
    expect([...seenStates]).toEqual(['old', 'new']);
  });

  it('are finished by whoever comes next, who may be cut off as well', () => {
    let states = 0;
    for (let cut = 1; ; cut += 1) {
      const folder = cutOff();
      const { fs, closeAll } = faultyDisk(cut, { kind: 'kill' });
      let isDone = true;
      try {
        finishTogether(folder, fs);
      } catch (error) {
        if (!(error instanceof Kill)) throw error;
        isDone = false;
      }
      closeAll();
      expect(seen(folder)).toEqual(all('after'));
      finishTogether(folder);
      expect(turns.map(({ file }) => onDisk(folder, file))).toEqual(all('after'));
      rmSync(folder, { recursive: true });
      states += 1;
      if (isDone) break;
    }
    expect(states).toBeGreaterThan(30);
  });

  it('leave a file alone that somebody changed before they were finished', () => {
    const folder = cutOff();
    writeFileSync(join(folder, 'partnership.yaml'), 'mine');
    expect(pendingFiles(folder)?.has('partnership.yaml')).toBe(false);
    finishTogether(folder);
    expect(onDisk(folder, 'partnership.yaml')).toBe('mine');
    expect(onDisk(folder, 'stages/01-begin.yaml')).toBe(text('begun').toString());
    expect(readdirSync(join(folder, '.partner'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['one that does not agree with its digest', '{"format":1,"files":[]}\nabc\n'],
    ['one that is no journal at all', 'x'],
  ])('do not come out of a journal that is not ours: %s', (_name, journal) => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-redo-'));
    prepare(folder);
    writeFileSync(join(folder, '.partner', 'redo.json'), journal);
    expect(seen(folder)).toEqual(all('before'));
    finishTogether(folder);
    expect(seen(folder)).toEqual(all('before'));
    expect(readdirSync(join(folder, '.partner'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('reach no other file than those of a partnership', () => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-redo-'));
    prepare(folder);
    const foreign = ['../out.yaml', '.git/config', 'docs/memo.yaml', 'stages/../../x.yaml', '/etc/x.yaml'];
    // As a hostile checkout would bring it along: with the right digest.
    const after = text('evil').toString('base64');
    const files = ['models/ours/versions/1.yaml', ...foreign].map((file) => ({ file, before: null, after }));
    const body = JSON.stringify({ format: 1, files });
    const digest = createHash('sha256').update(body).digest('hex');
    writeFileSync(join(folder, '.partner', 'redo.json'), `${body}\n${digest}\n`);
    expect([...(pendingFiles(folder)?.keys() ?? [])]).toEqual(['models/ours/versions/1.yaml']);
    finishTogether(folder);
    expect([...readdirSync(folder)].sort()).toEqual(['.partner', 'models', 'partnership.yaml', 'stages']);
    expect(existsSync(join(dirname(folder), 'out.yaml'))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

/** A folder whose writer died right after its journal got its name. */
function cutOff(): string {
  const folder = mkdtempSync(join(tmpdir(), 'partner-redo-'));
  prepare(folder);
  const dead = faultyDisk(killPoint(), { kind: 'kill' });
  expect(() => writeTogether(folder, turns, dead.fs)).toThrow(Kill);
  dead.closeAll();
  expect(seen(folder)).toEqual(all('after'));
  return folder;
}

/** The operation after the one by which the journal gets its name. */
function killPoint(): number {
  const folder = mkdtempSync(join(tmpdir(), 'partner-redo-'));
  prepare(folder);
  const { fs, operations } = faultyDisk(0, { kind: 'kill' });
  writeTogether(folder, turns, fs);
  rmSync(folder, { recursive: true });
  return operations.indexOf('rename') + 2;
}
