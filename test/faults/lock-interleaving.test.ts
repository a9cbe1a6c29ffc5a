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
import { formatRecord } from '../../src/store/files/lock-record.ts';
import type { Locker } from '../../src/store/files/lock-removal.ts';
import { type Fault, faultyDisk, Kill, type Operation } from './failpoint.ts';
import { type Contender, contend, firstPid, lockerFor } from './lockers.ts';

const gone = firstPid;
const [first, second, third] = [firstPid + 1, firstPid + 2, firstPid + 3];
const kill: Fault = { kind: 'kill' };
type Contend = (root: string, locker: Locker) => Contender;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'partner-lock-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function lockPath(): string {
  return join(root, '.partner', 'lock');
}

// A fresh folder with the lock of a dead process in it, or with no lock at all.
function reset(isStale: boolean): void {
  rmSync(join(root, '.partner'), { recursive: true, force: true });
  mkdirSync(join(root, '.partner'));
  writeFileSync(join(root, '.partner', '.gitignore'), '*\n');
  if (isStale) writeFileSync(lockPath(), formatRecord(lockerFor(gone, new Set()).signature));
}

/** Runs `inner` between two operations of a contender, before its operation number `at`. */
function interrupted(
  play: Contend,
  pid: number,
  at: number,
  dead: Set<number>,
  inner: () => void,
): Contender {
  const disk = faultyDisk(0, kill, (_, index) => {
    if (index === at) inner();
  });
  return play(root, lockerFor(pid, dead, disk.fs));
}

function operationsOf(play: Contend, isStale: boolean): readonly Operation[] {
  reset(isStale);
  const disk = faultyDisk(0, kill);
  play(root, lockerFor(first, new Set([gone]), disk.fs));
  return disk.operations;
}

// A stop before any other operation looks to the rest of the world like a stop before the next of
// these: they work on a name, or (write) change what stands under one.
const shared: readonly Operation[] = ['open', 'write', 'link', 'unlink', 'mkdir', 'lstat', 'readdir'];

function stopsOf(isStale: boolean): number[] {
  return operationsOf(contend, isStale).flatMap((name, index) => (shared.includes(name) ? [index + 1] : []));
}

/** One process stopped before each of its operations while a second one runs from start to end. */
function twoWinners(play: Contend, isStale: boolean): { runs: number; doubles: number; losers: number } {
  const dead = new Set([gone]);
  const runs = operationsOf(play, isStale).length;
  let doubles = 0;
  let losers = 0;
  for (let at = 1; at <= runs; at++) {
    reset(isStale);
    let other: Contender | undefined;
    const one = interrupted(play, first, at, dead, () => {
      other = play(root, lockerFor(second, dead));
    });
    if (one.isWinner && other?.isWinner) doubles++;
    if (!one.isWinner && !other?.isWinner) losers++;
  }
  return { runs, doubles, losers };
}

describe.each([
  ['a free lock', false],
  ['the lock of a dead process', true],
])('%s', (_, isStale) => {
  it('is given to one of two, wherever the first is stopped', () => {
    const { runs, doubles, losers } = twoWinners(contend, isStale);
    console.log(`two processes: ${runs} interleavings, ${doubles} double, ${losers} without a winner`);
    expect({ doubles, losers }).toEqual({ doubles: 0, losers: 0 });
    expect(runs).toBeGreaterThan(15);
  });

  it('is given to one of three, wherever two of them are stopped', () => {
    const dead = new Set([gone]);
    const stops = stopsOf(isStale);
    let runs = 0;
    for (const at of stops) {
      for (const within of stops) {
        reset(isStale);
        const won: Contender[] = [];
        const note = (contender: Contender) => {
          if (contender.isWinner) won.push(contender);
        };
        const inner = () =>
          note(interrupted(contend, second, within, dead, () => note(contend(root, lockerFor(third, dead)))));
        note(interrupted(contend, first, at, dead, inner));
        runs++;
        expect(won.length, `stopped at ${at} and ${within}`).toBe(1);
        expect(readFileSync(lockPath())).toEqual(won[0]?.bytes);
      }
    }
    console.log(`three processes: ${runs} interleavings`);
  });

  it('is not taken by the first after the second had it, used it and left', () => {
    const dead = new Set([gone]);
    const { length } = operationsOf(contend, isStale);
    for (let at = 1; at <= length; at++) {
      reset(isStale);
      let holding = 0;
      const use = () => {
        const other = contend(root, lockerFor(second, dead));
        if (other.isWinner) other.leave();
        // A third one holds it now, while the first still believes what it saw before.
        if (contend(root, lockerFor(third, dead)).isWinner) holding++;
      };
      if (interrupted(contend, first, at, dead, use).isWinner) holding++;
      expect(holding, `stopped at ${at}`).toBe(1);
    }
  });

  it('is never stuck, wherever one taker dies, and the next one, too', () => {
    const stops = stopsOf(isStale);
    let states = 0;
    for (const at of stops) {
      for (const then of stops) {
        reset(isStale);
        const dead = new Set([gone]);
        killed(first, at, dead);
        killed(second, then, dead);
        const last = contend(root, lockerFor(third, dead));
        states++;
        expect(last.isWinner, `killed at ${at} and ${then}`).toBe(true);
        last.leave();
        expect(readdirSync(join(root, '.partner')), `killed at ${at} and ${then}`).toEqual(['.gitignore']);
      }
    }
    console.log(`two dead takers: ${states} states`);
  });
});

function killed(pid: number, at: number, dead: Set<number>): void {
  const disk = faultyDisk(at, kill);
  try {
    contend(root, lockerFor(pid, dead, disk.fs));
  } catch (error) {
    if (!(error instanceof Kill)) throw error;
  }
  disk.closeAll();
  dead.add(pid);
}

describe('without hard links', () => {
  const linkless: Contend = (folder, locker) => {
    const link = () => {
      throw Object.assign(new Error('ENOTSUP: no links'), { code: 'ENOTSUP', errno: -95 });
    };
    return contend(folder, { ...locker, fs: { ...locker.fs, link } });
  };

  it.each([false, true])('one of two gets it (stale: %s)', (isStale) => {
    const { doubles, losers } = twoWinners(linkless, isStale);
    expect({ doubles, losers }).toEqual({ doubles: 0, losers: 0 });
  });
});

// The way of taking over that must be caught: look, remove, create.
const naive: Contend = (folder, locker) => {
  const file = join(folder, '.partner', 'lock');
  const temporary = join(folder, '.partner', `mine-${locker.identity.pid}`);
  const bytes = formatRecord(locker.signature);
  writeFileSync(temporary, bytes);
  const isStale = existsSync(file) && readFileSync(file, 'utf8').includes(`"pid":${gone}`);
  if (isStale) locker.fs.unlink(file);
  try {
    locker.fs.link(temporary, file);
    return { isWinner: true, bytes, leave: () => {} };
  } catch {
    return { isWinner: false, bytes, leave: () => {} };
  }
};

describe('the same interleaving catches', () => {
  it('a take-over that removes what it saw a moment ago', () => {
    expect(twoWinners(naive, true).doubles).toBeGreaterThan(0);
  });
});
