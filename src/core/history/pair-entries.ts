import { isSameData } from './change.ts';

/** An entry of a list as it was and as it is; one of the two is absent where it came or went. */
export interface EntryPair {
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Pairs the entries of two lists by a key, and gives those that differ: first what is still there or
 * new, in the list's order, then what is gone. Several entries may have one key (two observations of a
 * day): equal ones are paired first, the others in their order.
 */
export function pairEntries(
  before: readonly unknown[],
  after: readonly unknown[],
  keyOf: (entry: unknown) => string,
): EntryPair[] {
  const [old, fresh] = withoutEqualEnds(before, after);
  const left = new Map<string, unknown[]>();
  for (const entry of old) {
    const waiting = left.get(keyOf(entry));
    if (waiting === undefined) left.set(keyOf(entry), [entry]);
    else waiting.push(entry);
  }
  const unequal = fresh.filter((entry) => !takeEqual(left.get(keyOf(entry)), entry));
  const stays = unequal.map((entry) => {
    const key = keyOf(entry);
    const waiting = left.get(key);
    return waiting === undefined || waiting.length === 0
      ? { key, after: entry }
      : { key, before: waiting.shift(), after: entry };
  });
  const gone = [...left].flatMap(([key, entries]) => entries.map((entry) => ({ key, before: entry })));
  return [...stays, ...gone];
}

/** The lists without what they begin and end with in common: most changes touch one entry of many. */
function withoutEqualEnds(
  before: readonly unknown[],
  after: readonly unknown[],
): [readonly unknown[], readonly unknown[]] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSameData(before[start], after[start])) start += 1;
  let end = 0;
  while (end < most - start && isSameData(before.at(-1 - end), after.at(-1 - end))) end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

function takeEqual(waiting: unknown[] | undefined, entry: unknown): boolean {
  const index = waiting?.findIndex((candidate) => isSameData(candidate, entry)) ?? -1;
  if (index < 0) return false;
  waiting?.splice(index, 1);
  return true;
}
