import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from '../files/file-system.ts';
import { readRegularFile, sameBytes } from '../files/read-file.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import { pendingFiles } from '../files/redo-reading.ts';
import type { UndoEntry } from './entry.ts';
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

type Pending = ReturnType<typeof pendingFiles>;

/** Whether a file is as it was before a command, as the command left it, or neither. */
function standingOf(
  root: string,
  { file, before, after }: FileTurn,
  pending: Pending,
  fs: FileSystem,
): 'before' | 'after' | 'other' {
  const most = Math.max(before?.length ?? 0, after?.length ?? 0);
  const reading = readRegularFile(join(root, file), fs, { maxBytes: most });
  const now = reading.kind === 'file' ? reading.bytes : reading.kind === 'missing' ? undefined : null;
  // What a command that died has decided is as good as written.
  const standing = pending?.has(file) ? pending.get(file) : now;
  const isAs = (bytes: Uint8Array | undefined) =>
    standing === undefined || bytes === undefined
      ? standing === bytes
      : standing !== null && sameBytes(standing, bytes);
  if (isAs(after)) return 'after';
  return isAs(before) ? 'before' : 'other';
}

/** Whether any file of an entry is as its command leaves it, or is going to be. */
export function isAnyWritten(root: string, { files }: UndoEntry, fs: FileSystem = nodeFileSystem): boolean {
  const pending = pendingFiles(root, fs);
  return files.some((file) => standingOf(root, file, pending, fs) === 'after');
}

/**
 * What became of an entry whose process died, by its files: `void` where the command never wrote anything. Several are
 * written as one; where somebody changed one since, what was begun counts as done, but for taking back and doing
 * again: these count as not taken, and taking them finishes them.
 */
function settledState(
  root: string,
  state: UnfinishedState,
  { files }: UndoEntry,
  pending: Pending,
  fs: FileSystem,
): 'done' | 'undone' | 'void' {
  const standings = files.map((file) => standingOf(root, file, pending, fs));
  if (standings.every((standing) => standing === 'after')) return 'done';
  if (standings.every((standing) => standing === 'before')) return state === 'doing' ? 'void' : 'undone';
  return state === 'redoing' ? 'undone' : 'done';
}

/** Settles, under the lock, what processes that died left half-way. */
export function settleUnfinished(root: string): void {
  const isOpen = entryNames(root).some(({ state }) => !isSettled(state));
  if (isOpen) settledEntries(root, { holdsLock: true });
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
  const pending = pendingFiles(root, fs);
  for (const name of entryNames(root, fs).reverse()) {
    const entry = readEntry(root, name, budget, fs);
    if (typeof entry === 'string') {
      // Cut short before its command wrote anything.
      if (name.state !== 'doing') unusable += 1;
      if (holdsLock && entry === 'damaged') dropEntry(root, name, fs);
      continue;
    }
    budget -= sizeOf(entry);
    const state = isSettled(name.state) ? name.state : settledState(root, name.state, entry, pending, fs);
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
