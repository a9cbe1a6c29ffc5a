import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { hasCode, isSystemError } from './storage-error.ts';

const prefix = '.partner-tmp-';
const pattern = /^\.partner-tmp-[0-9a-f]{24}$/;

/** A path in `folder` that nobody else will choose, known by its name as a temporary of this program. */
export function temporaryPath(folder: string): string {
  return join(folder, prefix + randomName());
}

/** 24 hexadecimal digits that nobody else will draw. */
export function randomName(): string {
  return randomBytes(12).toString('hex');
}

/**
 * Removes the temporary files that writers who died left in `folder`, and says their names. To be
 * called under the lock: a living writer's temporary looks the same. What cannot be removed stays.
 */
export function removeStaleTemporaries(folder: string, fs: FileSystem = nodeFileSystem): string[] {
  return namesIn(folder, fs).filter((name) => pattern.test(name) && discard(join(folder, name), fs));
}

/** The names in a folder; none where it is missing or cannot be read. */
export function namesIn(folder: string, fs: FileSystem): string[] {
  try {
    return fs.readdir(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [];
  }
}

/**
 * Removes a file if that can be done, and says whether it is gone. For clean-up after a failure, where a second
 * failure must not hide the first.
 */
export function discard(path: string, fs: FileSystem = nodeFileSystem): boolean {
  try {
    fs.unlink(path);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return hasCode(error, 'ENOENT');
  }
}
