import { dirname, join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import { buildFolderPath } from './build-folder.ts';
import { clearAbandoned, formatJournal, journalPath } from './creation-journal.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { assertInside } from './inside-root.ts';
import type { ProcessFacts } from './lock-identity.ts';
import { discardTree, isThere, type Made, makeFolder, undo } from './made.ts';
import { isBelow } from './relative-path.ts';
import { hasCode, storageError } from './storage-error.ts';
import { createFile, type FileContent } from './write-file.ts';
import { syncFolder, writeNewFile } from './write-new-file.ts';

/**
 * Creates a folder with all its files, or nothing: they are written beside it and renamed once.
 * Paths in `files` are relative with `/`; folders above `target` are made where missing. An empty
 * folder is filled as `createFilesInFolder` does, because a shell may stand in it. Throws
 * `folder-exists` (params `dir`) where anything else is there; the rest as `replaceFile`. What a
 * process that died left beside the folder is removed first.
 */
export function createFolderAtomically(
  target: string,
  files: readonly FileContent[],
  facts: ProcessFacts,
  fs: FileSystem = nodeFileSystem,
): void {
  clearAbandoned(dirname(target), facts, fs);
  const state = folderState(target, fs);
  if (state === 'occupied') throw new PartnerError('folder-exists', { dir: target });
  if (state === 'empty') {
    createFilesInFolder(target, files, facts, fs);
    return;
  }
  const above: Made[] = [];
  const build = buildFolderPath(dirname(target), facts, fs);
  try {
    makeFolder(dirname(target), above, fs);
    buildFolder(build, files, fs);
    fs.rename(build, target);
  } catch (error) {
    discardTree(build, fs);
    undo(above, fs);
    // Windows says EPERM, or EACCES, of a folder that came meanwhile; nothing stood there before.
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES') && isThere(target, fs)) {
      throw new PartnerError('folder-exists', { dir: target }, { cause: error });
    }
    throw storageError(error, target);
  }
  for (const folder of [target, ...above.map(({ path }) => path)]) syncFolder(dirname(folder), fs);
}

/**
 * Adds files to a folder that holds other things, in the given order: the last one has to be the
 * one that makes the others count. Nothing is overwritten: where one of the names is taken the
 * error is `file-exists` (params `file`). After an error none of the new files is left; after a
 * death the next call, or `clearAbandoned`, takes back what was begun, as the journal says.
 */
export function createFilesInFolder(
  target: string,
  files: readonly FileContent[],
  facts: ProcessFacts,
  fs: FileSystem = nodeFileSystem,
): void {
  clearAbandoned(target, facts, fs);
  const made: Made[] = [];
  const build = buildFolderPath(target, facts, fs);
  try {
    for (const file of files) refuseTaken(pathIn(target, file.path), fs);
    makeFolder(target, made, fs);
    openJournal(build, formatJournal(target, files, fs), fs);
    for (const { path, bytes } of files) {
      const full = pathIn(target, path);
      makeFolder(dirname(full), made, fs);
      assertInside(target, full, fs);
      createFile({ path: full, bytes }, fs, build);
      made.push({ path: full, isFolder: false });
    }
  } catch (error) {
    undo(made, fs);
    if (error instanceof PartnerError && error.code === 'changed-meanwhile') {
      throw new PartnerError('file-exists', error.params, { cause: error });
    }
    throw storageError(error, target);
  } finally {
    discardTree(build, fs);
  }
}

function openJournal(build: string, bytes: Uint8Array, fs: FileSystem): void {
  fs.mkdir(build);
  writeNewFile(journalPath(build), bytes, fs, { mode: 0o666 });
  syncFolder(build, fs);
  syncFolder(dirname(build), fs);
}

function folderState(target: string, fs: FileSystem): 'missing' | 'empty' | 'occupied' {
  try {
    return fs.readdir(target).length === 0 ? 'empty' : 'occupied';
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw storageError(error, target);
  }
  // A file, or a symlink that leads nowhere, cannot be listed either.
  return isThere(target, fs) ? 'occupied' : 'missing';
}

function refuseTaken(path: string, fs: FileSystem): void {
  if (isThere(path, fs)) throw new PartnerError('file-exists', { file: path });
}

function buildFolder(folder: string, files: readonly FileContent[], fs: FileSystem): void {
  const made: Made[] = [];
  makeFolder(folder, made, fs);
  for (const { path, bytes } of files) {
    const full = pathIn(folder, path);
    makeFolder(dirname(full), made, fs);
    writeNewFile(full, bytes, fs, { mode: 0o666 });
  }
  for (const { path } of made) syncFolder(path, fs);
}

// Names may come from a model that a person wrote, so they are not trusted to stay inside.
function pathIn(folder: string, path: string): string {
  if (!isBelow(path)) throw new Error(`not a relative path: ${path}`);
  return join(folder, path);
}
