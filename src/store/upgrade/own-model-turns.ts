import { join } from 'node:path';
import { readRegularFile } from '../files/read-file.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import type { LoadedPartnership } from '../load-partnership.ts';
import { modelFile, ownModelFolder, ownVersionFile } from '../models.ts';
import type { FilesInPlace } from '../read-source.ts';
import type { Target } from './target.ts';

/** A model of one's own in its new version; the old one stays beside it while stages follow it. */
export function ownModelTurns(
  { root, partnership, inForce }: LoadedPartnership,
  { bytes }: Target,
  stageVersions: ReadonlyMap<string, number>,
  { overlay }: FilesInPlace,
): FileTurn[] {
  if (bytes === undefined) return [];
  const id = partnership.model.model;
  const file = `${ownModelFolder(id)}/${modelFile}`;
  const before = overlay?.get(file) ?? bytesAt(root, file);
  const turns: FileTurn[] = [{ file, before, after: bytes }];
  const isFollowed = [...stageVersions.values()].includes(inForce.version);
  if (before === undefined || !isFollowed) return turns;
  const earlier = ownVersionFile(id, inForce.version);
  return [{ file: earlier, before: bytesAt(root, earlier), after: before }, ...turns];
}

/** The bytes of a file of the partnership; undefined where there is none. */
export function bytesAt(root: string, file: string): Uint8Array | undefined {
  const reading = readRegularFile(join(root, file));
  return reading.kind === 'file' ? reading.bytes : undefined;
}
