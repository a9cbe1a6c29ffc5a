import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldedName } from '../core/file-name.ts';
import { slashPathFrom } from '../core/file-path.ts';
import { PartnerError } from '../core/partner-error.ts';
import { findPartnership } from './discover.ts';
import { nodeFileSystem } from './files/file-system.ts';
import { readRegularFile } from './files/read-file.ts';
import { storageError } from './files/storage-error.ts';
import { replaceFile } from './files/write-file.ts';
import { refuseOddName } from './odd-name.ts';

/**
 * Writes something made for people (a report, a document, an export), whole or not at all. What stood
 * at `path` is replaced, unless `isOurs` is given and does not know it again. Throws `output-protected`
 * where the path belongs to a partnership's own files, `output-in-the-way` where the file there is
 * somebody else's, `name-not-possible`, and what `replaceFile` throws.
 */
export function writeOutput(
  path: string,
  bytes: Uint8Array,
  isOurs: (existing: Uint8Array) => boolean = () => true,
): void {
  refuseOddName(path);
  const place = realPlace(path);
  if (isPartnershipFile(place)) throw new PartnerError('output-protected', { file: path });
  const reading = readRegularFile(place);
  if (reading.kind === 'unreadable') throw storageError(reading.cause, path);
  if (reading.kind === 'not-regular')
    throw new PartnerError('not-a-regular-file', { file: path, what: reading.what });
  const expected = reading.kind === 'file' ? reading.bytes : undefined;
  if (expected !== undefined && !isOurs(expected))
    throw new PartnerError('output-in-the-way', { file: path });
  replaceFile({ path: place, bytes, expected });
}

/**
 * Makes the folder for several outputs, where it does not stand yet; the folder around it has to. Throws
 * `output-in-the-way` where something else has the name, `no-output-folder`, and errors of the disk.
 */
export function makeOutputFolder(folder: string): void {
  refuseOddName(folder);
  const existing = statSync(folder, { throwIfNoEntry: false });
  if (existing?.isDirectory() === true) return;
  if (existing !== undefined) throw new PartnerError('output-in-the-way', { file: folder });
  if (isPartnershipFile(realPlace(folder))) throw new PartnerError('output-protected', { file: folder });
  try {
    mkdirSync(folder);
  } catch (error) {
    throw storageError(error, folder);
  }
}

/** Says whether a path names a folder that stands there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

// By its real path, so that a link into a partnership is known for one.
function realPlace(path: string): string {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new PartnerError('no-output-folder', { dir: folder });
  return join(nodeFileSystem.realpath(folder), basename(path));
}

/** Whether a path names a file that the program reads or keeps: nothing made for people may stand there. */
function isPartnershipFile(path: string): boolean {
  const root = findPartnership(dirname(path));
  if (root === undefined) return false;
  const file = foldedName(slashPathFrom(root, path));
  return /^(?:partnership\.ya?ml|reviews\.ya?ml|stages\/.*|models\/.*|(?:.*\/)?\.partner(?:\/.*)?|(?:.*\/)?\.git(?:\/.*)?)$/.test(
    file,
  );
}
