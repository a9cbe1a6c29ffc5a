import { dirname } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { readRegularFile, sameBytes } from './read-file.ts';
import { hasCode } from './storage-error.ts';
import { discard, temporaryPath } from './temporary.ts';
import { isLinkUnsupported } from './write-file.ts';
import { writeNewFile } from './write-new-file.ts';

/**
 * Tries once to create a lock, whole and only where nothing stands: a temporary is written first
 * and then linked. False where another was quicker. Throws the system's error.
 */
export function createLock(file: string, bytes: Uint8Array, fs: FileSystem): boolean {
  const temporary = temporaryPath(dirname(file));
  try {
    writeNewFile(temporary, bytes, fs, { mode: 0o666 });
    return isPlaced(temporary, file, bytes, fs);
  } catch (error) {
    // Whoever got the lock meanwhile has swept the folder, and the temporary with it.
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  } finally {
    discard(temporary, fs);
  }
}

function isPlaced(temporary: string, file: string, bytes: Uint8Array, fs: FileSystem): boolean {
  try {
    fs.link(temporary, file);
    return true;
  } catch (error) {
    // NFS may have made the link and lost the answer; the repeated request then finds it there.
    if (hasCode(error, 'EEXIST')) return holds(file, bytes, fs);
    if (!isLinkUnsupported(error)) throw error;
  }
  try {
    // Others may see this one half written: to them it is unreadable, and nobody removes that.
    writeNewFile(file, bytes, fs, { mode: 0o666 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function holds(file: string, bytes: Uint8Array, fs: FileSystem): boolean {
  const reading = readRegularFile(file, fs, { maxBytes: bytes.length });
  return reading.kind === 'file' && sameBytes(reading.bytes, bytes);
}

/** Removes the own lock after the work; a lock that was given to another meanwhile is left alone. */
export function release(file: string, bytes: Uint8Array, fs: FileSystem): void {
  // Where this fails the lock outlives the command as that of a dead owner, which the next one removes.
  if (holds(file, bytes, fs)) discard(file, fs);
}
