import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../src/store/files/file-system.ts';
import { removeStaleTemporaries, temporaryPath } from '../../../src/store/files/temporary.ts';
import { createFile, replaceFile } from '../../../src/store/files/write-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'partner-write-'));
  path = join(folder, 'a.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

const before = Buffer.from('owner: דנה\r\n');
const after = Buffer.from('owner: רות\r\n');

// Runs `act` just before the first call of `operation`.
function meanwhile(operation: keyof FileSystem, act: () => void): FileSystem {
  let isDone = false;
  const run = nodeFileSystem[operation] as (...values: unknown[]) => unknown;
  const wrapped = (...values: unknown[]) => {
    if (!isDone) act();
    isDone = true;
    return run(...values);
  };
  return { ...nodeFileSystem, [operation]: wrapped };
}

describe('replaceFile', () => {
  it('puts any bytes in the place of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), fc.uint8Array({ maxLength: 9000 }), (old, bytes) => {
        writeFileSync(path, old);
        replaceFile({ path, bytes, expected: old });
        expect(readFileSync(path).equals(bytes)).toBe(true);
      }),
      { numRuns: 30 },
    );
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it.each([0o600, 0o640, 0o664, 0o755])('keeps the mode %o', (mode) => {
    writeFileSync(path, before);
    chmodSync(path, mode);
    replaceFile({ path, bytes: after, expected: before });
    expect(statSync(path).mode & 0o7777).toBe(mode);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner', () => {
    writeFileSync(path, before);
    chownSync(path, 1234, 2345);
    replaceFile({ path, bytes: after, expected: before });
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 2345 });
  });

  it('creates the file where none was read', () => {
    replaceFile({ path, bytes: after, expected: undefined });
    expect(readFileSync(path)).toEqual(after);
    expect(() => replaceFile({ path, bytes: before, expected: undefined })).toThrow('changed-meanwhile');
    expect(readFileSync(path)).toEqual(after);
  });

  it('syncs the file before the rename and the folder after it', () => {
    writeFileSync(path, before);
    const order: string[] = [];
    const noted =
      <T extends unknown[], R>(name: string, run: (...values: T) => R) =>
      (...values: T) => {
        order.push(name);
        return run(...values);
      };
    const { fsync, rename, write } = nodeFileSystem;
    const fs = {
      ...nodeFileSystem,
      fsync: noted('fsync', fsync),
      rename: noted('rename', rename),
      write: noted('write', write),
    };
    replaceFile({ path, bytes: after, expected: before }, fs);
    expect(order).toEqual(['write', 'fsync', 'rename', 'fsync']);
  });
});

