import type { FileSystem } from './file-system.ts';
import { hasCode } from './storage-error.ts';

/** Waits that many milliseconds, with all that this process does. */
export type Pause = (ms: number) => void;

// Together about a second: virus scanners and indexers open what was just written, and let go again soon.
const pausesMs = [5, 10, 20, 40, 80, 160, 300, 400];

/**
 * A file system of Windows that keeps the promises of the others. There, what another program has open at the
 * moment can be neither renamed nor removed (EPERM, EACCES, EBUSY), so that is tried again for a while; and no
 * flag keeps an open from following a link, so that is looked at before, and afterwards again.
 */
export function forWindows(fs: FileSystem, pause: Pause): FileSystem {
  const patiently = <T>(act: () => T, isFinal: () => boolean = () => false): T => {
    for (const pauseMs of pausesMs) {
      try {
        return act();
      } catch (error) {
        if (!hasCode(error, 'EPERM', 'EACCES', 'EBUSY') || isFinal()) throw error;
      }
      pause(pauseMs);
    }
    return act();
  };
  return {
    ...fs,
    open: (path, flags, mode) =>
      mode === undefined ? openUnlinked(path, flags, fs) : fs.open(path, flags, mode),
    // Onto a folder nothing is ever renamed there: waiting would change nothing.
    rename: (from, to) =>
      patiently(
        () => fs.rename(from, to),
        () => isFolder(to, fs),
      ),
    unlink: (path) => patiently(() => fs.unlink(path)),
    rmdir: (path) => patiently(() => fs.rmdir(path)),
  };
}

/** Opens what stands there, and nothing behind a link: what was opened must be what was looked at. */
function openUnlinked(path: string, flags: number, fs: FileSystem): number {
  const before = fs.lstat(path);
  if (before.isSymbolicLink()) throw linkMet(path);
  const fd = fs.open(path, flags);
  const { dev, ino } = fs.fstat(fd);
  if (dev === before.dev && ino === before.ino) return fd;
  fs.close(fd);
  throw linkMet(path);
}

// What POSIX answers to O_NOFOLLOW.
function linkMet(path: string): Error {
  return Object.assign(new Error(`ELOOP: a link, open '${path}'`), { code: 'ELOOP', errno: -40, path });
}

function isFolder(path: string, fs: FileSystem): boolean {
  try {
    return fs.lstat(path).isDirectory();
  } catch {
    return false;
  }
}
