import { readFileSync, writeFileSync } from 'node:fs';
import type { Sections } from '../../core/schema/registry.ts';
import { type MergedFile, mergeFiles } from './merge-files.ts';

/** The paths of the three versions that git hands to a merge driver. */
export interface MergePaths {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges three files and leaves the result in ours; `undefined`, with nothing written, where only lines
 * can be merged. They are git's own temporary files: nothing else is at work on them.
 */
export function mergeInPlace(
  { base, ours, theirs }: MergePaths,
  markerSize: number,
  sections: Sections,
): MergedFile | undefined {
  const sides = { base: readFileSync(base), ours: readFileSync(ours), theirs: readFileSync(theirs) };
  const merged = mergeFiles(sides, markerSize, sections);
  if (merged !== undefined) writeFileSync(ours, merged.bytes);
  return merged;
}
