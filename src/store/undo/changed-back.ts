import { join } from 'node:path';
import { PartnerError } from '../../core/partner-error.ts';
import type { Sections } from '../../core/schema/registry.ts';
import { nodeFileSystem } from '../files/file-system.ts';
import { assertInside } from '../files/inside-root.ts';
import { readRegularFile, sameBytes } from '../files/read-file.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import { pendingFiles } from '../files/redo-reading.ts';
import { storageError } from '../files/storage-error.ts';
import { reviewsFile } from '../load-partnership.ts';
import type { FileSides } from '../merge/merge-files.ts';
import { maxFileBytes } from '../yaml/limits.ts';

/** A file as it is and as it shall be; undefined where there is none. `isMerged`: others had changed it meanwhile. */
export interface FileStep {
  readonly file: string;
  readonly now: Uint8Array | undefined;
  readonly wanted: Uint8Array | undefined;
  readonly isMerged: boolean;
  /** Comments that went with the change and could not be put back. */
  readonly lostComments: readonly string[];
}

/** Which way: back from what a command left, or forward to it again. */
export type Direction = 'undo' | 'redo';

/**
 * What a file shall hold for one command to be taken back, or done again. Where somebody changed the file since,
 * only what the command changed is turned, by merging: their version and the one before the command, from the one
 * that the command left; `sections` are the model's. Throws `changed-since` where that is not possible without deciding between the two.
 */
export async function stepOf(
  root: string,
  states: FileTurn,
  direction: Direction,
  sections: Sections,
): Promise<FileStep> {
  const { file } = states;
  const [from, to] = direction === 'undo' ? [states.after, states.before] : [states.before, states.after];
  const now = contentOf(root, file);
  const whole = { file, now, isMerged: false, lostComments: [] };
  if (isSame(now, from)) return { ...whole, wanted: to };
  if (isSame(now, to)) return { ...whole, wanted: now };
  // The book is a record of meetings: what was written after a review may rest on it.
  if (now === undefined || from === undefined || to === undefined || file === reviewsFile)
    throw new PartnerError('changed-since', { file: join(root, file) });
  const merged = await merge({ base: from, ours: now, theirs: to }, sections);
  if (merged === undefined || merged.conflicts.length > 0) {
    const places = (merged?.conflicts ?? []).filter((place) => place !== '');
    throw new PartnerError('changed-since', { file: join(root, file), ...(places.length > 0 && { places }) });
  }
  return { file, now, wanted: merged.bytes, isMerged: true, lostComments: merged.lostComments };
}

async function merge(sides: FileSides, sections: Sections) {
  const { mergeFiles } = await import('../merge/merge-files.ts');
  const { isSameAsData } = await import('../merge/version.ts');
  // Two versions that say the same differ in what only people read, and nothing here could tell where that went.
  if (isSameAsData(sides.base, sides.theirs)) return undefined;
  const merged = mergeFiles(sides, undefined, sections);
  return merged === undefined || merged.bytes.length > maxFileBytes ? undefined : merged;
}

function contentOf(root: string, file: string): Uint8Array | undefined {
  const path = join(root, file);
  assertInside(root, path);
  // A dry run does not finish what a command that died has decided.
  const pending = pendingFiles(root);
  if (pending?.has(file)) return pending.get(file);
  const reading = readRegularFile(path, nodeFileSystem, { maxBytes: maxFileBytes });
  if (reading.kind === 'file') return reading.bytes;
  if (reading.kind === 'missing') return undefined;
  if (reading.kind === 'unreadable') throw storageError(reading.cause, path);
  if (reading.kind === 'not-regular')
    throw new PartnerError('not-a-regular-file', { file: path, what: reading.what });
  throw new PartnerError('changed-since', { file: path });
}

/** Whether two contents of a file are the same, none included. */
export function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameBytes(a, b);
}
