import { dirname, join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { assertInside } from '../files/inside-root.ts';
import { discardFolder, makeFolder } from '../files/made.ts';
import { storageError } from '../files/storage-error.ts';
import { removeFile, replaceFile } from '../files/write-file.ts';
import { type Direction, type FileStep, isSame } from './changed-back.ts';
import { type EntryName, journalFolder, moveEntry, tryMoveEntry } from './journal.ts';

/**
 * Writes the files of a step, while the entry's name tells that they are being written: whoever comes after a
 * process that died sees by the files how far it came. After an error the files are as they were before.
 */
export function writeStep(
  root: string,
  { number, state }: EntryName,
  files: readonly FileStep[],
  direction: Direction,
): void {
  const during = direction === 'undo' ? 'undoing' : 'redoing';
  const open = asStorageError(journalFolder(root), () => moveEntry(root, { number, state }, during));
  const written: FileStep[] = [];
  try {
    for (const file of files) {
      putFile(root, file);
      written.push(file);
    }
  } catch (error) {
    if (isPutBack(root, written)) tryMoveEntry(root, open, state);
    throw error;
  }
  tryMoveEntry(root, open, direction === 'undo' ? 'undone' : 'done');
}

/**
 * Puts a file that is known as it is into another state, be it that it comes or goes; its folder does with it.
 * Throws as `replaceFile` does.
 */
export function putFile(
  root: string,
  { file, now, wanted }: Pick<FileStep, 'file' | 'now' | 'wanted'>,
): void {
  const path = join(root, file);
  if (wanted !== undefined) {
    if (isSame(now, wanted)) return;
    assertInside(root, path);
    asStorageError(path, () => makeFolder(dirname(path), [], nodeFileSystem));
    replaceFile({ path, bytes: wanted, expected: now });
    return;
  }
  assertInside(root, path);
  if (now !== undefined) removeFile({ path, bytes: now });
  // What the command made its files in goes with the last of them.
  for (let folder = dirname(path); folder !== root; folder = dirname(folder))
    discardFolder(folder, nodeFileSystem);
}

function asStorageError<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw storageError(error, file);
  }
}

function isPutBack(root: string, written: readonly FileStep[]): boolean {
  try {
    for (const { file, now, wanted } of [...written].reverse())
      putFile(root, { file, now: wanted, wanted: now });
    return true;
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    return false;
  }
}
