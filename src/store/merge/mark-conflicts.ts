import type { Change, Conflict } from '../../core/merge/changes.ts';
import { locate } from '../yaml/positions.ts';
import { changeToBase } from './base-side.ts';
import { carryOut } from './carry-out.ts';
import type { Version } from './version.ts';

/** What the sides of a conflict are called; `base` only where what both began with is to be shown as well. */
export interface SideNames {
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
}

/** The names that git's own merges give. */
export const gitNames: SideNames = { ours: 'ours', theirs: 'theirs' };

/** The lines that a conflict is about: those of ours from `start` to `end`, and the others' in their place. */
interface Region {
  readonly conflicts: readonly Conflict[];
  readonly start: number;
  readonly end: number;
  readonly base: readonly string[] | undefined;
  readonly theirs: readonly string[];
}

/** The versions that a conflict is between; `base` only where its lines are to be shown. */
interface Sides {
  readonly ours: Version;
  readonly base: Version | undefined;
  readonly theirs: Version;
}

/**
 * Writes the marks of a conflict, as git does, around the lines of each place that somebody has to decide
 * on: ours first, then what theirs wants there, and between them, where it has a name, what both began with.
 * `size` is the length of the marks.
 */
export function markConflicts(
  sides: Sides,
  conflicts: readonly Conflict[],
  size: number,
  names: SideNames = gitNames,
): string {
  const lines = splitLines(sides.ours.text);
  const eol = lines[0]?.endsWith('\r\n') ? '\r\n' : '\n';
  const mark = (sign: string, name = '') => `${sign.repeat(size)}${name === '' ? '' : ` ${name}`}${eol}`;
  const ended = (line: string) => (line.endsWith('\n') ? line : line + eol);
  for (const region of regionsOf(sides, conflicts).reverse()) {
    const ours = lines.slice(region.start, region.end);
    const block = [
      mark('<', names.ours),
      ...ours.map(ended),
      ...(region.base === undefined ? [] : [mark('|', names.base), ...region.base.map(ended)]),
      mark('='),
      ...region.theirs.map(ended),
      mark('>', names.theirs),
    ];
    const above = lines[region.start - 1];
    if (above !== undefined) lines[region.start - 1] = ended(above);
    lines.splice(region.start, region.end - region.start, ...block);
  }
  return lines.join('');
}

/** The regions in their order; conflicts whose lines touch share one. */
function regionsOf(sides: Sides, conflicts: readonly Conflict[]): Region[] {
  let regions = conflicts.map((conflict) => regionOf(sides, [conflict]));
  for (;;) {
    const sorted = regions.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const touching = sorted.findIndex((region, index) => touches(region, sorted[index + 1]));
    const [a, b] = [sorted[touching], sorted[touching + 1]];
    if (a === undefined || b === undefined) return sorted;
    const together = conflicts.filter((one) => a.conflicts.includes(one) || b.conflicts.includes(one));
    regions = [...sorted.filter((one) => one !== a && one !== b), regionOf(sides, together)];
  }
}

function touches(a: Region, b: Region | undefined): boolean {
  if (b === undefined) return false;
  return b.start < a.end || (a.start === b.start && (a.start === a.end || b.start === b.end));
}

function regionOf({ ours: version, base, theirs }: Sides, conflicts: readonly Conflict[]): Region {
  // From the last one on, so that none moves what another one is about.
  const changes = conflicts.toReversed().flatMap((conflict) => conflict.changes);
  const ours = splitLines(version.text);
  const other = linesAfter(version, changes, theirs);
  const begun = base === undefined ? undefined : linesBefore(version, conflicts, base);
  const all = begun === undefined ? [ours, other] : [ours, other, begun];
  const most = Math.min(...all.map(({ length }) => length));
  const isShared = (at: number) => all.every((lines) => lines.at(at) === ours.at(at));
  let start = 0;
  while (start < most && isShared(start)) start += 1;
  let tail = 0;
  while (tail < most - start && isShared(-1 - tail)) tail += 1;
  const region = {
    conflicts,
    start,
    end: ours.length - tail,
    base: begun?.slice(start, begun.length - tail),
    theirs: other.slice(start, other.length - tail),
  };
  return region.base === undefined ? settled(region, ours, lineOf(version, conflicts[0])) : region;
}

function linesAfter(version: Version, changes: readonly Change[], from: Version): string[] {
  return splitLines(changes.reduce((now, change) => carryOut(now, change, from, true), version).text);
}

/** Our lines with what both began with in the places of the conflicts; undefined where that cannot be said. */
function linesBefore(version: Version, conflicts: readonly Conflict[], base: Version): string[] | undefined {
  const changes = conflicts.toReversed().map((conflict) => changeToBase(version.data, base.data, conflict));
  if (changes.some((change) => change === undefined)) return undefined;
  return linesAfter(
    version,
    changes.filter((change) => change !== undefined),
    base,
  );
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
