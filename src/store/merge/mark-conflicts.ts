import type { Conflict } from '../../core/merge/changes.ts';
import { locate } from '../yaml/positions.ts';
import { carryOut } from './carry-out.ts';
import type { Version } from './version.ts';

/** The lines that a conflict is about: those of ours from `start` to `end`, and theirs' in their place. */
interface Region {
  readonly conflicts: readonly Conflict[];
  readonly start: number;
  readonly end: number;
  readonly theirs: readonly string[];
}

/**
 * Writes the marks of a conflict, as git does, around the lines of each place that somebody has to decide
 * on: ours first, then what theirs wants there. `size` is the length of the marks.
 */
export function markConflicts(
  version: Version,
  theirs: Version,
  conflicts: readonly Conflict[],
  size: number,
): string {
  const lines = splitLines(version.text);
  const eol = lines[0]?.endsWith('\r\n') ? '\r\n' : '\n';
  const mark = (sign: string, name = '') => `${sign.repeat(size)}${name === '' ? '' : ` ${name}`}${eol}`;
  const ended = (line: string) => (line.endsWith('\n') ? line : line + eol);
  for (const region of regionsOf(version, theirs, conflicts).reverse()) {
    const ours = lines.slice(region.start, region.end);
    const block = [
      mark('<', 'ours'),
      ...ours.map(ended),
      mark('='),
      ...region.theirs.map(ended),
      mark('>', 'theirs'),
    ];
    const above = lines[region.start - 1];
    if (above !== undefined) lines[region.start - 1] = ended(above);
    lines.splice(region.start, region.end - region.start, ...block);
  }
  return lines.join('');
}

/** The regions in their order; conflicts whose lines touch share one. */
function regionsOf(version: Version, theirs: Version, conflicts: readonly Conflict[]): Region[] {
  let regions = conflicts.map((conflict) => regionOf(version, theirs, [conflict]));
  for (;;) {
    const sorted = regions.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const touching = sorted.findIndex((region, index) => touches(region, sorted[index + 1]));
    const [a, b] = [sorted[touching], sorted[touching + 1]];
    if (a === undefined || b === undefined) return sorted;
    const together = conflicts.filter((one) => a.conflicts.includes(one) || b.conflicts.includes(one));
    regions = [...sorted.filter((one) => one !== a && one !== b), regionOf(version, theirs, together)];
  }
}

function touches(a: Region, b: Region | undefined): boolean {
  if (b === undefined) return false;
  return b.start < a.end || (a.start === b.start && (a.start === a.end || b.start === b.end));
}

function regionOf(version: Version, theirs: Version, conflicts: readonly Conflict[]): Region {
  // From the last one on, so that none moves what another one is about.
  const changes = conflicts.toReversed().flatMap((conflict) => conflict.changes);
  const decided = changes.reduce((now, change) => carryOut(now, change, theirs, true), version);
  const ours = splitLines(version.text);
  const other = splitLines(decided.text);
  const most = Math.min(ours.length, other.length);
  let start = 0;
  while (start < most && ours[start] === other[start]) start += 1;
  let tail = 0;
  while (tail < most - start && ours.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const region = {
    conflicts,
    start,
    end: ours.length - tail,
    theirs: other.slice(start, other.length - tail),
  };
  return settled(region, ours, lineOf(version, conflicts[0]));
}

/**
 * Where lines only go or only come, a region could as well lie a line further up, if the line above it is
 * like its last one: it is moved to begin where its entry does.
 */
function settled(region: Region, ours: readonly string[], line: number): Region {
  const isRemoval = region.theirs.length === 0;
  let { start, end, theirs } = region;
  const isBegun = () => (isRemoval ? start <= line : /^\s*(- |#)/.test(theirs[0] ?? ''));
  if (!isRemoval && start !== end) return region;
  while (start > 0 && !isBegun()) {
    const above = ours[start - 1] ?? '';
    if (above !== (isRemoval ? ours[end - 1] : theirs.at(-1))) break;
    if (!isRemoval) theirs = [above, ...theirs.slice(0, -1)];
    start -= 1;
    end -= 1;
  }
  return { ...region, start, end, theirs };
}

function lineOf(version: Version, conflict: Conflict | undefined): number {
  const at = locate(version.document, conflict?.path ?? [], 'key')?.start ?? 0;
  return version.text.slice(0, at).split('\n').length - 1;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
