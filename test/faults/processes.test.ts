import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../src/store/files/lock.ts';
import { lockIdentity } from '../../src/store/files/lock-identity.ts';
import { formatRecord } from '../../src/store/files/lock-record.ts';
import { bundleWorker, startWorker, type Worker } from './processes.ts';

let script: string;
let root: string;
let started: Worker[];

beforeAll(async () => {
  script = await bundleWorker();
});
afterAll(() => rmSync(dirname(script), { recursive: true }));
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'partner-processes-'));
  writeFileSync(join(root, 'counter'), '0');
  started = [];
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(root, { recursive: true });
});

function start(mode: string, ...rest: string[]): Worker {
  const worker = startWorker([process.execPath, script, mode, root, ...rest]);
  started.push(worker);
  return worker;
}

function counter(): string {
  return readFileSync(join(root, 'counter'), 'utf8');
}

const options = {
  facts: { pid: process.pid, host: hostname(), signal: process.kill },
  now: '2026-02-03T10:00:00Z',
  command: 'test',
  waitMs: 0,
  sleep: async () => {},
};

describe('24 processes at once', () => {
  it('lose none of 1,200 changes', { timeout: 300_000 }, async () => {
    const workers = Array.from({ length: 24 }, () => start('increment', '50'));
    const codes = await Promise.all(workers.map(({ ended }) => ended));
    expect(workers.flatMap(({ lines }) => lines)).toEqual([]);
    expect(codes).toEqual(workers.map(() => 0));
    expect(counter()).toBe('1200');
    expect(readdirSync(join(root, '.partner'))).toEqual(['.gitignore']);
    expect(readdirSync(root).sort()).toEqual(['.partner', 'counter']);
  });

  // Were nothing lost here, the test above would prove nothing.
  it('do lose changes without the lock', async () => {
    const workers = Array.from({ length: 4 }, () => start('increment-lockless'));
    await Promise.all(workers.map((worker) => worker.said('read')));
    for (const { child } of workers) child.stdin.write('go\n');
    await Promise.all(workers.map(({ ended }) => ended));
    expect(counter()).toBe('1');
  });
});

describe('a holder that is killed', () => {
  it('lets the next one in at once', async () => {
    const holder = start('hold');
    await holder.said('held');
    await expect(withLock(root, options, () => 'mine')).rejects.toMatchObject({
      code: 'locked',
      params: { holder: expect.stringContaining(`worker hold (pid ${holder.pid}, `) },
    });
    holder.child.kill('SIGKILL');
    expect(await holder.ended).toBe('SIGKILL');
    expect(existsSync(join(root, '.partner', 'lock'))).toBe(true);
    expect(await withLock(root, options, () => 'mine')).toBe('mine');
    expect(readdirSync(join(root, '.partner'))).toEqual(['.gitignore']);
  });

  // Only Linux tells.
  it.runIf(process.platform === 'linux')(
    'is known for dead even while its parent has not collected it',
    async () => {
      // The shell starts the worker and then stops collecting its children.
      const shell = startWorker([
        'sh',
        '-c',
        `'${process.execPath}' '${script}' hold '${root}' & exec sleep 60`,
      ]);
      started.push(shell);
      await shell.said('held');
      const { pid } = JSON.parse(readFileSync(join(root, '.partner', 'lock'), 'utf8')) as { pid: number };
      process.kill(pid, 'SIGKILL');
      const patient = {
        ...options,
        waitMs: 5000,
        sleep: (ms: number) => new Promise((r) => setTimeout(r, ms)),
      };
      expect(await withLock(root, patient, () => 'mine')).toBe('mine');
      expect(() => process.kill(pid, 0)).not.toThrow();
    },
  );

  it('leaves a lock that one of eight takers gets at a time, in ten rounds', async () => {
    const dead = start('replace');
    await dead.ended;
    const takers = Array.from({ length: 8 }, () => start('take'));
    await Promise.all(takers.map((taker) => taker.said('ready')));
    for (let round = 1; round <= 10; round++) {
      mkdirSync(join(root, '.partner'), { recursive: true });
      const record = { ...lockIdentity(options.facts), pid: dead.pid, command: 'test', at: options.now };
      writeFileSync(join(root, '.partner', 'lock'), formatRecord(record), { flag: 'wx' });
      for (const { child } of takers) child.stdin.write('go\n');
      await Promise.all(takers.map((taker) => taker.said('alone', round)));
    }
    for (const { child } of takers) child.stdin.end();
    await Promise.all(takers.map(({ ended }) => ended));
    const answers = takers.flatMap(({ lines }) => lines.filter((line) => line !== 'ready'));
    expect(answers).toEqual(Array.from({ length: 80 }, () => 'alone'));
    expect(readdirSync(join(root, '.partner'))).toEqual(['.gitignore']);
  });
});
