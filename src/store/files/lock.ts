import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { tryLock } from './lock-attempt.ts';
import { release } from './lock-file.ts';
import { lockIdentity, type ProcessFacts } from './lock-identity.ts';
import { describeHolder, formatRecord, isSameLock, type LockReading, readLock } from './lock-record.ts';
import { isLive, type Locker, removeLock, sweep } from './lock-removal.ts';
import { storageError } from './storage-error.ts';

/** How a command signs its lock; `now` is only shown to people and never compared. */
export interface LockSignature {
  readonly facts: ProcessFacts;
  readonly now: string;
  readonly command: string;
  readonly user?: string;
}

/**
 * How long to wait for one holder of the lock (10 seconds by default): while it changes hands there is
 * work being done, and the wait goes on, for up to six times as long in all. `onWait` gets the holder's
 * description, once, when the wait becomes noticeable; `sleep` waits that many milliseconds.
 */
export interface LockOptions extends LockSignature {
  readonly waitMs?: number;
  readonly onWait?: (holder: string) => void;
  readonly sleep: (ms: number) => Promise<unknown>;
}

const defaultWaitMs = 10_000;
const turns = 6;
// Most commands are done sooner, and a message about them would only be noise.
const quietMs = 500;

/**
 * Runs `action` while no other process changes the partnership in `root`, and gives its result.
 * Throws `locked` (params `holder`, `file`) where the wait was in vain: the owner lives, is on
 * another machine or cannot be known. A lock whose owner is known to be dead is removed.
 */
export async function withLock<T>(
  root: string,
  options: LockOptions,
  action: () => T | Promise<T>,
  fs: FileSystem = nodeFileSystem,
): Promise<T> {
  const locker = lockerOf(options, fs);
  const file = lockFile(root);
  const bytes = formatRecord(locker.signature);
  await acquire(file, bytes, locker, options);
  try {
    sweep(lockFolder(root), bytes, fs);
    return await action();
  } finally {
    release(file, bytes, fs);
  }
}

/**
 * Removes the lock of `root` because a person asked for it, and describes the holder it had
 * (`?` where it could not be read), or gives `undefined` where there was none. Throws `locked`
 * while the owner lives on this machine, unless `force` is set.
 */
export function unlock(
  root: string,
  options: LockSignature & { readonly force: boolean },
  fs: FileSystem = nodeFileSystem,
): string | undefined {
  const locker = lockerOf(options, fs);
  const file = lockFile(root);
  try {
    let found = readLock(file, fs);
    // A second look for each who was quicker: at the lock itself or at a claim left on it.
    for (let attempt = 0; attempt < 5 && found.kind !== 'free'; attempt++) {
      if (!options.force && isLive(found, locker)) break;
      if (removeLock(file, found, locker, true)) return describeHolder(found);
      found = readLock(file, fs);
    }
    if (found.kind === 'free') return undefined;
    throw locked(found, file);
  } catch (error) {
    throw storageError(error, file);
  }
}

async function acquire(file: string, bytes: Uint8Array, locker: Locker, options: LockOptions): Promise<void> {
  const { waitMs = defaultWaitMs, onWait, sleep } = options;
  let waitedMs = 0;
  let waitedForThisMs = 0;
  let holder: LockReading = { kind: 'free' };
  let isTold = false;
  for (let attempt = 1; ; attempt++) {
    const outcome = tryLock(file, bytes, locker);
    if (outcome === 'acquired') return;
    if (outcome === 'removed') continue;
    if (!isSameLock(outcome, holder)) waitedForThisMs = 0;
    holder = outcome;
    if (waitedForThisMs >= waitMs || waitedMs >= turns * waitMs) throw locked(outcome, file);
    if (!isTold && waitedMs >= quietMs) {
      isTold = true;
      onWait?.(describeHolder(outcome));
    }
    const pauseMs = Math.min(nextPauseMs(attempt, waitedMs / (turns * waitMs)), waitMs - waitedForThisMs);
    await sleep(pauseMs);
    waitedMs += pauseMs;
    waitedForThisMs += pauseMs;
  }
}

/**
 * Random, so that those who wait do not all come back at once. Longer with each attempt, up to 0.1 s,
 * and then shorter with the part of the patience that is spent: of many who wait, those who wait the
 * longest ask the most often, so that none is passed over until it gives up.
 */
function nextPauseMs(attempt: number, spent: number): number {
  const longest = Math.max(4, 100 * (1 - 4 * spent));
  return 2 + randomInt(Math.ceil(Math.min(longest, 10 * attempt)));
}

function lockerOf(options: LockSignature, fs: FileSystem): Locker {
  const { facts, now, command, user } = options;
  const identity = lockIdentity(facts, fs);
  const signature = { ...identity, ...(user === undefined ? {} : { user }), command, at: now };
  return { identity, facts, signature, fs };
}

function locked(reading: LockReading, file: string): PartnerError {
  return new PartnerError('locked', { holder: describeHolder(reading), file });
}

function lockFolder(root: string): string {
  return join(root, '.partner');
}

function lockFile(root: string): string {
  return join(lockFolder(root), 'lock');
}
