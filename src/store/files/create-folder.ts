import { dirname, isAbsolute, join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { assertInside } from './inside-root.ts';
import { isThere, type Made, makeFolder, undo } from './made.ts';
import { hasCode, storageError } from './storage-error.ts';
import { temporaryPath } from './temporary.ts';
import { createFile, type FileContent } from './write-file.ts';
import { syncFolder, writeNewFile } from './write-new-file.ts';

/**
 * Creates a folder with all its files, or nothing: they are written beside it and renamed once.
 * Paths in `files` are relative with `/`; folders above `target` are made where missing. An empty
 * folder is filled as `createFilesInFolder` does, because a shell may stand in it. Throws
 * `folder-exists` (params `dir`) where anything else is there; the rest as `replaceFile`.
 */
export function createFolderAtomically(
  target: string,
  files: readonly FileContent[],
  fs: FileSystem = nodeFileSystem,
): void {
  const state = folderState(target, fs);
  if (state === 'occupied') throw new PartnerError('folder-exists', { dir: target });
  if (state === 'empty') {
    createFilesInFolder(target, files, fs);
    return;
  }
  const made: Made[] = [];
  try {
    makeFolder(dirname(target), made, fs);
    const temporary = temporaryPath(dirname(target));
    buildFolder(temporary, files, made, fs);
    fs.rename(temporary, target);
  } catch (error) {
    undo(made, fs);
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST')) {
      throw new PartnerError('folder-exists', { dir: target }, { cause: error });
    }
    throw storageError(error, target);
  }
  syncFolder(dirname(target), fs);
}

/**
 * Adds files to a folder that holds other things, in the given order: the last one has to be the
 * one that makes the others count. Nothing is overwritten: where one of the names is taken the
 * error is `folder-exists` (params `dir`, `file`). After an error none of the new files is left.
 */
export function createFilesInFolder(
  target: string,
  files: readonly FileContent[],
  fs: FileSystem = nodeFileSystem,
): void {
  const made: Made[] = [];
  try {
    for (const file of files) refuseTaken(target, pathIn(target, file.path), fs);
    for (const { path, bytes } of files) {
      const full = pathIn(target, path);
      makeFolder(dirname(full), made, fs);
      assertInside(target, full, fs);
      createFile({ path: full, bytes }, fs);
      made.push({ path: full, isFolder: false });
    }
  } catch (error) {
    undo(made, fs);
    if (error instanceof PartnerError && error.code === 'changed-meanwhile') {
      throw new PartnerError('folder-exists', { ...error.params, dir: target }, { cause: error });
    }
    throw storageError(error, target);
  }
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

function refuseTaken(target: string, path: string, fs: FileSystem): void {
  if (isThere(path, fs)) throw new PartnerError('folder-exists', { dir: target, file: path });
}

function buildFolder(folder: string, files: readonly FileContent[], made: Made[], fs: FileSystem): void {
  const folders = new Set([folder]);
  makeFolder(folder, made, fs);
  for (const { path, bytes } of files) {
    const full = pathIn(folder, path);
    makeFolder(dirname(full), made, fs);
    folders.add(dirname(full));
    writeNewFile(full, bytes, fs, { mode: 0o666 });
    made.push({ path: full, isFolder: false });
  }
  for (const each of folders) syncFolder(each, fs);
}

// Names may come from a model that a person wrote, so they are not trusted to stay inside.
function pathIn(folder: string, path: string): string {
  if (isAbsolute(path) || path.split(/[/\\]/).some((step) => step === '..' || step === '')) {
    throw new Error(`not a relative path: ${path}`);
  }
  return join(folder, path);
}
