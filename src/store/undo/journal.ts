import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from '../files/file-system.ts';
import { irregularity, readRegularFile } from '../files/read-file.ts';
import { isSystemError } from '../files/storage-error.ts';
import { discard, namesIn } from '../files/temporary.ts';
import { parseEntry, type UndoEntry } from './entry.ts';

/**
 * Where a command stands: done, or undone and ready to be done again. The other three are steps on the way,
 * which only a process that died leaves behind: the files themselves say how far it came.
 */
export type EntryState = 'done' | 'undone' | UnfinishedState;
export type UnfinishedState = 'doing' | 'undoing' | 'redoing';

/** The file of an entry: its number, which counts commands, and its state, make up its name. */
export interface EntryName {
  readonly number: number;
  readonly state: EntryState;
}

/** No more commands are kept than this, and no more bytes: a hundred times what a file of a stage has. */
export const maxEntries = 50;
export const maxBytes = 8 * 1024 * 1024;

const pattern = /^(\d{8,15})\.(done|undone|doing|undoing|redoing)$/;
/** Numbers end here, as their pattern does. */
export const highestNumber = 999_999_999_999_999;

/** The folder of the entries. It lies in that of the lock, which keeps itself out of git. */
export function journalFolder(root: string): string {
  return join(root, '.partner', 'undo');
}

/** The path of an entry's file. */
export function pathOf(root: string, name: EntryName): string {
  return join(journalFolder(root), nameOf(name));
}

function nameOf({ number, state }: EntryName): string {
  return `${String(number).padStart(8, '0')}.${state}`;
}

/** The entries that are there, the oldest first and the newest hundred at most; none where their folder is missing, or is none. */
export function entryNames(root: string, fs: FileSystem = nodeFileSystem): EntryName[] {
  if (!isOwnFolder(root, fs)) return [];
  return namesIn(journalFolder(root), fs)
    .flatMap((name): EntryName[] => {
      const [, digits, state] = pattern.exec(name) ?? [];
      const found = { number: Number(digits), state: state as EntryState };
      // One number has one name.
      return digits !== undefined && nameOf(found) === name ? [found] : [];
    })
    .sort((a, b) => a.number - b.number)
    .slice(-2 * maxEntries);
}

/**
 * Whether the journal has its folder. Behind a link lies what is somebody else's, be it the folder of the lock or
 * the one in it.
 */
export function isOwnFolder(root: string, fs: FileSystem): boolean {
  try {
    return [join(root, '.partner'), journalFolder(root)].every(
      (folder) => irregularity(fs.lstat(folder)) === 'directory',
    );
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

/** Reads an entry of at most so many bytes, or says why it cannot be used. */
export function readEntry(
  root: string,
  name: EntryName,
  most: number,
  fs: FileSystem = nodeFileSystem,
): UndoEntry | 'another-format' | 'damaged' {
  const reading = readRegularFile(pathOf(root, name), fs, { maxBytes: Math.max(0, most) });
  return reading.kind === 'file' ? parseEntry(reading.bytes) : 'damaged';
}

/** Brings an entry into another state. Throws the system's error. */
export function moveEntry(root: string, name: EntryName, state: EntryState, fs = nodeFileSystem): EntryName {
  const moved = { ...name, state };
  fs.rename(pathOf(root, name), pathOf(root, moved));
  return moved;
}

/** The same, if that can be done: what keeps a name of a step on the way is settled by whoever comes next. */
export function tryMoveEntry(root: string, name: EntryName, state: EntryState, fs = nodeFileSystem): void {
  try {
    moveEntry(root, name, state, fs);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Removes an entry, if that can be done. */
export function dropEntry(root: string, name: EntryName, fs: FileSystem = nodeFileSystem): void {
  discard(pathOf(root, name), fs);
}
