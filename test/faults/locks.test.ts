import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockIdentity } from '../../src/store/files/lock-identity.ts';
import { formatRecord, type LockHolder } from '../../src/store/files/lock-record.ts';
import { newFolder } from '../folders.ts';
import { layOut } from './program/scenarios.ts';
import { ranProgram } from './program/struck.ts';
import { addTogether } from './program/together.ts';
import { rubbishIn } from './program/tree.ts';

const self = lockIdentity({ pid: process.pid, host: hostname(), signal: process.kill });
const check = ['check', 'resource-holders-consulted'];
// Above the largest pid of Linux (2^22).
const nobody = 5_000_000;

let folder: string;
beforeEach(() => {
  folder = newFolder();
  layOut(folder);
});

function leaveLock(change: Partial<LockHolder>): string {
  const file = join(folder, '.partner', 'lock');
  mkdirSync(join(folder, '.partner'));
  writeFileSync(
    file,
    formatRecord({ ...self, user: 'dana', command: 'advance', at: '2026-02-03T10:00:00Z', ...change }),
  );
  return file;
}

describe.concurrent('a lock that others hold', () => {
  it.each<[string, Partial<LockHolder>]>([
    ['a process that runs', {}],
    ['another host', { host: 'elsewhere', pid: nobody }],
    ['another boot in a container', { boot: 'b0', namespace: 'pid:[4026532200]', pid: nobody }],
  ])('%s: is waited for, and never taken', async (_, change) => {
    folder = newFolder();
    layOut(folder);
    const here = folder;
    const file = leaveLock(change);
    const lock = readFileSync(file);
    const { code, err } = await ranProgram(check, here);
    expect(code).toBe(2);
    const holder = `advance (dana, pid ${change.pid ?? self.pid}, ${change.host ?? self.host}, 2026-02-03T10:00:00Z)`;
    expect(err).toContain('Waiting');
    expect(err.split(holder)).toHaveLength(3);
    expect(err).toContain('partner unlock');
    expect(readFileSync(file)).toEqual(lock);
  });
});

describe('a lock that nobody holds', () => {
  it.each<[string, Partial<LockHolder>]>([
    ['of a process that ended', { pid: nobody }],
    ['dated in the future', { pid: nobody, at: '2999-01-01T00:00:00Z' }],
    ['of a process whose pid another has got', { started: '1' }],
    ['from before the machine started anew', { boot: 'b0' }],
  ])('%s: is removed at once', async (name, change) => {
    const identity = [self.machine, self.namespace];
    if (name.includes('anew') && (identity[0] === undefined || identity[1] !== 'pid:[4026531836]')) return;
    leaveLock(change);
    const { code, err } = await ranProgram(check, folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(rubbishIn(folder)).toEqual([]);
  });
});

describe('partner unlock', () => {
  it('helps with the lock of another host, and tells whose it was', async () => {
    const file = leaveLock({ host: 'elsewhere', pid: nobody });
    const { code, out } = await ranProgram(['unlock'], folder);
    expect(code).toBe(0);
    expect(out).toContain(`pid ${nobody}, elsewhere`);
    expect(existsSync(file)).toBe(false);
    expect((await ranProgram(check, folder)).code).toBe(0);
  });

  it('leaves the lock of a process that runs, unless it is forced', async () => {
    const file = leaveLock({});
    expect((await ranProgram(['unlock'], folder)).code).toBe(2);
    expect(existsSync(file)).toBe(true);
    expect((await ranProgram(['unlock', '--force'], folder)).code).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  it('shows what stands in a lock without obeying it', async () => {
    leaveLock({ host: 'elsewhere', command: '\u001b[2Jevil\u202e' });
    const { out } = await ranProgram(['unlock'], folder);
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('24 processes of the program at once', () => {
  it('lose nothing', { timeout: 300_000 }, async () => {
    const { states, faults } = await addTogether(24, 2);
    console.log(`24 at once: ${states} changes, ${faults.length} lost`);
    expect(faults).toEqual([]);
    expect(states).toBe(48);
  });
});
