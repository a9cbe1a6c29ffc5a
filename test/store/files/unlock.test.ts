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
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../src/store/files/file-system.ts';
import { unlock } from '../../../src/store/files/lock.ts';
import { formatRecord, type LockHolder } from '../../../src/store/files/lock-record.ts';

// Pids above the largest of Linux: /proc knows nothing of them. All but this one run.
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
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'partner-unlock-'));
  file = join(root, '.partner', 'lock');
});
afterEach(() => rmSync(root, { recursive: true }));

function putLock(content: Uint8Array | string): void {
  mkdirSync(join(root, '.partner'), { recursive: true });
  writeFileSync(file, content);
}

const inLock = () => readdirSync(join(root, '.partner')).sort();

describe('unlock', () => {
  const call = (force: boolean, fs?: FileSystem) =>
    unlock(root, { facts, now: '2026-02-03T10:00:00Z', command: 'partner unlock', force }, fs);
  const text = 'partner add (pid 5000002, host-a, 2026-02-03T09:59:59Z)';

  it('finds nothing to remove', () => {
    expect(call(false)).toBeUndefined();
    expect(call(true)).toBeUndefined();
    expect(existsSync(join(root, '.partner'))).toBe(false);
  });

  it('removes the lock of a living process of this machine only by force', () => {
    putLock(formatRecord(holder));
    expect(() => call(false)).toThrow(
      expect.objectContaining({ code: 'locked', params: { holder: text, file } }),
    );
    expect(existsSync(file)).toBe(true);
    expect(call(true)).toBe(text);
    expect(inLock()).toEqual([]);
  });

  it.each<[string, Partial<LockHolder>]>([
    ['a dead process', { pid: deadPid }],
    ['another host', { host: 'host-b' }],
  ])('removes the lock of %s', (_, change) => {
    putLock(formatRecord({ ...holder, ...change }));
    expect(call(false)).toMatch(/^partner add \(pid/);
    expect(inLock()).toEqual([]);
  });

  it.each(['', 'not JSON'])('removes a lock that cannot be read (%j)', (content) => {
    putLock(content);
    expect(call(false)).toBe('?');
    expect(inLock()).toEqual([]);
  });

  it('removes a lock on which someone died taking it over, too', () => {
    const dead = formatRecord({ ...holder, pid: deadPid });
    putLock(dead);
    const unlink = () => {
      throw Object.assign(new Error('EIO'), { code: 'EIO', errno: -5 });
    };
    expect(() => call(false, { ...nodeFileSystem, unlink })).toThrow('io-failed');
    const claims = inLock().filter((name) => name.startsWith('claim-'));
    expect(claims).toHaveLength(1);
    writeFileSync(join(root, '.partner', claims[0] ?? ''), 'unreadable');
    expect(call(false)).toMatch(/^partner add/);
    expect(inLock().filter((name) => !name.startsWith('.partner-tmp-'))).toEqual([]);
  });

  it('does not touch a lock that changed hands while it looked', () => {
    const theirs = formatRecord(holder);
    putLock(formatRecord({ ...holder, pid: deadPid }));
    const link = (from: string, to: string) => {
      nodeFileSystem.link(from, to);
      putLock(theirs);
    };
    expect(() => call(false, { ...nodeFileSystem, link })).toThrow('locked');
    expect(readFileSync(file)).toEqual(theirs);
  });
});
