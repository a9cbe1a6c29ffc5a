import { type FileSystem, openFlags } from './file-system.ts';
import { closeQuietly, readRegularFile, sameBytes } from './read-file.ts';
import { isSystemError } from './storage-error.ts';
import { discard } from './temporary.ts';

/** `mode` as for open(2), before the umask; `dress` may change owner and mode before the fsync. */
export interface NewFileOptions {
  readonly mode: number;
  readonly dress?: (fd: number) => void;
}

/**
 * Writes a file that must not exist, makes sure it is on the disk and reads it back. Throws the
 * system's error, and then leaves no file; not for files that others may see half written.
 */
export function writeNewFile(path: string, bytes: Uint8Array, fs: FileSystem, options: NewFileOptions): void {
  const fd = fs.open(path, openFlags.createNew, options.mode);
  try {
    fill(fd, bytes, fs, options.dress);
    verify(path, bytes, fs);
  } catch (error) {
    discard(path, fs);
    throw error;
  }
}

/**
 * Asks the disk to keep what was renamed in `folder`. Comes after the step that counts, so a
 * failure is passed over as SQLite does: the new content stands, and not every system can do this.
 */
export function syncFolder(folder: string, fs: FileSystem): void {
  try {
    const fd = fs.open(folder, openFlags.folder);
    try {
      fs.fsync(fd);
    } finally {
      closeQuietly(fd, fs);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

function fill(fd: number, bytes: Uint8Array, fs: FileSystem, dress?: (fd: number) => void): void {
  try {
    writeAll(fd, bytes, fs);
    dress?.(fd);
    fs.fsync(fd);
  } catch (error) {
    closeQuietly(fd, fs);
    throw error;
  }
  // Network disks report a full quota only here.
  fs.close(fd);
}

/**
 * Writes all of the bytes. A nearly full disk takes a part and reports how much: one write call is never
 * enough. Throws the system's error.
 */
export function writeAll(fd: number, bytes: Uint8Array, fs: FileSystem): void {
  let offset = 0;
  while (offset < bytes.length) {
    const count = fs.write(fd, bytes, offset, bytes.length - offset);
    if (count <= 0) throw systemError('EIO', -5, 'nothing was written');
    offset += count;
  }
}

function verify(path: string, bytes: Uint8Array, fs: FileSystem): void {
  const reading = readRegularFile(path, fs, { maxBytes: bytes.length });
  if (reading.kind === 'unreadable') throw reading.cause;
  if (reading.kind === 'missing') throw systemError('ENOENT', -2, 'what was written has gone');
  if (reading.kind !== 'file' || !sameBytes(reading.bytes, bytes)) {
    throw systemError('EIO', -5, 'what was written reads back differently');
  }
}

// For a disk that reports success and lies; as a system error it takes the same way as the others.
function systemError(code: string, errno: number, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code, errno });
}
