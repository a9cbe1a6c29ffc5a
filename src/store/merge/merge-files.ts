import { equalData, isPlainMapping } from '../../core/equal-data.ts';
import { mergeData } from '../../core/merge/merge-data.ts';
import { PartnerError } from '../../core/partner-error.ts';
import { formatPath } from '../../core/problem.ts';
import { builtInSections } from '../../core/schema/registry.ts';
import { carryOut } from './carry-out.ts';
import { gitNames, markConflicts, type SideNames } from './mark-conflicts.ts';
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
  /** The same with ours wherever people have to decide, and no marks. */
  readonly settled: Uint8Array;
}

/**
 * Merges two versions of a partnership's file by what they say. The result is our text with theirs'
 * changes spliced in; conflicts are marked around their own lines. Where a layout leaves no safe way the
 * whole file is marked. `undefined` where a version cannot be read, or is no file of a partnership: then
 * only lines can be merged. `sections` are those of the partnership's model, `names` what the marks call the sides.
 */
export function mergeFiles(
  { base, ours, theirs }: FileSides,
  markerSize = 7,
  sections = builtInSections,
  names: SideNames = gitNames,
): MergedFile | undefined {
  const [was, mine, other] = [base, ours, theirs].map(versionOf);
  if (mine === undefined || other === undefined || (was === undefined && base.length > 0)) return undefined;
  if (!isPartnershipFile(mine.data) || !isPartnershipFile(other.data)) return undefined;
  const merge = mergeData({ base: was?.data, ours: mine.data, theirs: other.data }, sections);
  try {
    const merged = merge.changes.reduce((now, change) => carryOut(now, change, other), mine);
    if (!equalData(merged.data, merge.data)) return wholeFile({ base, ours, theirs }, markerSize, names);
    const conflicts = merge.conflicts.map(({ path }) => formatPath(path));
    const settled = bytesOf(merged);
    if (conflicts.length === 0)
      return { bytes: settled, conflicts, lostComments: lostComments(was, other, merged.text), settled };
    const sides = { ours: merged, base: names.base === undefined ? undefined : was, theirs: other };
    const text = markConflicts(sides, merge.conflicts, markerSize, names);
    return {
      bytes: bytesOf({ text, hasBom: mine.hasBom }),
      conflicts,
      lostComments: lostComments(was, other, text),
      settled,
    };
  } catch (error) {
    if (error instanceof PartnerError && error.code === 'edit-refused')
      return wholeFile({ base, ours, theirs }, markerSize, names);
    throw error;
  }
}

/** Whether data is that of a stage, a minutes book or a `partnership.yaml`. */
function isPartnershipFile(data: unknown): boolean {
  const has = (...keys: string[]) => keys.every((key) => isPlainMapping(data) && Object.hasOwn(data, key));
  return has('reviews') || has('stage', 'checklist') || has('format', 'partners');
}

/** The whole file as one conflict, for where a layout leaves no other way. */
export function wholeFile(
  { base, ours, theirs }: FileSides,
  size = 7,
  names: SideNames = gitNames,
): MergedFile {
  const mark = (sign: string, name?: string) =>
    `${sign.repeat(size)}${name === undefined ? '' : ` ${name}`}\n`;
  const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replace(/([^\n])$/, '$1\n');
  const text = [
    mark('<', names.ours),
    lines(ours),
    ...(names.base === undefined ? [] : [mark('|', names.base), lines(base)]),
    mark('='),
    lines(theirs),
    mark('>', names.theirs),
  ].join('');
  return { bytes: new TextEncoder().encode(text), conflicts: [''], lostComments: [], settled: ours };
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
