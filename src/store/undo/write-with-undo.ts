import { PartnerError } from '../../core/partner-error.ts';
import { type FileSystem, nodeFileSystem } from '../files/file-system.ts';
import type { LockSignature } from '../files/lock.ts';
import { discardFolder } from '../files/made.ts';
import { type FileTurn, writeTogether } from '../files/redo-journal.ts';
import { addEntry, prune } from './add-entry.ts';
import { dropEntry, type EntryName, entryNames, journalFolder, tryMoveEntry } from './journal.ts';
import { isAnyWritten } from './settle.ts';

/** Who writes, and who is to be told (with the system's name of the reason) where undo will not know of it. */
export interface UndoNote {
  readonly lock: LockSignature;
  readonly onNoUndo?: ((reason: string) => void) | undefined;
}

/**
 * Puts files into their new states as one, with an entry beside them by which `partner undo` takes them back. It
 * stands before the first file is touched, so that a kill at any point leaves old files and an entry that says
 * nothing, or new files and one that can be used. To be called under the lock. The entry never keeps a command from
 * working: where it cannot be written the command goes on, and where the disk is full it makes room.
 */
export function writeWithUndo(
  root: string,
  files: readonly FileTurn[],
  { lock, onNoUndo }: UndoNote,
  fs: FileSystem = nodeFileSystem,
): void {
  const { command, now: at, user } = lock;
  const entry = { command, at, user, files };
  const writeWithout = (reason: string) => {
    writeTogether(root, files, fs);
    prune(root);
    onNoUndo?.(reason);
  };
  const added = addEntry(root, entry);
  if ('unavailable' in added) {
    writeWithout(added.unavailable);
    return;
  }
  try {
    writeTogether(root, files, fs);
  } catch (error) {
    // Where the files could not all be put back either, the entry is settled by whoever comes next.
    if (isAnyWritten(root, entry)) throw error;
    drop(root, added);
    if (!isDiskFull(error)) throw error;
    writeWithout('ENOSPC');
    return;
  }
  // The files stand already: an entry that keeps its name is settled by whoever comes next, too.
  tryMoveEntry(root, added, 'done');
  prune(root);
}

/** Puts files into states that no entry can lead back from, be it one of an earlier command. */
export function writeForGood(root: string, files: readonly FileTurn[]): void {
  writeTogether(root, files);
  for (const name of entryNames(root)) dropEntry(root, name);
}

function isDiskFull(error: unknown): boolean {
  return error instanceof PartnerError && error.code === 'disk-full';
}

// A refusal leaves nothing, not even the place for the first entry.
function drop(root: string, name: EntryName): void {
  dropEntry(root, name);
  discardFolder(journalFolder(root), nodeFileSystem);
}
