import { equalData, isPlainMapping } from '../../core/equal-data.ts';
import { mergeData } from '../../core/merge/merge-data.ts';
import { PartnerError } from '../../core/partner-error.ts';
import { formatPath } from '../../core/problem.ts';
import { builtInSections } from '../../core/schema/registry.ts';
import { carryOut } from './carry-out.ts';
import { markConflicts } from './mark-conflicts.ts';
import { bytesOf, type Version, versionOf } from './version.ts';

/** Three versions of one file; `base` is empty where both sides added it. */
export interface FileSides {
  readonly base: Uint8Array;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

/** A merged file: where people have to decide, by the paths of the data, and the comments that were not taken over. */
export interface MergedFile {
  readonly bytes: Uint8Array;
  readonly conflicts: readonly string[];
  readonly lostComments: readonly string[];
}

/**
 * Merges two versions of a partnership's file by what they say. The result is our text with theirs'
 * changes spliced in; conflicts are marked around their own lines. Where a layout leaves no safe way the
 * whole file is marked. `undefined` where a version cannot be read, or is no file of a partnership: then
 * only lines can be merged. `sections` are those of the partnership's model.
 */
export function mergeFiles(
  { base, ours, theirs }: FileSides,
  markerSize = 7,
  sections = builtInSections,
): MergedFile | undefined {
  const [was, mine, other] = [base, ours, theirs].map(versionOf);
  if (mine === undefined || other === undefined || (was === undefined && base.length > 0)) return undefined;
  if (!isPartnershipFile(mine.data) || !isPartnershipFile(other.data)) return undefined;
  const merge = mergeData({ base: was?.data, ours: mine.data, theirs: other.data }, sections);
  try {
    const merged = merge.changes.reduce((now, change) => carryOut(now, change, other), mine);
    if (!equalData(merged.data, merge.data)) return wholeFile(ours, theirs, markerSize);
    const conflicts = merge.conflicts.map(({ path }) => formatPath(path));
    if (conflicts.length === 0)
      return { bytes: bytesOf(merged), conflicts, lostComments: lostComments(was, other, merged.text) };
    const text = markConflicts(merged, other, merge.conflicts, markerSize);
    return {
      bytes: bytesOf({ text, hasBom: mine.hasBom }),
      conflicts,
      lostComments: lostComments(was, other, text),
    };
  } catch (error) {
    if (error instanceof PartnerError && error.code === 'edit-refused')
      return wholeFile(ours, theirs, markerSize);
    throw error;
  }
}

/** Whether data is that of a stage, a minutes book or a `partnership.yaml`. */
function isPartnershipFile(data: unknown): boolean {
  const has = (...keys: string[]) => keys.every((key) => isPlainMapping(data) && Object.hasOwn(data, key));
  return has('reviews') || has('stage', 'checklist') || has('format', 'partners');
}

function wholeFile(ours: Uint8Array, theirs: Uint8Array, size: number): MergedFile {
  const mark = (sign: string, name = '') => `${sign.repeat(size)}${name}\n`;
  const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replace(/([^\n])$/, '$1\n');
  const text = [mark('<', ' ours'), lines(ours), mark('='), lines(theirs), mark('>', ' theirs')].join('');
  return { bytes: new TextEncoder().encode(text), conflicts: [''], lostComments: [] };
}

/** The comment lines that theirs has new and the result has not. */
function lostComments(base: Version | undefined, theirs: Version, result: string): string[] {
  const comments = (text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line.startsWith('#'));
  const known = new Set([...comments(base?.text ?? ''), ...comments(result)]);
  return comments(theirs.text).filter((line) => !known.has(line));
}
