import { join } from 'node:path';
import { type FileSystem, nodeFileSystem, openFlags } from '../files/file-system.ts';
import { closeQuietly, irregularity, readRegularFile } from '../files/read-file.ts';
import { hasCode, isSystemError, nameOf } from '../files/storage-error.ts';
import { discard, namesIn } from '../files/temporary.ts';
import { writeAll } from '../files/write-new-file.ts';
import { formatEntry, parseEntry, type UndoEntry } from './entry.ts';

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
const highestNumber = 999_999_999_999_999;

/** The folder of the entries. It lies in that of the lock, which keeps itself out of git. */
export function journalFolder(root: string): string {
  return join(root, '.partner', 'undo');
}

function pathOf(root: string, { number, state }: EntryName): string {
  return join(journalFolder(root), `${String(number).padStart(8, '0')}.${state}`);
}

/** The entries that are there, the oldest first and the newest hundred at most; none where their folder is missing, or is none. */
export function entryNames(root: string, fs: FileSystem = nodeFileSystem): EntryName[] {
  if (!isOwnFolder(root, fs)) return [];
  return namesIn(journalFolder(root), fs)
    .flatMap((name): EntryName[] => {
      const [, number, state] = pattern.exec(name) ?? [];
      return number === undefined ? [] : [{ number: Number(number), state: state as EntryState }];
    })
    .sort((a, b) => a.number - b.number)
    .slice(-2 * maxEntries);
}

// Behind a link lies what is somebody else's, be it the folder of the lock or the one in it.
function isOwnFolder(root: string, fs: FileSystem): boolean {
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

/**
 * Puts a new entry on top of the others, in the state `doing`. One of one file is not synced: it holds nothing
 * that must last, and one that a crash of the machine cuts short is known by its digest. One of several files
 * is, since it says how they all were. Gives the reason, as the system
 * names it, where the entry cannot be written; nothing is left of it then.
 */
export function addEntry(
  root: string,
  entry: UndoEntry,
  fs: FileSystem = nodeFileSystem,
): EntryName | { readonly unavailable: string } {
  const bytes = formatEntry(entry);
  if (bytes.length > maxBytes) return { unavailable: 'EFBIG' };
  try {
    makeJournalFolder(root, fs);
    if (!isOwnFolder(root, fs)) return { unavailable: 'ENOTDIR' };
    const name: EntryName = { number: nextNumber(root, fs), state: 'doing' };
    writeEntry(pathOf(root, name), bytes, modeFor(root, entry, fs), entry.files.length > 1, fs);
    return name;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { unavailable: nameOf(error) };
  }
}

// What nobody may read in a file, nobody may read in its entry.
function modeFor(root: string, { files }: UndoEntry, fs: FileSystem): number {
  return files
    .filter(({ before }) => before !== undefined)
    .reduce((mode, { file }) => mode & Number(fs.lstat(join(root, file)).mode), 0o666);
}

function makeJournalFolder(root: string, fs: FileSystem): void {
  try {
    fs.mkdir(journalFolder(root));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

// Where somebody counted up to the end, all begins anew.
function nextNumber(root: string, fs: FileSystem): number {
  const names = entryNames(root, fs);
  const last = names.at(-1)?.number ?? 0;
  if (last < highestNumber) return last + 1;
  for (const name of names) dropEntry(root, name, fs);
  return 1;
}

function writeEntry(path: string, bytes: Uint8Array, mode: number, isSynced: boolean, fs: FileSystem): void {
  const fd = fs.open(path, openFlags.createNew, mode);
  try {
    writeAll(fd, bytes, fs);
    if (isSynced) fs.fsync(fd);
  } catch (error) {
    closeQuietly(fd, fs);
    discard(path, fs);
    throw error;
  }
  closeQuietly(fd, fs);
}

/**
 * Drops what a new command leaves without a use: what could have been done again, and the oldest of what is
 * too many or too much.
 */
export function prune(root: string, fs: FileSystem = nodeFileSystem): void {
  const names = entryNames(root, fs).reverse();
  let kept = 0;
  let bytes = 0;
  for (const name of names) {
    if (name.state !== 'undone' && kept < maxEntries) {
      bytes += sizeOf(pathOf(root, name), fs);
      kept += 1;
      if (bytes <= maxBytes) continue;
    }
    dropEntry(root, name, fs);
  }
}

function sizeOf(path: string, fs: FileSystem): number {
  try {
    return Number(fs.lstat(path).size);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return 0;
  }
}
