import { PartnerError } from '../../core/partner-error.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import type { LockSignature } from '../files/lock.ts';
import { discardFolder } from '../files/made.ts';
import { addEntry, prune } from './add-entry.ts';
import type { FileStates, UndoEntry } from './entry.ts';
import { dropEntry, type EntryName, journalFolder, tryMoveEntry } from './journal.ts';
import { isAnyWritten, settledState } from './settle.ts';

/** Who writes, and who is to be told (with the system's name of the reason) where undo will not know of it. */
export interface UndoNote {
  readonly lock: LockSignature;
  readonly onNoUndo?: ((reason: string) => void) | undefined;
}

/**
 * Lets `write` put files into their new states, with an entry beside them by which `partner undo` takes them
 * back. It stands before the first file is touched, so that a kill at any point leaves old files and an entry
 * that says nothing, or new files and one that can be used. To be called under the lock. The entry never keeps
 * a command from working: where it cannot be written the command goes on, and where the disk is full it makes
 * room.
 */
export function writeWithUndo(
  root: string,
  files: readonly FileStates[],
  { lock, onNoUndo }: UndoNote,
  write: () => void,
): void {
  const { command, now: at, user } = lock;
  const entry = { command, at, user, files };
  const writeWithout = (reason: string) => {
    write();
    prune(root);
    onNoUndo?.(reason);
  };
  const added = addEntry(root, entry);
  if ('unavailable' in added) {
    writeWithout(added.unavailable);
    return;
  }
  try {
    write();
  } catch (error) {
    if (keepIfWritten(root, added, entry) || !isDiskFull(error)) throw error;
    writeWithout('ENOSPC');
    return;
  }
  close(root, added);
}

function isDiskFull(error: unknown): boolean {
  return error instanceof PartnerError && error.code === 'disk-full';
}

/**
 * After a failure, which leaves the file that it met as it was: puts back those that were written before it. Says
 * whether one had to stay, and only that keeps the entry.
 */
function keepIfWritten(root: string, name: EntryName, entry: UndoEntry): boolean {
  if (isAnyWritten(root, entry) && settledState(root, 'doing', entry, true, nodeFileSystem) === 'done') {
    close(root, name);
    return true;
  }
  dropEntry(root, name);
  // A refusal leaves nothing, not even the place for the first entry.
  discardFolder(journalFolder(root), nodeFileSystem);
  return false;
}

// The files stand already: an entry that keeps its name is settled by whoever comes next.
function close(root: string, name: EntryName): void {
  tryMoveEntry(root, name, 'done');
  prune(root);
}
