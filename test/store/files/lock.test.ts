import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../src/store/files/file-system.ts';
import { type LockOptions, withLock } from '../../../src/store/files/lock.ts';
import { formatRecord, type LockHolder } from '../../../src/store/files/lock-record.ts';
import { temporaryPath } from '../../../src/store/files/temporary.ts';

// Pids above the largest of Linux: /proc knows nothing of them. 5000001 runs, as 5000002 does.
const deadPid = 5_000_009;
const facts = {
  pid: 5_000_001,
  host: 'host-a',
  signal: (pid: number) => {
    if (pid === deadPid) throw Object.assign(new Error('ESRCH'), { code: 'ESRCH', errno: -3 });
  },
};
const holder: LockHolder = {
  pid: 5_000_002,
  host: 'host-a',
  command: 'partner add',
  at: '2026-02-03T09:59:59Z',
};

let root: string;
let file: string;
let sleeps: number[];
let told: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'partner-lock-'));
  file = join(root, '.partner', 'lock');
  sleeps = [];
  told = [];
});
afterEach(() => rmSync(root, { recursive: true }));

function options(changes: Partial<LockOptions> = {}): LockOptions {
  return {
    facts,
    now: '2026-02-03T10:00:00Z',
    command: 'partner check',
    onWait: (text) => told.push(text),
    sleep: async (ms) => sleeps.push(ms),
    ...changes,
  };
}

function putLock(content: Uint8Array | string): void {
  mkdirSync(join(root, '.partner'), { recursive: true });
  writeFileSync(file, content);
}

function waited(): number {
  return sleeps.reduce((sum, ms) => sum + ms, 0);
}

const inLock = () => readdirSync(join(root, '.partner')).sort();

describe('withLock', () => {
  it('runs the action alone, gives its result and leaves an empty folder that git ignores', async () => {
    const action = async () => {
      const { pid, host, command, at, user } = JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
      expect({ pid, host, command, at, user }).toEqual({
        pid: 5_000_001,
        host: 'host-a',
        command: 'partner check',
        at: '2026-02-03T10:00:00Z',
        user: 'דנה',
      });
      expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
      await expect(withLock(root, options({ waitMs: 0 }), () => {})).rejects.toThrow('locked');
      return 'done';
    };
    expect(await withLock(root, options({ user: 'דנה' }), action)).toBe('done');
    expect(inLock()).toEqual(['.gitignore']);
    expect(readFileSync(join(root, '.partner', '.gitignore'), 'utf8')).toBe('*\n');
    expect(sleeps).toEqual([]);
  });

  it('lets go when the action fails, and passes its error on', async () => {
    const error = new Error('from the action');
    await expect(withLock(root, options(), () => Promise.reject(error))).rejects.toBe(error);
    await expect(
      withLock(root, options(), () => {
        throw error;
      }),
    ).rejects.toBe(error);
    expect(inLock()).toEqual(['.gitignore']);
  });

  it('keeps the .gitignore that is there', async () => {
    putLock(formatRecord({ ...holder, pid: deadPid }));
    writeFileSync(join(root, '.partner', '.gitignore'), 'mine');
    await withLock(root, options(), () => {});
    expect(readFileSync(join(root, '.partner', '.gitignore'), 'utf8')).toBe('mine');
  });

  it('sweeps what dead processes left in its folder', async () => {
    putLock(formatRecord({ ...holder, pid: deadPid }));
    writeFileSync(temporaryPath(join(root, '.partner')), 'half');
    writeFileSync(join(root, '.partner', `claim-${'0'.repeat(32)}`), formatRecord(holder));
    writeFileSync(join(root, '.partner', 'notes'), 'mine');
    await withLock(root, options(), () => {});
    expect(inLock()).toEqual(['.gitignore', 'notes']);
  });

  it('does not remove the lock of the one it was given to by force', async () => {
    const theirs = formatRecord(holder);
    await withLock(root, options(), () => writeFileSync(file, theirs));
    expect(readFileSync(file)).toEqual(theirs);
  });

  it('works where hard links do not', async () => {
    const link = () => {
      throw Object.assign(new Error('ENOTSUP'), { code: 'ENOTSUP', errno: -95 });
    };
    const fs: FileSystem = { ...nodeFileSystem, link };
    const nested = () =>
      expect(withLock(root, options({ waitMs: 0 }), () => {}, fs)).rejects.toMatchObject({ code: 'locked' });
    await withLock(root, options(), nested, fs);
    expect(inLock()).toEqual(['.gitignore']);
  });

  it('counts a link as made whose answer was lost', async () => {
    const link = (from: string, to: string) => {
      nodeFileSystem.link(from, to);
      nodeFileSystem.link(from, to);
    };
    expect(await withLock(root, options(), () => 'done', { ...nodeFileSystem, link })).toBe('done');
    expect(inLock()).toEqual(['.gitignore']);
  });
});

