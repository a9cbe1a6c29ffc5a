import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import { isBelow } from './creation-journal.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { assertInside } from './inside-root.ts';
import { type Made, makeFolder, undo } from './made.ts';
import { irregularity, readRegularFile, sameBytes } from './read-file.ts';
import { isSystemError, storageError } from './storage-error.ts';
import { discard, temporaryPath } from './temporary.ts';
import { removeFile, replaceFile } from './write-file.ts';
import { syncFolder, writeNewFile } from './write-new-file.ts';

/** A file as it was read and as it shall be; `undefined` stands for a file that is not there. */
export interface FileTurn {
  /** Relative to the partnership's folder, with `/`. */
  readonly file: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** One file of the journal: the digest of what it was, and what it shall be. */
interface Redo {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: Uint8Array | undefined;
}

const journalName = 'redo.json';
const maxJournalBytes = 64 * 1_048_576;

function journalPath(root: string): string {
  return join(root, '.partner', journalName);
}

/**
 * Changes several files of a partnership as one: a journal of them all is written first, and counts once it has
 * its name. From then on the files are as good as written: who reads looks through the journal, and who writes
 * next finishes it. An error takes back what was done; to be called under the lock. Throws as `replaceFile`.
 */
export function writeTogether(
  root: string,
  turns: readonly FileTurn[],
  fs: FileSystem = nodeFileSystem,
): void {
  for (const one of turns) requireAsBefore(root, one, fs);
  if (turns.length > 1) writeJournal(root, turns, fs);
  const done: FileTurn[] = [];
  const made: Made[] = [];
  try {
    for (const one of turns) {
      turn(root, one, made, fs);
      done.push(one);
    }
  } catch (error) {
    takeBack(root, done, fs);
    undo(made, fs);
    throw error;
  }
  if (turns.length > 1) discard(journalPath(root), fs);
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
    return;
  }
  try {
    makeFolder(dirname(path), made, fs);
  } catch (error) {
    throw storageError(error, path);
  }
  replaceFile({ path, bytes: after, expected: before }, fs);
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
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
  }
  if (redos !== undefined) discard(path, fs);
}

/**
 * What stands in for the files on disk while a process that died has left a journal: each as it is going to be,
 * `undefined` where it will be gone. `undefined` where there is no journal, as nearly always.
 */
export function pendingFiles(
  root: string,
  fs: FileSystem = nodeFileSystem,
): ReadonlyMap<string, Uint8Array | undefined> | undefined {
  const redos = readJournal(root, fs, false);
  if (redos === undefined) return undefined;
  const unfinished = redos.filter(({ file, before }) => isAsBefore(standing(root, file, fs), before));
  return new Map(unfinished.map(({ file, after }) => [file, after]));
}

// `null` stands for what cannot be read, or is no file.
function standing(root: string, file: string, fs: FileSystem): Uint8Array | undefined | null {
  const reading = readRegularFile(join(root, file), fs);
  if (reading.kind === 'missing') return undefined;
  return reading.kind === 'file' ? reading.bytes : null;
}

function isAsBefore(now: Uint8Array | undefined | null, before: string | undefined): boolean {
  if (now === null) return false;
  return now === undefined ? before === undefined : sha256(now) === before;
}

// A journal that does not agree with its digest was never given its name by us.
function readJournal(root: string, fs: FileSystem, isNeeded: boolean): Redo[] | undefined {
  const path = journalPath(root);
  const reading = readRegularFile(path, fs, { maxBytes: maxJournalBytes });
  if (reading.kind === 'unreadable' && isNeeded) throw storageError(reading.cause, path);
  if (reading.kind !== 'file' || isBehindLink(root, fs)) return undefined;
  const [body = '', digest] = Buffer.from(reading.bytes).toString('utf8').split('\n');
  if (digest !== sha256(Buffer.from(body))) return [];
  try {
    const { files } = JSON.parse(body) as {
      files: readonly { file: string; before: string | null; after: string | null }[];
    };
    return files.flatMap(({ file, before, after }) =>
      mayBeTurned(file)
        ? [
            {
              file,
              before: before ?? undefined,
              after: after === null ? undefined : new Uint8Array(Buffer.from(after, 'base64')),
            },
          ]
        : [],
    );
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return [];
    throw error;
  }
}

function isBehindLink(root: string, fs: FileSystem): boolean {
  try {
    return irregularity(fs.lstat(join(root, '.partner'))) !== 'directory';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return true;
  }
}

// A checkout may bring a journal along that nobody here wrote: it reaches no other files than a partnership's own.
function mayBeTurned(file: unknown): file is string {
  return (
    typeof file === 'string' &&
    isBelow(file) &&
    /^(?:partnership\.yaml|reviews\.yaml|stages\/[^/]+\.yaml|schemas\/.+\.json|models\/.+\.yaml)$/.test(file)
  );
}
