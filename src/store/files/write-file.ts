import { dirname } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import { type FileSystem, nodeFileSystem, openFlags } from './file-system.ts';
import { type FileIdentity, readRegularFile, sameBytes } from './read-file.ts';
import { hasCode, isSystemError, storageError } from './storage-error.ts';
import { discard, temporaryPath } from './temporary.ts';
import { syncFolder, writeNewFile } from './write-new-file.ts';

/** A file and what it shall hold; `path` also names the file in errors (params `file`). */
export interface FileContent {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** New content for a file; `expected` is what was read from it, `undefined` where nothing stood. */
export interface Replacement extends FileContent {
  readonly expected: Uint8Array | undefined;
}

/**
 * Puts new bytes in the place of the bytes that were read, in one step: whoever reads, at whatever
 * moment this is cut off, finds the old or the new content whole. Any error means that the old
 * bytes stand: `changed-meanwhile`, `not-a-regular-file`, `disk-full`, `not-writable`, `io-failed`.
 */
export function replaceFile({ path, bytes, expected }: Replacement, fs: FileSystem = nodeFileSystem): void {
  if (expected === undefined) {
    createFile({ path, bytes }, fs);
    return;
  }
  const temporary = temporaryPath(dirname(path));
  try {
    const before = unchanged(path, expected, fs);
    // A rename asks the folder's permission only; a file its owner made read-only is to stay.
    fs.access(path, openFlags.writable);
    writeNewFile(temporary, bytes, fs, { mode: 0o600, dress: (fd) => takeOver(fd, before, fs) });
    try {
      confirmSame(path, before, unchanged(path, expected, fs));
      fs.rename(temporary, path);
    } catch (error) {
      discard(temporary, fs);
      throw error;
    }
  } catch (error) {
    throw storageError(error, path);
  }
  syncFolder(dirname(path), fs);
}

/**
 * Creates a file whole or not at all. Where anything already has its name, even a symlink that
 * leads nowhere, nothing is replaced and the error is `changed-meanwhile`; else as `replaceFile`.
 * `workshop` is where the temporary is written: the file's own folder, or one on the same disk.
 */
export function createFile(
  { path, bytes }: FileContent,
  fs: FileSystem = nodeFileSystem,
  workshop: string = dirname(path),
): void {
  const temporary = temporaryPath(workshop);
  try {
    writeNewFile(temporary, bytes, fs, { mode: 0o666 });
    try {
      putInPlace(temporary, path, fs);
    } finally {
      discard(temporary, fs);
    }
  } catch (error) {
    if (hasCode(error, 'EEXIST'))
      throw new PartnerError('changed-meanwhile', { file: path }, { cause: error });
    throw storageError(error, path);
  }
  syncFolder(dirname(path), fs);
}

/**
 * Removes a file, if it still holds the bytes that were read. Any error means that it stands, as of
 * `replaceFile`.
 */
export function removeFile({ path, bytes }: FileContent, fs: FileSystem = nodeFileSystem): void {
  try {
    const before = unchanged(path, bytes, fs);
    fs.access(path, openFlags.writable);
    confirmSame(path, before, unchanged(path, bytes, fs));
    fs.unlink(path);
  } catch (error) {
    throw storageError(error, path);
  }
  syncFolder(dirname(path), fs);
}

function unchanged(path: string, expected: Uint8Array, fs: FileSystem): FileIdentity {
  const reading = readRegularFile(path, fs, { maxBytes: expected.length });
  if (reading.kind === 'unreadable') throw reading.cause;
  if (reading.kind === 'not-regular') {
    throw new PartnerError('not-a-regular-file', { file: path, what: reading.what });
  }
  if (reading.kind !== 'file' || !sameBytes(reading.bytes, expected)) {
    throw new PartnerError('changed-meanwhile', { file: path });
  }
  return reading.identity;
}

// The same bytes in another file, or under other rights, would get the rights of the first one.
function confirmSame(path: string, before: FileIdentity, now: FileIdentity): void {
  for (const key of ['dev', 'ino', 'mode', 'uid', 'gid'] as const) {
    if (before[key] !== now[key]) throw new PartnerError('changed-meanwhile', { file: path });
  }
}

function takeOver(fd: number, before: FileIdentity, fs: FileSystem): void {
  const own = fs.fstat(fd);
  const uid = Number(own.uid);
  if (uid !== before.uid || Number(own.gid) !== before.gid) {
    // Only root gives files away; a member of the group may still keep the group.
    if (!tryChown(fd, before.uid, before.gid, fs)) tryChown(fd, uid, before.gid, fs);
  }
  const mode = before.mode & 0o777;
  if ((Number(own.mode) & 0o777) !== mode) fs.fchmod(fd, mode);
}

function tryChown(fd: number, uid: number, gid: number, fs: FileSystem): boolean {
  try {
    fs.fchown(fd, uid, gid);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

// How file systems without hard links (FAT, some network and FUSE mounts) refuse one.
const linkRefusals = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'];

/** Whether a failed link(2) means that links do not work here, and not that the name is taken. */
export function isLinkUnsupported(error: unknown): boolean {
  return hasCode(error, ...linkRefusals);
}

// Without links the name is reserved by an empty file that only this process can have created, and
// the whole one is renamed over it: cut off in between, an empty file stays, never a part of one.
function putInPlace(temporary: string, path: string, fs: FileSystem): void {
  try {
    fs.link(temporary, path);
    return;
  } catch (error) {
    if (!isLinkUnsupported(error)) throw error;
  }
  writeNewFile(path, new Uint8Array(), fs, { mode: 0o666 });
  try {
    fs.rename(temporary, path);
  } catch (error) {
    discard(path, fs);
    throw error;
  }
}
