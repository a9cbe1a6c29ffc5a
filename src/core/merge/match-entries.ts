import { equalData, isPlainMapping } from '../equal-data.ts';
import { entryKey } from './entry-identity.ts';
import { entriesOf, type Sides } from './merged.ts';

/** One entry of a list on the sides that have it, by its places there. */
export interface Match {
  readonly base: number | undefined;
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
}

type Places = Record<keyof Sides, number[]>;

/**
 * Finds every entry of three versions of a list again on the other sides, by its identity; entries that
 * share one are told apart by being equal, else by how much of them is. `undefined` where some entry
 * has no identity.
 */
export function matchEntries(
  sides: Sides,
  identity: readonly string[],
  mayRepeat: boolean,
): Match[] | undefined {
  const groups = new Map<string, Places>();
  for (const side of ['base', 'ours', 'theirs'] as const) {
    for (const [index, entry] of entriesOf(sides[side]).entries()) {
      const key = entryKey(entry, identity);
      if (key === undefined) return undefined;
      const group = groups.get(key) ?? { base: [], ours: [], theirs: [] };
      group[side].push(index);
      groups.set(key, group);
    }
  }
  return [...groups.values()].flatMap((group) => matchGroup(sides, group, mayRepeat));
}

function matchGroup(sides: Sides, places: Places, mayRepeat: boolean): Match[] {
  const { base, ours, theirs } = places;
  const inOurs = pair(sides.base, base, sides.ours, ours, false);
  const inTheirs = pair(sides.base, base, sides.theirs, theirs, false);
  const kept = base.map((index) => ({ base: index, ours: inOurs.get(index), theirs: inTheirs.get(index) }));
  const newOurs = without(ours, inOurs);
  const newTheirs = without(theirs, inTheirs);
  const twins = pair(sides.ours, newOurs, sides.theirs, newTheirs, mayRepeat);
  return [
    ...kept,
    ...newOurs.map((index) => ({ base: undefined, ours: index, theirs: twins.get(index) })),
    ...without(newTheirs, twins).map((index) => ({ base: undefined, ours: undefined, theirs: index })),
  ];
}

function without(places: readonly number[], paired: ReadonlyMap<number, number>): number[] {
  const taken = new Set(paired.values());
  return places.filter((index) => !taken.has(index));
}

/** Pairs places of one list with places of another: equal entries first, then the most alike. */
function pair(
  from: unknown,
  fromPlaces: readonly number[],
  to: unknown,
  toPlaces: readonly number[],
  onlyEqual: boolean,
): Map<number, number> {
  const candidates = fromPlaces.flatMap((a) =>
    toPlaces.map((b) => ({ a, b, likeness: likeness(entriesOf(from)[a], entriesOf(to)[b]) })),
  );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b, likeness: alike } of candidates.sort((x, y) => y.likeness - x.likeness)) {
    if (pairs.has(a) || taken.has(b) || (onlyEqual && alike !== Number.POSITIVE_INFINITY)) continue;
    pairs.set(a, b);
    taken.add(b);
  }
  return pairs;
}

function likeness(a: unknown, b: unknown): number {
  if (equalData(a, b)) return Number.POSITIVE_INFINITY;
  if (!isPlainMapping(a) || !isPlainMapping(b)) return 0;
  return Object.keys(a).filter((key) => Object.hasOwn(b, key) && equalData(a[key], b[key])).length;
}
