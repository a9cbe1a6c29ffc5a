import { dirname, join } from 'node:path';
import type { DataPath, ProblemCode, ProblemParams, Severity } from '../core/problem.ts';
import { readRegularFile } from './files/read-file.ts';
import { type FolderListing, isLink } from './folder-listing.ts';
import { readYamlFastBytes } from './yaml/fast.ts';
import { maxFileBytes } from './yaml/limits.ts';
import type { YamlReading } from './yaml/reading.ts';
import { createVersionReader } from './yaml/versions.ts';

/** A problem of one file before its path in the data is known: at an offset of its text, or of the file as a whole. */
export interface SourceProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly start: number;
  readonly path: DataPath;
  readonly params: ProblemParams;
}

/**
 * A YAML file as it was read. `bytes` is undefined where there is none to edit. `reading` is called
 * for the positioned tree, which is made only when a problem needs its place.
 */
export interface SourceText {
  readonly file: string;
  readonly bytes: Uint8Array | undefined;
  readonly text: string;
  readonly data: unknown;
  readonly problems: readonly SourceProblem[];
  readonly reading: () => Promise<YamlReading | undefined>;
}

/**
 * What stands in for files on disk. `overlay` holds files as they will be, or nothing where one will be gone;
 * `snapshot` the whole folder as it was, of which nothing is then read from disk.
 */
export interface FilesInPlace {
  readonly overlay?: ReadonlyMap<string, Uint8Array | undefined>;
  readonly snapshot?: ReadonlyMap<string, Uint8Array>;
  /** The names in the folder, where they were listed already. */
  readonly listing?: FolderListing;
}

/** Reads one file of a partnership, or what stands in for it. */
export async function readInPlace(
  root: string,
  file: string,
  { overlay, snapshot, listing }: FilesInPlace,
): Promise<SourceText> {
  const bytes = overlay?.get(file) ?? snapshot?.get(file);
  if (bytes !== undefined) return parseSource(file, bytes);
  const isOnDisk = snapshot === undefined && !overlay?.has(file);
  return isOnDisk ? readSource(root, file, listing) : missingSource(file);
}

/** Reads one file of a partnership; what is wrong with it is in `problems`, nothing is thrown. */
export async function readSource(root: string, file: string, listing?: FolderListing): Promise<SourceText> {
  if (isBehindLink(root, file, listing)) return unreadable(file, 'not-a-regular-file', { what: 'symlink' });
  const outcome = readRegularFile(join(root, file), undefined, { maxBytes: maxFileBytes });
  if (outcome.kind === 'file') return parseSource(file, outcome.bytes);
  if (outcome.kind === 'missing') return missingSource(file);
  if (outcome.kind === 'too-large')
    return unreadable(file, 'file-too-large', { size: outcome.size, most: maxFileBytes });
  if (outcome.kind === 'not-regular') return unreadable(file, 'not-a-regular-file', { what: outcome.what });
  return unreadable(file, 'unreadable-file', { errno: outcome.errno });
}

/** The bytes of one file of a partnership, or why there are none to be had. */
export function readBytes(root: string, file: string): Uint8Array | 'missing' | 'unreadable' {
  if (isBehindLink(root, file)) return 'unreadable';
  const outcome = readRegularFile(join(root, file), undefined, { maxBytes: maxFileBytes });
  if (outcome.kind === 'file') return outcome.bytes;
  return outcome.kind === 'missing' ? 'missing' : 'unreadable';
}

function isBehindLink(root: string, file: string, listing?: FolderListing): boolean {
  if (!file.includes('/')) return false;
  const folder = dirname(file);
  return listing !== undefined && folder === 'stages' ? listing.areStagesLinked : isLink(join(root, folder));
}

/** A file that is not there. */
function missingSource(file: string): SourceText {
  return unreadable(file, 'missing-file', {});
}

function unreadable(file: string, code: ProblemCode, params: ProblemParams): SourceText {
  return {
    file,
    bytes: undefined,
    text: '',
    data: undefined,
    problems: [{ code, severity: 'error', start: 0, path: [], params }],
    reading: async () => undefined,
  };
}

/** Parses the bytes of a file: by the quick reader where that is sure of itself, else by the strict one. */
export async function parseSource(file: string, bytes: Uint8Array): Promise<SourceText> {
  const quick = readYamlFastBytes(bytes);
  if (quick !== undefined) {
    return {
      file,
      bytes,
      text: quick.text,
      data: quick.data,
      problems: [],
      reading: () => readStrictly(bytes),
    };
  }
  const reading = await readStrictly(bytes);
  const { text, data, problems } = reading;
  return { file, bytes, text, data, problems, reading: async () => reading };
}

/** Gives the data of a version of a file, undefined where it is no YAML of ours. */
export type VersionParser = (file: string, bytes: Uint8Array) => Promise<unknown>;

/**
 * A parser for many versions of the same files, as a history has them: what two versions have in common
 * is the very same data. `file` says of what the bytes are a version.
 */
export function createVersionParser(): VersionParser {
  const read = createVersionReader();
  return async (file, bytes) => read(file, bytes) ?? (await parseSource(file, bytes)).data;
}

// Loading the yaml package takes longer than all else that a good folder needs.
async function readStrictly(bytes: Uint8Array): Promise<YamlReading> {
  const { readYaml } = await import('./yaml/read.ts');
  return readYaml(bytes);
}
