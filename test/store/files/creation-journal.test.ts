import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildFolderPath } from '../../../src/store/files/build-folder.ts';
import {
  clearAbandoned,
  formatJournal,
  hasAbandoned,
  journalPath,
} from '../../../src/store/files/creation-journal.ts';
import { nodeFileSystem } from '../../../src/store/files/file-system.ts';
import { newFolder } from '../../folders.ts';

const facts = { pid: process.pid, host: hostname(), signal: process.kill };
const files = ['stages/01-scoping.yaml', 'stages/02-planning.yaml', 'partnership.yaml'].map((path) => ({
  path,
  bytes: Buffer.from(`# ${path}\n`),
}));

let folder: string;
beforeEach(() => {
  folder = newFolder();
  writeFileSync(join(folder, 'memo.txt'), 'mine');
});

/** Leaves what a creator leaves that died after it had put `count` of the files in place. */
function dieAfter(count: number, pid = spawnSync(process.execPath, ['-e', '']).pid): string {
  const journal = formatJournal(folder, files, nodeFileSystem);
  const build = buildFolderPath(folder, { ...facts, pid }, nodeFileSystem);
  mkdirSync(build);
  writeFileSync(journalPath(build), journal);
  for (const { path, bytes } of files.slice(0, count)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return build;
}

function tree(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

describe('clearAbandoned', () => {
  it.each([0, 1, 2])('takes %i files back that do not count yet', (count) => {
    dieAfter(count);
    expect(hasAbandoned(folder, facts)).toBe(true);
    clearAbandoned(folder, facts);
    expect(tree()).toEqual(['memo.txt']);
  });

  it('leaves all of them once the last one is there', () => {
    dieAfter(3);
    clearAbandoned(folder, facts);
    expect(tree()).toEqual([
      'memo.txt',
      'partnership.yaml',
      'stages',
      ...files.slice(0, 2).map(({ path }) => path),
    ]);
  });

  it('leaves a file that somebody has worked on, and its folder', () => {
    dieAfter(2);
    writeFileSync(join(folder, 'stages', '01-scoping.yaml'), 'my own work');
    clearAbandoned(folder, facts);
    expect(tree()).toEqual(['memo.txt', 'stages', 'stages/01-scoping.yaml']);
    expect(readFileSync(join(folder, 'stages', '01-scoping.yaml'), 'utf8')).toBe('my own work');
  });

  it('leaves everything where somebody has made the last file by hand', () => {
    dieAfter(2);
    writeFileSync(join(folder, 'partnership.yaml'), 'by hand');
    clearAbandoned(folder, facts);
    expect(tree()).toContain('stages/02-planning.yaml');
  });

  it('leaves the work of a process that runs', () => {
    const build = dieAfter(1, process.ppid);
    clearAbandoned(folder, facts);
    expect(tree()).toContain('stages/01-scoping.yaml');
    expect(readdirSync(build)).toEqual(['files.json']);
  });

  it('leaves the work of a process elsewhere', () => {
    const build = dieAfter(1);
    const elsewhere = build.replace(/\.partner-new-[0-9a-f]{12}/, `.partner-new-${'0'.repeat(12)}`);
    renameSync(build, elsewhere);
    clearAbandoned(folder, facts);
    expect(tree()).toContain('stages/01-scoping.yaml');
  });

  it('follows no path of a journal that leads elsewhere, and takes nothing back by half a journal', () => {
    const build = dieAfter(2);
    const whole = readFileSync(journalPath(build), 'utf8');
    for (const text of [
      whole.replaceAll('stages/', '../stages/'),
      whole.slice(0, 40),
      '[]',
      'null',
      '{"files": 1}',
    ]) {
      const next = dieAfter(0);
      writeFileSync(journalPath(next), text);
      writeFileSync(journalPath(build), text);
      expect(hasAbandoned(folder, facts)).toBe(false);
    }
    clearAbandoned(folder, facts);
    expect(tree()).toEqual(['memo.txt', 'stages', ...files.slice(0, 2).map(({ path }) => path)]);
  });
});
