import { isPlainMapping } from '../equal-data.ts';
import type { Match } from './match-entries.ts';
import { entriesOf, type MergedItem, type Sides } from './merged.ts';

interface Placed {
  readonly match: Match;
  readonly item: MergedItem;
}

/**
 * Puts the entries of a merged list in order. What stands on both sides keeps the order of the side that
 * moved it (of ours where both did); what only one side has follows the entry that it follows there.
 * Where both added at one place, the earlier date comes first, so that the result is the same whichever
 * side is ours.
 */
export function orderItems(placed: readonly Placed[], sides: Sides): MergedItem[] {
  const shared = placed.filter(({ item }) => item.ours !== undefined && item.theirs !== undefined);
  const inOurs = shared.toSorted(by('ours'));
  const inTheirs = shared.toSorted(by('theirs'));
  const known = (list: readonly Placed[]) => list.filter(({ match }) => match.base !== undefined);
  const inBase = known(shared).toSorted((a, b) => (a.match.base ?? 0) - (b.match.base ?? 0));
  const isOursUnmoved = isSame(known(inOurs), inBase);
  const frame = isOursUnmoved ? inTheirs : inOurs;
  const runs = { ours: runsOf(placed, 'ours', 'theirs'), theirs: runsOf(placed, 'theirs', 'ours') };
  return [undefined, ...frame].flatMap((anchor) => [
    ...(anchor === undefined ? [] : [anchor.item]),
    ...zip(runs.ours.get(anchor) ?? [], runs.theirs.get(anchor) ?? [], sides),
  ]);
}

const by = (side: 'ours' | 'theirs') => (a: Placed, b: Placed) => (a.item[side] ?? 0) - (b.item[side] ?? 0);

function isSame(a: readonly Placed[], b: readonly Placed[]): boolean {
  return a.every((placed, index) => placed === b[index]);
}

/** What only one side has, by the shared entry that it follows there. */
function runsOf(
  placed: readonly Placed[],
  side: 'ours' | 'theirs',
  other: 'ours' | 'theirs',
): Map<Placed | undefined, MergedItem[]> {
  const runs = new Map<Placed | undefined, MergedItem[]>();
  let anchor: Placed | undefined;
  for (const one of placed.filter(({ item }) => item[side] !== undefined).toSorted(by(side))) {
    if (one.item[other] !== undefined) anchor = one;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), one.item]);
  }
  return runs;
}

/** Two runs as one; each keeps its own order. */
function zip(ours: readonly MergedItem[], theirs: readonly MergedItem[], sides: Sides): MergedItem[] {
  const zipped: MergedItem[] = [];
  let at = 0;
  for (const item of ours) {
    for (let next = theirs[at]; next !== undefined && comesBefore(next, item, sides); next = theirs[at]) {
      zipped.push(next);
      at += 1;
    }
    zipped.push(item);
  }
  return [...zipped, ...theirs.slice(at)];
}

function comesBefore(theirs: MergedItem, ours: MergedItem, sides: Sides): boolean {
  return (
    sortKey(entriesOf(sides.theirs)[theirs.theirs ?? 0]) < sortKey(entriesOf(sides.ours)[ours.ours ?? 0])
  );
}

function sortKey(entry: unknown): string {
  if (!isPlainMapping(entry)) return JSON.stringify(entry) ?? '';
  const day = entry.date ?? entry.on;
  const fields = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${typeof day === 'string' ? day : ''} ${JSON.stringify(entry.id ?? '')} ${JSON.stringify(fields)}`;
}
