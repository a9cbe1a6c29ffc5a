import { dirname, join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import type { FileSystem } from './file-system.ts';
import { createLock } from './lock-file.ts';
import { type LockReading, readLock } from './lock-record.ts';
import { isDead, type Locker, removeLock } from './lock-removal.ts';
import { isThere } from './made.ts';
import { irregularity } from './read-file.ts';
import { hasCode, storageError } from './storage-error.ts';

/**
 * One try to put the lock `bytes` in place of nothing: `acquired`; or `removed`, where a dead
 * owner's lock was in the way and is gone now; or what was found there. Creates the lock's folder
 * where it is missing. Throws `not-a-regular-file` and what writing throws.
 */
export function tryLock(
  file: string,
  bytes: Uint8Array,
  locker: Locker,
): 'acquired' | 'removed' | LockReading {
  const { fs } = locker;
  try {
    prepareFolder(dirname(file), fs);
    const found = readLock(file, fs);
    if (found.kind === 'free') return createLock(file, bytes, fs) ? 'acquired' : readLock(file, fs);
    return isDead(found, locker) && removeLock(file, found, locker) ? 'removed' : found;
  } catch (error) {
    throw storageError(error, file);
  }
}

// The folder holds nothing that lasts, so it keeps itself out of git wherever it stands.
function prepareFolder(folder: string, fs: FileSystem): void {
  ignoreExisting(() => fs.mkdir(folder));
  const what = irregularity(fs.lstat(folder));
  if (what !== 'directory') throw notAFolder(folder, what);
  // Whole or not at all: an empty one left by the dead would never be filled.
  const ignoring = join(folder, '.gitignore');
  if (!isThere(ignoring, fs)) createLock(ignoring, Buffer.from('*\n'), fs);
}

function notAFolder(file: string, what = 'file'): PartnerError {
  return new PartnerError('not-a-regular-file', { file, what });
}

function ignoreExisting(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