describe('a file that is no longer what was read', () => {
  const theirs = Buffer.from('owner: someone else\n');

  it.each(['open', 'write', 'fsync', 'access'] as const)(
    'stays as the other left it (before %s)',
    (operation) => {
      writeFileSync(path, before);
      const fs = meanwhile(operation, () => writeFileSync(path, theirs));
      expect(() => replaceFile({ path, bytes: after, expected: before }, fs)).toThrow('changed-meanwhile');
      expect(readFileSync(path)).toEqual(theirs);
      expect(readdirSync(folder)).toEqual(['a.yaml']);
    },
  );

  it('stays away where it was removed', () => {
    const replace = (fs?: FileSystem) => replaceFile({ path, bytes: after, expected: before }, fs);
    expect(() => replace()).toThrow('changed-meanwhile');
    writeFileSync(path, before);
    expect(() => replace(meanwhile('fsync', () => unlinkSync(path)))).toThrow('changed-meanwhile');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not given the old rights where it got others', () => {
    writeFileSync(path, before);
    const fs = meanwhile('fsync', () => chmodSync(path, 0o600));
    expect(() => replaceFile({ path, bytes: after, expected: before }, fs)).toThrow('changed-meanwhile');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('names the file', () => {
    const error = { code: 'changed-meanwhile', exitCode: 2, params: { file: path } };
    expect(() => replaceFile({ path, bytes: after, expected: before })).toThrow(
      expect.objectContaining(error),
    );
  });
});

describe('what is no regular file', () => {
  const outside = () => join(folder, 'outside');

  it.each(['from the start', 'meanwhile'])('is not written through or replaced: a symlink (%s)', (when) => {
    writeFileSync(outside(), before);
    const link = () => symlinkSync('outside', path);
    if (when === 'meanwhile') writeFileSync(path, before);
    else link();
    const turn = () => {
      unlinkSync(path);
      link();
    };
    const fs = when === 'meanwhile' ? meanwhile('fsync', turn) : nodeFileSystem;
    expect(() => replaceFile({ path, bytes: after, expected: before }, fs)).toThrow('not-a-regular-file');
    expect(readFileSync(outside())).toEqual(before);
    expect(readlinkSync(path)).toBe('outside');
  });

  it.each(['directory', 'fifo'])('is not replaced: a %s', (what) => {
    if (what === 'directory') mkdirSync(path);
    else spawnSync('mkfifo', [path]);
    const error = { code: 'not-a-regular-file', params: { file: path, what } };
    const replace = () => replaceFile({ path, bytes: after, expected: before });
    expect(replace).toThrow(expect.objectContaining(error));
    expect(statSync(path).isFile()).toBe(false);
  });

  it('is not replaced: a device', () => {
    const replace = () => replaceFile({ path: '/dev/null', bytes: after, expected: Buffer.alloc(0) });
    expect(replace).toThrow('not-a-regular-file');
  });
});

describe('createFile', () => {
  it('creates a file under the rights new files get', () => {
    writeFileSync(join(folder, 'b.yaml'), '');
    createFile({ path, bytes: after });
    expect(readFileSync(path)).toEqual(after);
    expect(statSync(path).mode).toBe(statSync(join(folder, 'b.yaml')).mode);
    expect(statSync(path).nlink).toBe(1);
  });

  it.each(['file', 'directory', 'symlink', 'dangling symlink'])(
    'leaves a %s alone that has the name',
    (what) => {
      writeFileSync(join(folder, 'b.yaml'), before);
      if (what === 'file') linkSync(join(folder, 'b.yaml'), path);
      else if (what === 'directory') mkdirSync(path);
      else symlinkSync(what === 'symlink' ? 'b.yaml' : 'nowhere', path);
      const names = readdirSync(folder);
      expect(() => createFile({ path, bytes: after })).toThrow('changed-meanwhile');
      expect(readdirSync(folder)).toEqual(names);
      expect(readFileSync(join(folder, 'b.yaml'))).toEqual(before);
    },
  );

  it('leaves a file alone that came at the last moment, with and without hard links', () => {
    const refuse = () => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM', errno: -1 });
    };
    const quick = () => writeFileSync(path, before);
    const linkless = { ...nodeFileSystem, link: () => [quick(), refuse()] };
    for (const fs of [meanwhile('link', quick), linkless]) {
      expect(() => createFile({ path, bytes: after }, fs as FileSystem)).toThrow('changed-meanwhile');
      expect(readFileSync(path)).toEqual(before);
      expect(readdirSync(folder)).toEqual(['a.yaml']);
      unlinkSync(path);
    }
    createFile({ path, bytes: after }, { ...nodeFileSystem, link: refuse });
    expect(readFileSync(path)).toEqual(after);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('says that the folder is missing', () => {
    const error = { code: 'io-failed', params: { file: join(folder, 'gone', 'a.yaml'), errno: 'ENOENT' } };
    expect(() => createFile({ path: join(folder, 'gone', 'a.yaml'), bytes: after })).toThrow(
      expect.objectContaining(error),
    );
  });
});

describe('errors', () => {
  it.each([
    ['ENOSPC', -28, 'disk-full', 'ENOSPC'],
    ['UNKNOWN', -122, 'disk-full', 'EDQUOT'],
    ['EDQUOT', -122, 'disk-full', 'EDQUOT'],
    ['EACCES', -13, 'not-writable', 'EACCES'],
    ['EPERM', -1, 'not-writable', 'EPERM'],
    ['EROFS', -30, 'not-writable', 'EROFS'],
    ['EIO', -5, 'io-failed', 'EIO'],
    ['UNKNOWN', -117, 'io-failed', 'errno 117'],
  ])('%s (%i) is %s', (code, errno, expected, name) => {
    writeFileSync(path, before);
    const cause = Object.assign(new Error(code), { code, errno });
    const fs = meanwhile('write', () => {
      throw cause;
    });
    const error = { code: expected, exitCode: 2, params: { file: path, errno: name }, cause };
    const replace = () => replaceFile({ path, bytes: after, expected: before }, fs);
    expect(replace).toThrow(expect.objectContaining(error));
    expect(existsSync(path)).toBe(true);
  });

  it('a bug stays a bug', () => {
    writeFileSync(path, before);
    const fs = meanwhile('rename', () => {
      throw new TypeError('a bug');
    });
    expect(() => replaceFile({ path, bytes: after, expected: before }, fs)).toThrow(TypeError);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});

describe('removeStaleTemporaries', () => {
  it('removes what dead writers left and nothing else', () => {
    const stale = temporaryPath(folder);
    const others = ['.partner-tmp-mine', '.partner-tmp-0123456789abcdef01234567.bak', 'a.yaml'];
    for (const name of others) writeFileSync(join(folder, name), 'mine');
    mkdirSync(temporaryPath(folder));
    writeFileSync(stale, 'half');
    expect(removeStaleTemporaries(folder).map((name) => join(folder, name))).toEqual([stale]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(others));
    expect(removeStaleTemporaries(join(folder, 'gone'))).toEqual([]);
  });
});
