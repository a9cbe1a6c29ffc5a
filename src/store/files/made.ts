import { dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { hasCode, isSystemError, storageError } from './storage-error.ts';
import { discard, namesIn } from './temporary.ts';

/** A file or folder that was made, noted so that a failure can be undone by going back. */
export interface Made {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Makes a folder, and those above it, where missing; notes in `made` what was made. */
export function makeFolder(folder: string, made: Made[], fs: FileSystem): void {
  if (isThere(folder, fs)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder), made, fs);
  try {
    fs.mkdir(folder);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    throw error;
  }
  made.push({ path: folder, isFolder: true });
}

/** Removes what was made, the last first; what cannot be removed, or was filled since, stays. */
export function undo(made: readonly Made[], fs: FileSystem): void {
  for (const { path, isFolder } of [...made].reverse()) {
    if (isFolder) discardFolder(path, fs);
    else discard(path, fs);
  }
}

/** Whether anything, be it a symlink that leads nowhere, has this name. */
export function isThere(path: string, fs: FileSystem): boolean {
  try {
    fs.lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw storageError(error, path);
  }
}

/** Removes an empty folder if that can be done; for clean-up, where nothing more can go wrong. */
export function discardFolder(path: string, fs: FileSystem): void {
  try {
    fs.rmdir(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Removes a folder of the program's own with all that is in it, as far as that can be done; follows no link. */
export function discardTree(folder: string, fs: FileSystem): void {
  for (const name of namesIn(folder, fs)) {
    const path = join(folder, name);
    if (isFolder(path, fs)) discardTree(path, fs);
    else discard(path, fs);
  }
  discardFolder(folder, fs);
}

function isFolder(path: string, fs: FileSystem): boolean {
  try {
    return fs.lstat(path).isDirectory();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
