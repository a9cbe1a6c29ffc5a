import { dirname, join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { assertInside } from './inside-root.ts';
import { discardFolder, type Made, makeFolder, undo } from './made.ts';
import { readRegularFile, sameBytes } from './read-file.ts';
import { isAsBefore, journalPath, readJournal, sha256, standing } from './redo-reading.ts';
import { storageError } from './storage-error.ts';
import { discard, temporaryPath } from './temporary.ts';
import { removeFile, replaceFile } from './write-file.ts';
import { syncFolder, writeNewFile } from './write-new-file.ts';

/** A file before and after a change; `undefined` stands for a file that is not there. */
export interface FileTurn {
  /** Relative to the partnership's folder, with `/`. */
  readonly file: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/**
 * Changes files of a partnership as one. Of several a journal is written first, and counts once it has its name. From
 * then on the files are as good as written: who reads looks through the journal, and who writes next finishes it. An
 * error takes back what was done; to be called under the lock. Throws as `replaceFile`.
 */
export function writeTogether(
  root: string,
  turns: readonly FileTurn[],
  fs: FileSystem = nodeFileSystem,
): void {
  const isJournaled = turns.length > 1;
  if (isJournaled) {
    for (const one of turns) requireAsBefore(root, one, fs);
    writeJournal(root, turns, fs);
  }
  const done: FileTurn[] = [];
  const made: Made[] = [];
  try {
    for (const one of turns) {
      turn(root, one, made, fs);
      done.push(one);
    }
  } catch (error) {
    if (isJournaled) takeBack(root, done, fs);
    undo(made, fs);
    throw error;
  }
  if (isJournaled) discard(journalPath(root), fs);
}

// Before anything is written, so that an edit of somebody's is told of and nothing has to be taken back.
function requireAsBefore(root: string, { file, before }: FileTurn, fs: FileSystem): void {
  const path = join(root, file);
  const reading = readRegularFile(path, fs);
  if (reading.kind === 'unreadable') throw storageError(reading.cause, path);
  const isAs =
    before === undefined
      ? reading.kind === 'missing'
      : reading.kind === 'file' && sameBytes(reading.bytes, before);
  if (!isAs) throw new PartnerError('changed-meanwhile', { file: path });
}

function turn(root: string, { file, before, after }: FileTurn, made: Made[], fs: FileSystem): void {
  const path = join(root, file);
  assertInside(root, path, fs);
  if (after === undefined) {
    if (before !== undefined) removeFile({ path, bytes: before }, fs);
    discardEmptied(root, file, fs);
    return;
  }
  try {
    makeFolder(dirname(path), made, fs);
  } catch (error) {
    throw storageError(error, path);
  }
  replaceFile({ path, bytes: after, expected: before }, fs);
}

// What files were made in goes with the last of them.
function discardEmptied(root: string, file: string, fs: FileSystem): void {
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder))
    discardFolder(join(root, folder), fs);
}

// Where this fails too the journal stays, so that the next command goes forward instead.
function takeBack(root: string, done: readonly FileTurn[], fs: FileSystem): void {
  for (const { file, before, after } of [...done].reverse())
    turn(root, { file, before: after, after: before }, [], fs);
  discard(journalPath(root), fs);
}

function writeJournal(root: string, turns: readonly FileTurn[], fs: FileSystem): void {
  const path = journalPath(root);
  const temporary = temporaryPath(dirname(path));
  try {
    writeNewFile(temporary, formatJournal(turns), fs, { mode: 0o600 });
    try {
      fs.rename(temporary, path);
    } catch (error) {
      discard(temporary, fs);
      throw error;
    }
  } catch (error) {
    throw storageError(error, path);
  }
  syncFolder(dirname(path), fs);
}

function formatJournal(turns: readonly FileTurn[]): Uint8Array {
  const files = turns.map(({ file, before, after }) => ({
    file,
    before: before === undefined ? null : sha256(before),
    after: after === undefined ? null : Buffer.from(after).toString('base64'),
  }));
  const body = JSON.stringify({ format: 1, files });
  return Buffer.from(`${body}\n${sha256(Buffer.from(body))}\n`);
}

/**
 * Finishes what a process that died had begun to write: each file that still is as it was then. One that
 * somebody changed since is theirs and stays. To be called under the lock; can itself be cut off.
 */
export function finishTogether(root: string, fs: FileSystem = nodeFileSystem): void {
  const path = journalPath(root);
  const redos = readJournal(root, fs, true);
  for (const { file, before, after } of redos ?? []) {
    const now = standing(root, file, fs);
    if (now !== null && isAsBefore(now, before)) turn(root, { file, before: now, after }, [], fs);
    else if (now === undefined && after === undefined) discardEmptied(root, file, fs);
  }
  if (redos !== undefined) discard(path, fs);
}