describe('waiting', () => {
  it('goes on while the lock changes hands, for six times as long', async () => {
    const passOn = async (ms: number) => {
      sleeps.push(ms);
      putLock(formatRecord(holder));
    };
    putLock(formatRecord(holder));
    await expect(withLock(root, options({ sleep: passOn }), () => {})).rejects.toThrow('locked');
    expect(waited()).toBeGreaterThanOrEqual(60_000);
    expect(waited()).toBeLessThan(60_200);
    expect(told).toHaveLength(1);
  });

  it('gives one holder its time, whoever was there before', async () => {
    const passOnOnce = async (ms: number) => {
      sleeps.push(ms);
      if (waited() - ms < 9_000 && waited() >= 9_000) putLock(formatRecord(holder));
    };
    putLock(formatRecord(holder));
    await expect(withLock(root, options({ sleep: passOnOnce }), () => {})).rejects.toThrow('locked');
    // It changed hands at nine seconds or a little later, and exactly then once in fifty runs.
    expect(waited()).toBeGreaterThanOrEqual(19_000);
    expect(waited()).toBeLessThan(19_300);
  });

  it('ends after the time it was given, having told once for whom it waits', async () => {
    putLock(formatRecord({ ...holder, user: 'dana' }));
    const text = 'partner add (dana, pid 5000002, host-a, 2026-02-03T09:59:59Z)';
    await expect(withLock(root, options(), () => {})).rejects.toMatchObject({
      code: 'locked',
      exitCode: 2,
      params: { holder: text, file },
    });
    expect(waited()).toBe(10_000);
    expect(Math.max(...sleeps)).toBeLessThanOrEqual(102);
    expect(new Set(sleeps).size).toBeGreaterThan(10);
    expect(told).toEqual([text]);
  });

  it('ends when the lock is free, and says nothing where that was soon', async () => {
    putLock(formatRecord(holder));
    const sleep = async (ms: number) => {
      if (sleeps.push(ms) === 5) rmSync(file);
    };
    expect(await withLock(root, options({ sleep }), () => 'done')).toBe('done');
    expect(sleeps).toHaveLength(5);
    expect(told).toEqual([]);
  });
});

describe('a lock of another', () => {
  const taken: [string, Partial<LockHolder>][] = [
    ['of a dead process', { pid: deadPid }],
    ['of a dead process, dated in the future', { pid: deadPid, at: '2999-01-01T00:00:00Z' }],
    ['of a dead process, without a date', { pid: deadPid, at: '' }],
  ];
  it.each(taken)('%s is taken at once', async (_, change) => {
    putLock(formatRecord({ ...holder, ...change }));
    expect(await withLock(root, options({ waitMs: 0 }), () => 'done')).toBe('done');
    expect(sleeps).toEqual([]);
    expect(inLock()).toEqual(['.gitignore']);
  });

  const kept: [string, Partial<LockHolder>][] = [
    ['of a living process', {}],
    ['of a living process, dated in the future', { at: '2999-01-01T00:00:00Z' }],
    ['of another host', { host: 'host-b' }],
    ['of another host, where that pid is dead here', { host: 'host-b', pid: deadPid }],
    ['of another host, years old', { host: 'host-b', at: '1999-01-01T00:00:00Z' }],
  ];
  it.each(kept)('%s is never taken, and the refusal names it', async (_, change) => {
    const bytes = formatRecord({ ...holder, ...change });
    putLock(bytes);
    const { host, at, pid } = { ...holder, ...change };
    await expect(withLock(root, options(), () => {})).rejects.toMatchObject({
      code: 'locked',
      params: { holder: `partner add (pid ${pid}, ${host}, ${at})`, file },
    });
    expect(waited()).toBe(10_000);
    expect(readFileSync(file)).toEqual(bytes);
  });

  const senseless: [string, string][] = [
    ['empty', ''],
    ['cut off', '{"pid": 5000009, "host": "hos'],
    ['not JSON', '\0\0\0'],
    ['no mapping', '[1]'],
    ['null', 'null'],
    ['without a host', `{"pid":${deadPid},"command":"c","at":""}`],
    ['with a pid that is none', '{"pid":-1,"host":"host-a","command":"c","at":""}'],
    ['with a pid of 0', '{"pid":0,"host":"host-a","command":"c","at":""}'],
    ['with a boot that is none', `{"pid":${deadPid},"host":"host-a","command":"c","at":"","boot":[]}`],
    ['far too long', `{"pid":${deadPid},"host":"host-a","command":"${'c'.repeat(5000)}","at":""}`],
  ];
  it.each(senseless)('that is unreadable (%s) is never taken and ends in a refusal', async (_, content) => {
    putLock(content);
    const refusal = { code: 'locked', params: { holder: '?', file } };
    await expect(withLock(root, options(), () => {})).rejects.toMatchObject(refusal);
    expect(waited()).toBe(10_000);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});

describe('a lock that can be none', () => {
  it.each(['directory', 'symlink'])('a %s in the place of the lock is refused at once', async (what) => {
    mkdirSync(join(root, '.partner'));
    if (what === 'directory') mkdirSync(file);
    else symlinkSync('nowhere', file);
    const refusal = { code: 'not-a-regular-file', params: { file, what } };
    await expect(withLock(root, options(), () => {})).rejects.toMatchObject(refusal);
    expect(sleeps).toEqual([]);
  });

  it('a symlink or file in the place of its folder is refused', async () => {
    const folder = join(root, '.partner');
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('elsewhere', folder);
    const refusal = { code: 'not-a-regular-file', params: { file: folder, what: 'symlink' } };
    await expect(withLock(root, options(), () => {})).rejects.toMatchObject(refusal);
    rmSync(folder);
    writeFileSync(folder, '');
    await expect(withLock(root, options(), () => {})).rejects.toMatchObject({ code: 'not-a-regular-file' });
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
  });

  it('a disk that may not be written is said to be so', async () => {
    const mkdir = () => {
      throw Object.assign(new Error('EROFS'), { code: 'EROFS', errno: -30 });
    };
    const refused = withLock(root, options(), () => {}, { ...nodeFileSystem, mkdir });
    await expect(refused).rejects.toMatchObject({ code: 'not-writable', params: { errno: 'EROFS' } });
  });
});
