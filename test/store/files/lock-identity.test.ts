import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../src/store/files/file-system.ts';
import {
  type LockIdentity,
  lockIdentity,
  ownerState,
  type ProcessFacts,
} from '../../../src/store/files/lock-identity.ts';

let machine: string;
let fs: FileSystem;
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'partner-machine-'));
  const inside = (path: string) => join(machine, path);
  fs = {
    ...nodeFileSystem,
    open: (path, flags, mode) => nodeFileSystem.open(inside(path), flags, mode),
    lstat: (path) => nodeFileSystem.lstat(inside(path)),
    readlink: (path) => nodeFileSystem.readlink(inside(path)),
  };
});
afterEach(() => rmSync(machine, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(join(machine, path, '..'), { recursive: true });
  writeFileSync(join(machine, path), text);
}

// As proc(5) has it: pid (name) state ppid … and the start as field 22.
function putProcess(pid: number, started: string, { state = 'S', name = 'node' } = {}): void {
  const between = Array.from({ length: 18 }, (_, index) => index + 4).join(' ');
  put(`/proc/${pid}/stat`, `${pid} (${name}) ${state} ${between} ${started} 23 24\n`);
}

function putLinux(): void {
  put('/proc/sys/kernel/random/boot_id', 'boot-1\n');
  put('/etc/machine-id', '0123456789abcdef0123456789abcdef\n');
  mkdirSync(join(machine, '/proc/self/ns'), { recursive: true });
  symlinkSync('pid:[4026531836]', join(machine, '/proc/self/ns/pid'));
}

function facts(code?: string): ProcessFacts {
  const signal = () => {
    if (code !== undefined) throw Object.assign(new Error(code), { code, errno: -1 });
  };
  return { pid: 10, host: 'host-a', signal };
}

describe('lockIdentity', () => {
  it('knows pid and host everywhere', () => {
    expect(lockIdentity(facts(), fs)).toEqual({ pid: 10, host: 'host-a' });
  });

  it('knows more on Linux, and keeps the machine id to itself', () => {
    putLinux();
    putProcess(10, '4711', { name: 'a) S 1 (b' });
    const identity = lockIdentity(facts(), fs);
    expect(identity).toEqual({
      pid: 10,
      host: 'host-a',
      machine: expect.stringMatching(/^[0-9a-f]{16}$/),
      boot: 'boot-1',
      namespace: 'pid:[4026531836]',
      started: '4711',
    });
    expect(identity.machine).not.toContain('0123456789');
  });

  it('tells nothing from a machine id that is none', () => {
    put('/etc/machine-id', 'uninitialized\n');
    expect(lockIdentity(facts(), fs).machine).toBeUndefined();
  });

  it('finds this process alive', () => {
    const own = { pid: process.pid, host: hostname(), signal: process.kill };
    const identity = lockIdentity(own);
    expect(ownerState(identity, identity, own)).toBe('live');
    expect(ownerState({ ...identity, pid: 2 ** 22 + 1 }, identity, own)).toBe('dead');
  });
});

// A record leaves out what its owner did not know.
function known(record: object): LockIdentity {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as LockIdentity & object;
}

describe('ownerState', () => {
  const self: LockIdentity = {
    pid: 10,
    host: 'host-a',
    machine: 'm',
    boot: 'b',
    namespace: 'pid:[4026531836]',
    started: '1',
  };
  const owner: LockIdentity = { ...self, pid: 20, started: '4711' };

  it('another boot, where we are in a container', () => {
    const inside = { ...self, namespace: 'pid:[4026532200]' };
    expect(ownerState({ ...inside, boot: 'b0', pid: 20 }, inside, facts(), fs)).toBe('elsewhere');
  });

  it.each<[string, { [K in keyof LockIdentity]?: LockIdentity[K] | undefined }, string]>([
    ['the same process', {}, 'live'],
    ['another host', { host: 'host-b' }, 'elsewhere'],
    ['another host, long rebooted', { host: 'host-b', boot: 'b0' }, 'elsewhere'],
    ['another machine of the same name', { machine: 'm2', boot: 'b2' }, 'elsewhere'],
    ['an earlier boot of this machine', { boot: 'b0' }, 'dead'],
    ['another boot of what shares only the host name', { boot: 'b0', machine: undefined }, 'elsewhere'],
    ['another boot, and in a container', { boot: 'b0', namespace: 'n2' }, 'elsewhere'],
    ['another container on this machine', { namespace: 'n2' }, 'elsewhere'],
    ['another process that got the pid', { started: '4712' }, 'dead'],
  ])('%s', (_, change, expected) => {
    putProcess(20, '4711');
    expect(ownerState(known({ ...owner, ...change }), self, facts(), fs)).toBe(expected);
  });

  it.each([
    ['ESRCH', 'dead'],
    ['EPERM', 'live'],
    ['EINVAL', 'live'],
  ])('a signal that fails with %s: %s', (code, expected) => {
    putProcess(20, '4711');
    expect(ownerState(owner, self, facts(code), fs)).toBe(expected);
  });

  it.each(['Z', 'X'])('a process in the state %s has ended', (state) => {
    putProcess(20, '4711', { state });
    expect(ownerState(owner, self, facts(), fs)).toBe('dead');
  });

  it('asks the pid only, where nothing more is known', () => {
    const { pid, host } = owner;
    expect(ownerState({ pid, host }, { pid: 10, host }, facts(), fs)).toBe('live');
    expect(ownerState({ pid, host }, { pid: 10, host }, facts('ESRCH'), fs)).toBe('dead');
    expect(ownerState({ pid, host }, self, facts('ESRCH'), fs)).toBe('dead');
  });
});
