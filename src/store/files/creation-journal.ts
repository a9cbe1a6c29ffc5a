import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { abandonedBuilds } from './build-folder.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import type { ProcessFacts } from './lock-identity.ts';
import { discardFolder, discardTree, isThere } from './made.ts';
import { readRegularFile } from './read-file.ts';
import { isBelow } from './relative-path.ts';
import { discard } from './temporary.ts';
import type { FileContent } from './write-file.ts';

/**
 * What is about to be created one by one in a folder that stands already: the files in their order,
 * each with the SHA-256 of its bytes, and the folders that were not there. It is on the disk before
 * the first of them, and gone after the last, which is the one that counts.
 */
interface CreationJournal {
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly folders: readonly string[];
}

const journalName = 'files.json';

/** The journal's file in the build folder of whoever creates. */
export function journalPath(build: string): string {
  return join(build, journalName);
}

/** The bytes of the journal for creating `files` in `target`. */
export function formatJournal(target: string, files: readonly FileContent[], fs: FileSystem): Uint8Array {
  const folders = new Set(files.flatMap(({ path }) => foldersAbove(path)));
  const journal: CreationJournal = {
    files: files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })),
    folders: [...folders].filter((folder) => !isThere(join(target, folder), fs)).sort(),
  };
  return Buffer.from(`${JSON.stringify(journal)}\n`);
}

/**
 * Clears a folder of what creators who died left in it: the builds, and, where they died before the
 * file that counts was there, the files that they had put in place. A file that is not byte for byte
 * what the journal says is somebody's work and stays. Can itself be cut off and done again.
 */
export function clearAbandoned(folder: string, facts: ProcessFacts, fs: FileSystem = nodeFileSystem): void {
  for (const build of abandonedBuilds(folder, facts, fs)) {
    const journal = readJournal(build, fs);
    if (journal !== undefined) takeBack(folder, journal, fs);
    discardTree(build, fs);
  }
}

/** Whether a creator died in a folder, so that what lies there may be no more than its beginnings. */
export function hasAbandoned(folder: string, facts: ProcessFacts, fs: FileSystem = nodeFileSystem): boolean {
  return abandonedBuilds(folder, facts, fs).some((build) => readJournal(build, fs) !== undefined);
}

function takeBack(folder: string, { files, folders }: CreationJournal, fs: FileSystem): void {
  const last = files.at(-1);
  if (last === undefined || stateOf(join(folder, last.path), last.sha256, fs) !== 'unfinished') return;
  for (const { path, sha256: wanted } of [...files].reverse()) {
    const full = join(folder, path);
    if (stateOf(full, wanted, fs) === 'whole' || isEmpty(full, fs)) discard(full, fs);
  }
  for (const each of [...folders].reverse()) discardFolder(join(folder, each), fs);
}

// Where the disk has no links a name is reserved by an empty file: nothing of anybody's is in that.
function stateOf(path: string, wanted: string, fs: FileSystem): 'whole' | 'unfinished' | 'foreign' {
  const reading = readRegularFile(path, fs);
  if (reading.kind === 'missing') return 'unfinished';
  if (reading.kind !== 'file') return 'foreign';
  if (reading.bytes.length === 0) return 'unfinished';
  return sha256(reading.bytes) === wanted ? 'whole' : 'foreign';
}

function isEmpty(path: string, fs: FileSystem): boolean {
  const reading = readRegularFile(path, fs, { maxBytes: 0 });
  return reading.kind === 'file' && reading.bytes.length === 0;
}

// A journal that is not whole was cut off while it was written, before anything was put in place.
function readJournal(build: string, fs: FileSystem): CreationJournal | undefined {
  const reading = readRegularFile(journalPath(build), fs, { maxBytes: 1_048_576 });
  if (reading.kind !== 'file') return undefined;
  try {
    const { files, folders } = JSON.parse(Buffer.from(reading.bytes).toString('utf8')) as CreationJournal;
    const paths = [...files.map(({ path }) => path), ...folders];
    return paths.every(isBelow) ? { files, folders } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [...foldersAbove(folder), folder];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
