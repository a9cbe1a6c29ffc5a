import { nodeFileSystem } from '../files/file-system.ts';
import { writeTogether } from '../files/redo-journal.ts';
import { pendingFiles } from '../files/redo-reading.ts';
import { isSystemError, storageError } from '../files/storage-error.ts';
import { type Direction, type FileStep, isSame } from './changed-back.ts';
import { type EntryName, journalFolder, moveEntry, tryMoveEntry } from './journal.ts';

/**
 * Writes the files of a step as one, while the entry's name tells that they are being written: whoever comes after a
 * process that died sees by the files how far it came. After an error the files are as they were before.
 */
export function writeStep(
  root: string,
  { number, state }: EntryName,
  files: readonly FileStep[],
  direction: Direction,
): void {
  const open = begun(root, { number, state }, direction === 'undo' ? 'undoing' : 'redoing');
  const turns = files
    .filter(({ now, wanted }) => !isSame(now, wanted))
    .map(({ file, now, wanted }) => ({ file, before: now, after: wanted }));
  try {
    writeTogether(root, turns, nodeFileSystem);
  } catch (error) {
    // Where the files could not all be put back either, whoever comes next goes forward.
    if (pendingFiles(root) === undefined) tryMoveEntry(root, open, state);
    throw error;
  }
  tryMoveEntry(root, open, direction === 'undo' ? 'undone' : 'done');
}

function begun(root: string, name: EntryName, during: 'undoing' | 'redoing'): EntryName {
  try {
    return moveEntry(root, name, during);
  } catch (error) {
    throw isSystemError(error) ? storageError(error, journalFolder(root)) : error;
  }
}
