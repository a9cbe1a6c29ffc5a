import type { BigIntStats } from 'node:fs';
import { type FileSystem, nodeFileSystem, openFlags } from './file-system.ts';
import { hasCode, isSystemError, nameOf, type SystemError } from './storage-error.ts';

/** What stands where a file was expected. */
export type Irregular = 'symlink' | 'directory' | 'fifo' | 'device' | 'socket';

/** Which file was read, in which state: equal identities and equal bytes mean nobody touched it. */
export interface FileIdentity {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** The outcome of reading: `errno` is the system's name of the error, `size` counts bytes. */
export type FileReading =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly identity: FileIdentity }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-regular'; readonly what: Irregular }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'unreadable'; readonly errno: string; readonly cause: SystemError };

/**
 * Reads a whole regular file without following a symlink or waiting on a FIFO. What is not such a
 * file, or holds more than `maxBytes`, is a value in the answer; no system error is thrown.
 */
export function readRegularFile(
  path: string,
  fs: FileSystem = nodeFileSystem,
  { maxBytes = Number.MAX_SAFE_INTEGER }: { readonly maxBytes?: number } = {},
): FileReading {
  let fd: number;
  try {
    fd = fs.open(path, openFlags.read);
  } catch (error) {
    return unopened(path, error, fs);
  }
  try {
    return readOpened(fd, fs, maxBytes);
  } catch (error) {
    return unreadable(error);
  } finally {
    closeQuietly(fd, fs);
  }
}

/** What a stat says the thing is, or `undefined` for a regular file. */
export function irregularity(stats: BigIntStats): Irregular | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isSymbolicLink()) return 'symlink';
  if (stats.isDirectory()) return 'directory';
  if (stats.isFIFO()) return 'fifo';
  return stats.isSocket() ? 'socket' : 'device';
}

/** Whether two byte strings are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Closes a descriptor from which nothing more is wanted; a failure then loses nothing. */
export function closeQuietly(fd: number, fs: FileSystem): void {
  try {
    fs.close(fd);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

// A symlink under O_NOFOLLOW is ELOOP (EMLINK on the BSDs), a socket ENXIO, a folder on Windows
// EISDIR or EPERM: whatever the refusal was, lstat says what stands there.
function unopened(path: string, error: unknown, fs: FileSystem): FileReading {
  if (hasCode(error, 'ENOENT', 'ENOTDIR')) return { kind: 'missing' };
  if (!isSystemError(error)) throw error;
  try {
    const what = irregularity(fs.lstat(path));
    if (what !== undefined) return { kind: 'not-regular', what };
  } catch (second) {
    if (!isSystemError(second)) throw second;
  }
  return unreadable(error);
}

function readOpened(fd: number, fs: FileSystem, maxBytes: number): FileReading {
  const stats = fs.fstat(fd);
  const what = irregularity(stats);
  if (what !== undefined) return { kind: 'not-regular', what };
  const size = Number(stats.size);
  if (size > maxBytes) return { kind: 'too-large', size };
  const bytes = readToEnd(fd, size, fs, maxBytes);
  if (bytes.length > maxBytes) return { kind: 'too-large', size: bytes.length };
  return { kind: 'file', bytes, identity: identityOf(stats) };
}

function identityOf(stats: BigIntStats): FileIdentity {
  const { dev, ino, size, mtimeNs } = stats;
  return {
    dev,
    ino,
    size,
    mtimeNs,
    mode: Number(stats.mode),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
  };
}

// The size is a hint only: the files of /proc have none, and a file may grow while it is read. One byte more than
// it says is asked for: where all but that one come at once, the file ends there, and need not be asked again.
function readToEnd(fd: number, sizeHint: number, fs: FileSystem, maxBytes: number): Uint8Array {
  let buffer = Buffer.allocUnsafeSlow(sizeHint + 1);
  let length = 0;
  while (length <= maxBytes) {
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(buffer.length + 4096)]);
    const count = fs.read(fd, buffer, length, buffer.length - length);
    length += count;
    if (count === 0 || (sizeHint > 0 && length === sizeHint)) break;
  }
  return buffer.subarray(0, length);
}

function unreadable(error: unknown): FileReading {
  if (!isSystemError(error)) throw error;
  return { kind: 'unreadable', errno: nameOf(error), cause: error };
}
