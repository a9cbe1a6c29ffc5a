import { join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
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
import { putFile } from './write-step.ts';

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
 * What became of an entry whose process died: `void` where the command never wrote anything. Of several files
 * some may be written and some not; under the lock they are put back to how they all were before, if each is as
 * one or the other. Where somebody changed one since, the step counts as not taken: taking it finishes it.
 */
export function settledState(
  root: string,
  state: UnfinishedState,
  { files }: UndoEntry,
  holdsLock: boolean,
  fs: FileSystem,
): 'done' | 'undone' | 'void' {
  const standings = files.map((file) => standingOf(root, file, fs));
  const isAll = (standing: 'before' | 'after') => standings.every((one) => one === standing);
  if (isAll('after')) return 'done';
  if (isAll('before') && state !== 'doing') return 'undone';
  const isPutBack = holdsLock && !standings.includes('other') && putBack(root, state, files, standings);
  if (state === 'doing') return isPutBack || isAll('before') ? 'void' : 'done';
  return state === 'undoing' ? 'done' : 'undone';
}

function putBack(
  root: string,
  state: UnfinishedState,
  files: readonly FileStates[],
  standings: readonly string[],
): boolean {
  try {
    for (const [index, { file, before, after }] of files.entries()) {
      const isAfter = standings[index] === 'after';
      putFile(root, { file, now: isAfter ? after : before, wanted: state === 'undoing' ? after : before });
    }
    return true;
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    return false;
  }
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
  for (const name of entryNames(root, fs).reverse()) {
    const entry = readEntry(root, name, budget, fs);
    if (typeof entry === 'string') {
      // Cut short before its command wrote anything.
      if (name.state !== 'doing') unusable += 1;
      if (holdsLock && entry === 'damaged') dropEntry(root, name, fs);
      continue;
    }
    budget -= sizeOf(entry);
    const state = isSettled(name.state) ? name.state : settledState(root, name.state, entry, holdsLock, fs);
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
