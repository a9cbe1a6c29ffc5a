import { join } from 'node:path';
import { type FileSystem, nodeFileSystem, openFlags } from '../files/file-system.ts';
import { closeQuietly } from '../files/read-file.ts';
import { hasCode, isSystemError, nameOf } from '../files/storage-error.ts';
import { discard } from '../files/temporary.ts';
import { writeAll } from '../files/write-new-file.ts';
import { formatEntry, type UndoEntry } from './entry.ts';
import {
  dropEntry,
  type EntryName,
  entryNames,
  highestNumber,
  isOwnFolder,
  journalFolder,
  maxBytes,
  maxEntries,
  pathOf,
} from './journal.ts';

/**
 * Puts a new entry on top of the others, in the state `doing`. It is not synced: it holds nothing that must last, and
 * one that a crash of the machine cuts short is known by its digest. Gives the reason, as the system names it, where
 * the entry cannot be written; nothing is left of it then.
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
    writeEntry(pathOf(root, name), bytes, modeFor(root, entry, fs), fs);
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

function writeEntry(path: string, bytes: Uint8Array, mode: number, fs: FileSystem): void {
  const fd = fs.open(path, openFlags.createNew, mode);
  try {
    writeAll(fd, bytes, fs);
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
