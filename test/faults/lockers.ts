import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from '../../src/store/files/file-system.ts';
import { tryLock } from '../../src/store/files/lock-attempt.ts';
import { release } from '../../src/store/files/lock-file.ts';
import type { ProcessFacts } from '../../src/store/files/lock-identity.ts';
import { formatRecord } from '../../src/store/files/lock-record.ts';
import { type Locker, sweep } from '../../src/store/files/lock-removal.ts';
import { unsynced } from './failpoint.ts';

// Above the largest pid of Linux (2^22), so that /proc knows nothing of these processes.
export const firstPid = 5_000_000;

/** Processes played in this one: those in `dead` have ended, all others run. */
export function playedProcess(pid: number, dead: ReadonlySet<number>): ProcessFacts {
  const signal = (asked: number) => {
    if (dead.has(asked)) throw Object.assign(new Error('ESRCH: gone'), { code: 'ESRCH', errno: -3 });
  };
  return { pid, host: 'host-a', signal };
}

/** A played process that wants a lock. */
export function lockerFor(pid: number, dead: ReadonlySet<number>, fs: FileSystem = unsynced): Locker {
  const facts = playedProcess(pid, dead);
  const identity = { pid, host: facts.host };
  const signature = { ...identity, command: 'partner check', at: '2026-02-03T10:00:00Z' };
  return { identity, facts, fs, signature };
}

export interface Contender {
  readonly isWinner: boolean;
  readonly bytes: Uint8Array;
  readonly leave: () => void;
}

/** One process that wants the lock and looks a few times, without ever waiting. */
export function contend(root: string, locker: Locker): Contender {
  const file = join(root, '.partner', 'lock');
  const bytes = formatRecord(locker.signature);
  let outcome = tryLock(file, bytes, locker);
  for (let looks = 1; looks < 5 && outcome === 'removed'; looks++) outcome = tryLock(file, bytes, locker);
  const isWinner = outcome === 'acquired';
  if (isWinner) sweep(join(root, '.partner'), bytes, locker.fs);
  return { isWinner, bytes, leave: () => release(file, bytes, nodeFileSystem) };
}
