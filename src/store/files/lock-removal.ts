import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { createLock } from './lock-file.ts';
import { type LockIdentity, ownerState, type ProcessFacts } from './lock-identity.ts';
import { formatRecord, isSameLock, type LockHolder, type LockReading, readLock } from './lock-record.ts';
import { discard, namesIn, removeStaleTemporaries } from './temporary.ts';

/** The process that wants a lock, how it signs, and how it looks at the disk and at others. */
export interface Locker {
  readonly identity: LockIdentity;
  readonly facts: ProcessFacts;
  readonly signature: LockHolder;
  readonly fs: FileSystem;
}

/** Whether the owner of the lock that was read is known to run no more. */
export function isDead(reading: LockReading, { identity, facts, fs }: Locker): boolean {
  return reading.kind === 'held' && ownerState(reading.holder, identity, facts, fs) === 'dead';
}

/** Whether the owner of the lock that was read runs on this machine. */
export function isLive(reading: LockReading, { identity, facts, fs }: Locker): boolean {
  return reading.kind === 'held' && ownerState(reading.holder, identity, facts, fs) === 'live';
}

/**
 * Removes exactly the lock that was seen, and says whether it did. Looking and removing are two
 * operations, so of two who see one dead lock the second could remove the lock of the first. That
 * is why removing needs a claim, a lock named after the bytes of the one that goes: only its owner
 * may remove those bytes, looks again once it has the claim, and finds either them, which nobody
 * else will touch, or another lock, and leaves it. A claimant that died is removed in the same way.
 * `override`, when a person asked, removes every claim but that of a process running here.
 */
export function removeLock(file: string, seen: LockReading, locker: Locker, override = false): boolean {
  const { fs } = locker;
  if (seen.kind === 'free') return false;
  const claim = join(dirname(file), claimName(seen.bytes));
  if (!createLock(claim, formatRecord(locker.signature), fs)) {
    const other = readLock(claim, fs);
    const isIdle = override ? !isLive(other, locker) : isDead(other, locker);
    return isIdle && removeLock(claim, other, locker, override) && removeLock(file, seen, locker, override);
  }
  try {
    if (!isSameLock(readLock(file, fs), seen)) return false;
    fs.unlink(file);
    return true;
  } finally {
    discard(claim, fs);
  }
}

/**
 * Clears a lock folder of what dead processes left. Only for the holder of its lock `bytes`: then
 * a claim on any other lock is about one that is gone for good, and decides nothing any more.
 */
export function sweep(folder: string, bytes: Uint8Array, fs: FileSystem): void {
  removeStaleTemporaries(folder, fs);
  for (const name of namesIn(folder, fs)) {
    if (claimPattern.test(name) && name !== claimName(bytes)) discard(join(folder, name), fs);
  }
}

const claimPattern = /^claim-[0-9a-f]{32}$/;

function claimName(bytes: Uint8Array): string {
  return `claim-${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`;
}
