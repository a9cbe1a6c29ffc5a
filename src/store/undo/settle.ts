import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from '../files/file-system.ts';
import { readRegularFile, sameBytes } from '../files/read-file.ts';
import type { FileStates, UndoEntry } from './entry.ts';
import {
  dropEntry,
  type EntryName,
  type EntryState,
  entryNames,
  maxBytes,
  readEntry,
  tryMoveEntry,
  type UnfinishedState,
} from './journal.ts';

/** A usable entry, in the state in which the files say that it is. */
export interface SettledEntry extends EntryName {
  readonly state: 'done' | 'undone';
  readonly entry: UndoEntry;
}

/** Whether a file is as it was before a command, as the command left it, or neither. */
function standingOf(
  root: string,
  { file, before, after }: FileStates,
  fs: FileSystem,
): 'before' | 'after' | 'other' {
  const path = join(root, file);
  const most = Math.max(before?.length ?? 0, after?.length ?? 0);
  const reading = readRegularFile(path, fs, { maxBytes: most });
  const isAs = (bytes: Uint8Array | undefined) =>
    bytes === undefined
      ? reading.kind === 'missing'
      : reading.kind === 'file' && sameBytes(reading.bytes, bytes);
  if (isAs(after)) return 'after';
  return isAs(before) ? 'before' : 'other';
}

/** Whether any file of an entry is as its command leaves it. */
export function isAnyWritten(root: string, { files }: UndoEntry, fs: FileSystem = nodeFileSystem): boolean {
  return files.some((file) => standingOf(root, file, fs) === 'after');
}

/**
 * What became of an entry whose process died: `void` where the command never wrote anything. Of several
 * files some may be written; then the command counts as done, so that taking it back finishes the work.
 */
function settledState(
  root: string,
  state: UnfinishedState,
  { files }: UndoEntry,
  fs: FileSystem,
): 'done' | 'undone' | 'void' {
  const standings = files.map((file) => standingOf(root, file, fs));
  const isBefore = standings.every((standing) => standing === 'before');
  if (state === 'doing') return isBefore ? 'void' : 'done';
  if (state === 'undoing') return isBefore ? 'undone' : 'done';
  return standings.every((standing) => standing === 'after') ? 'done' : 'undone';
}

/**
 * The usable entries, the oldest first, and how many there are besides that cannot be used. What
 * processes that died left half-way counts by what they did; under the lock (`holdsLock`) it is also
 * given that name, and what cannot be used is removed.
 */
export function settledEntries(
  root: string,
  { holdsLock }: { readonly holdsLock: boolean },
  fs: FileSystem = nodeFileSystem,
): { readonly entries: readonly SettledEntry[]; readonly unusable: number } {
  const entries: SettledEntry[] = [];
  let unusable = 0;
  // What was kept here is never more than this; a folder that holds more was filled by somebody else.
  let budget = maxBytes;
  for (const name of entryNames(root, fs).reverse()) {
    const entry = readEntry(root, name, budget, fs);
    if (typeof entry === 'string') {
      // Cut short before its command wrote anything.
      if (name.state !== 'doing') unusable += 1;
      if (holdsLock && entry === 'damaged') dropEntry(root, name, fs);
      continue;
    }
    budget -= sizeOf(entry);
    const state = isSettled(name.state) ? name.state : settledState(root, name.state, entry, fs);
    if (state !== 'void') entries.push({ number: name.number, state, entry });
    if (!holdsLock || state === name.state) continue;
    if (state === 'void') dropEntry(root, name, fs);
    else tryMoveEntry(root, name, state, fs);
  }
  const stale = staleIn(entries);
  if (holdsLock) for (const name of stale) dropEntry(root, name, fs);
  return { entries: entries.filter((entry) => !stale.includes(entry)).reverse(), unusable };
}

function sizeOf({ files }: UndoEntry): number {
  return files.reduce((sum, { before, after }) => sum + Math.max(before?.length ?? 0, after?.length ?? 0), 0);
}

function isSettled(state: EntryState): state is 'done' | 'undone' {
  return state === 'done' || state === 'undone';
}

// What had been undone before a command that died before it could drop it.
function staleIn(entries: readonly SettledEntry[]): SettledEntry[] {
  const lastDone = Math.max(0, ...entries.map(({ state, number }) => (state === 'done' ? number : 0)));
  return entries.filter(({ state, number }) => state === 'undone' && number < lastDone);
}
