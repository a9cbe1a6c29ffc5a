import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { isOwnFile } from './own-files.ts';
import { irregularity, readRegularFile } from './read-file.ts';
import { isSystemError, storageError } from './storage-error.ts';

/** One file of the journal of a change to several: the digest of what it was, and what it shall be. */
export interface Redo {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: Uint8Array | undefined;
}

/** The folder that it lies in. */
export const journalFolder = '.partner';

/** Where it lies in a partnership. */
export const journalFile = `${journalFolder}/redo.json`;

const maxJournalBytes = 64 * 1_048_576;

/** Where the journal of a change to several files stands while it is carried out. */
export function journalPath(root: string): string {
  return join(root, journalFile);
}

/** The digest by which a journal knows the bytes of a file. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
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

/** The bytes of a file as it stands; `null` stands for what cannot be read, or is no file. */
export function standing(root: string, file: string, fs: FileSystem): Uint8Array | undefined | null {
  const reading = readRegularFile(join(root, file), fs);
  if (reading.kind === 'missing') return undefined;
  return reading.kind === 'file' ? reading.bytes : null;
}

/** Whether a file is as the journal says that it was. */
export function isAsBefore(now: Uint8Array | undefined | null, before: string | undefined): boolean {
  if (now === null) return false;
  return now === undefined ? before === undefined : sha256(now) === before;
}

/**
 * The journal that a process which died has left; `undefined` where there is none. One that does not agree with its
 * digest was never given its name by us: it names no files. `isNeeded`: not to be able to read it is an error.
 */
export function readJournal(root: string, fs: FileSystem, isNeeded: boolean): Redo[] | undefined {
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
      typeof file === 'string' && isOwnFile(file)
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
    return irregularity(fs.lstat(join(root, journalFolder))) !== 'directory';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return true;
  }
}
