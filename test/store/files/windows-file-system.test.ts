import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFolderAtomically } from '../../../src/store/files/create-folder.ts';
import { type FileSystem, nodeFileSystem, openFlags } from '../../../src/store/files/file-system.ts';
import { withLock } from '../../../src/store/files/lock.ts';
import { readRegularFile } from '../../../src/store/files/read-file.ts';
import { forWindows } from '../../../src/store/files/windows-file-system.ts';
import { createFile, replaceFile } from '../../../src/store/files/write-file.ts';
import { newFolder } from '../../folders.ts';

const refusal = (code: string) => Object.assign(new Error(code), { code, errno: -4048 });
const facts = { pid: process.pid, host: 'host-a', signal: () => {} };

/** A disk as Windows has it, over this machine's: what it cannot do and what it says to that. */
function windowsDisk({ links = true } = {}): FileSystem {
  return {
    ...nodeFileSystem,
    // Opens follow links, and folders cannot be opened.
    open: (path, flags, mode) => {
      if (mode === undefined && nodeFileSystem.lstat(path).isDirectory()) throw refusal('EISDIR');
      return nodeFileSystem.open(path, flags & ~nofollow, mode);
    },
    rename: (from, to) => {
      if (isFolder(to)) throw refusal('EPERM');
      nodeFileSystem.rename(from, to);
    },
    link: (existing, added) => {
      if (!links) throw refusal('EISDIR');
      nodeFileSystem.link(existing, added);
    },
  };
}

const nofollow = openFlags.read & 0o400000;

function isFolder(path: string): boolean {
  try {
    return nodeFileSystem.lstat(path).isDirectory();
  } catch {
    return false;
  }
}

/** Refuses the first `count` calls of an operation, as when a virus scanner has the file open. */
function busy(
  fs: FileSystem,
  operation: 'rename' | 'unlink' | 'rmdir',
  code: string,
  count: number,
): FileSystem {
  let left = count;
  const act = fs[operation] as (...paths: string[]) => void;
  return {
    ...fs,
    [operation]: (...paths: string[]) => {
      left -= 1;
      if (left >= 0) throw refusal(code);
      act(...paths);
    },
  };
}

let folder: string;
let path: string;
let waits: number[];
const pause = (ms: number) => {
  waits.push(ms);
};
beforeEach(() => {
  folder = newFolder();
  path = join(folder, 'a.yaml');
  waits = [];
});
const old = Buffer.from('old');
const fresh = Buffer.from('fresh');

describe('a disk of Windows', () => {
  it.each([{ links: true }, { links: false }])('takes files, folders and locks, %j', async (kind) => {
    const fs = forWindows(windowsDisk(kind), pause);
    createFile({ path, bytes: old }, fs);
    expect(() => createFile({ path, bytes: fresh }, fs)).toThrow('changed-meanwhile');
    replaceFile({ path, bytes: fresh, expected: old }, fs);
    expect(readFileSync(path, 'utf8')).toBe('fresh');
    const target = join(folder, 'readers');
    createFolderAtomically(target, [{ path: 'stages/01.yaml', bytes: old }], facts, fs);
    expect(readFileSync(join(target, 'stages', '01.yaml'), 'utf8')).toBe('old');
    const order: string[] = [];
    const options = { facts, now: '', command: 'c', sleep: () => new Promise((done) => setImmediate(done)) };
    const turn = (name: string) =>
      withLock(
        target,
        options,
        async () => {
          order.push(name);
          await new Promise((done) => setImmediate(done));
          order.push(name);
        },
        fs,
      );
    await Promise.all(['a', 'b', 'c'].map(turn));
    for (const at of [0, 2, 4]) expect(order[at]).toBe(order[at + 1]);
    expect(readdirSync(join(target, '.partner'))).toEqual(['.gitignore']);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'readers']);
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('is asked again where another program has the file: %s', (code) => {
    writeFileSync(path, old);
    replaceFile(
      { path, bytes: fresh, expected: old },
      forWindows(busy(windowsDisk(), 'rename', code, 4), pause),
    );
    expect(readFileSync(path, 'utf8')).toBe('fresh');
    expect(waits).toEqual([5, 10, 20, 40]);
    createFile(
      { path: join(folder, 'b'), bytes: old },
      forWindows(busy(windowsDisk(), 'unlink', code, 2), pause),
    );
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b']);
  });

  it('is given up after a second, with the old content', () => {
    writeFileSync(path, old);
    const fs = forWindows(busy(windowsDisk(), 'rename', 'EPERM', 1000), pause);
    expect(() => replaceFile({ path, bytes: fresh, expected: old }, fs)).toThrow('not-writable');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
    const waitedMs = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waitedMs).toBeGreaterThan(900);
    expect(waitedMs).toBeLessThan(1500);
  });

  it('is not waited for where waiting changes nothing', () => {
    writeFileSync(path, old);
    const full = forWindows(busy(windowsDisk(), 'rename', 'ENOSPC', 1), pause);
    expect(() => replaceFile({ path, bytes: fresh, expected: old }, full)).toThrow('disk-full');
    // A folder of that name came while ours was built.
    const target = join(folder, 'readers');
    const meanwhile: FileSystem = {
      ...windowsDisk(),
      rename: (from, to) => {
        if (to === target) mkdirSync(target);
        windowsDisk().rename(from, to);
      },
    };
    expect(() =>
      createFolderAtomically(target, [{ path: 'a', bytes: old }], facts, forWindows(meanwhile, pause)),
    ).toThrow('folder-exists');
    expect(waits).toEqual([]);
  });
});

describe('a link on Windows', () => {
  beforeEach(() => {
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync(join(folder, 'secret'), path);
  });

  it('would be followed by an open', () => {
    expect(readRegularFile(path, windowsDisk())).toMatchObject({ kind: 'file' });
  });

  it('is refused, also to be written through', () => {
    const fs = forWindows(windowsDisk(), pause);
    expect(readRegularFile(path, fs)).toEqual({ kind: 'not-regular', what: 'symlink' });
    expect(() => replaceFile({ path, bytes: fresh, expected: Buffer.from('secret') }, fs)).toThrow(
      'not-a-regular-file',
    );
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('secret');
  });

  it('is noticed where it comes between the look and the open', () => {
    unlinkSync(path);
    writeFileSync(path, old);
    const racing: FileSystem = {
      ...windowsDisk(),
      open: (opened, flags, mode) => {
        renameSync(path, join(folder, 'was'));
        symlinkSync(join(folder, 'secret'), path);
        return windowsDisk().open(opened, flags, mode);
      },
    };
    expect(readRegularFile(path, forWindows(racing, pause))).toEqual({
      kind: 'not-regular',
      what: 'symlink',
    });
  });
});
