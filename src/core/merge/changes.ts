import type { DataPath } from '../problem.ts';
import { entriesOf, fieldOf, isPresent, type Merged, type MergedList, mappingOr } from './merged.ts';

/**
 * One step from our version to the merged one. `from` is where the new value stands in their version.
 * `order` names, for each place of the list, the place that its entry had.
 */
export type Change =
  | {
      readonly kind: 'set';
      readonly path: DataPath;
      readonly value: unknown;
      readonly from: DataPath;
      readonly keyOrder: readonly string[];
    }
  | { readonly kind: 'remove'; readonly path: DataPath }
  | {
      readonly kind: 'insert';
      readonly path: DataPath;
      readonly index: number;
      readonly value: unknown;
      readonly from: DataPath;
    }
  | { readonly kind: 'order'; readonly path: DataPath; readonly order: readonly number[] };

/** A place that somebody has to decide on; `changes` lead from the merged data to what theirs wants there. */
export interface Conflict {
  readonly path: DataPath;
  readonly changes: readonly Change[];
}

/** What a merge comes to: changes to our version, one after the other, then conflicts in their order. */
export interface MergeSteps {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

interface Place {
  /** In ours, before the lists around it get other entries. */
  readonly ours: DataPath;
  readonly merged: DataPath;
  readonly theirs: DataPath;
  readonly keyOrder: readonly string[];
}

/** Turns a merge into the steps that carry it out on our version. */
export function stepsOf(merged: Merged, ours: unknown, theirs: unknown): MergeSteps {
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const visit = (node: Merged, mine: unknown, other: unknown, place: Place): void => {
    if (node.kind === 'take') changes.push(towards(other, place.ours, place));
    if (node.kind === 'conflict')
      conflicts.push({ path: place.merged, changes: [towards(other, place.merged, place)] });
    if (node.kind === 'mapping') {
      const keyOrder = Object.keys(mappingOr(other));
      for (const [key, field] of node.fields) {
        visit(field, fieldOf(mine, key), fieldOf(other, key), below(place, key, key, key, keyOrder));
      }
    }
    if (node.kind === 'list') visitList(node, mine, other, place);
  };
  const visitList = (list: MergedList, mine: unknown, other: unknown, place: Place): void => {
    let at = 0;
    for (const item of list.items) {
      const theirValue = item.theirs === undefined ? undefined : entriesOf(other)[item.theirs];
      if (item.ours !== undefined)
        visit(
          item.merged,
          entriesOf(mine)[item.ours],
          theirValue,
          below(place, item.ours, at, item.theirs ?? 0),
        );
      else if (item.merged.kind === 'conflict')
        conflicts.push({
          path: [...place.merged, at],
          changes: [insertion(place.merged, at, theirValue, [...place.theirs, item.theirs ?? 0])],
        });
      if (isPresent(item)) at += 1;
    }
    changes.push(...restructure(list, mine, other, place));
    if (list.rival !== undefined) conflicts.push(rivalry(list, list.rival, other, place, at));
  };
  visit(merged, ours, theirs, { ours: [], merged: [], theirs: [], keyOrder: [] });
  return { changes, conflicts };
}

function below(
  place: Place,
  ours: string | number,
  merged: string | number,
  theirs: string | number,
  keyOrder: readonly string[] = [],
): Place {
  return {
    ours: [...place.ours, ours],
    merged: [...place.merged, merged],
    theirs: [...place.theirs, theirs],
    keyOrder,
  };
}

function towards(value: unknown, path: DataPath, { theirs, keyOrder }: Place): Change {
  return value === undefined
    ? { kind: 'remove', path }
    : { kind: 'set', path, value, from: theirs, keyOrder };
}

function insertion(path: DataPath, index: number, value: unknown, from: DataPath): Change {
  return { kind: 'insert', path, index, value, from };
}

/** Takes out what goes, from the end on; puts what stays in order; adds what comes, from the start on. */
function restructure(list: MergedList, mine: unknown, other: unknown, place: Place): Change[] {
  const present = list.items.filter(isPresent);
  const kept = present.flatMap(({ ours }) => ours ?? []);
  const standing = [...kept].sort((a, b) => a - b);
  const gone = entriesOf(mine).flatMap((_, index) => (kept.includes(index) ? [] : [index]));
  const order = kept.map((index) => standing.indexOf(index));
  return [
    ...gone.reverse().map((index): Change => ({ kind: 'remove', path: [...place.ours, index] })),
    ...(order.every((was, now) => was === now) ? [] : [{ kind: 'order' as const, path: place.ours, order }]),
    ...present.flatMap(({ ours, theirs = 0 }, index) =>
      ours === undefined
        ? [insertion(place.ours, index, entriesOf(other)[theirs], [...place.theirs, theirs])]
        : [],
    ),
  ];
}

function rivalry(
  list: MergedList,
  { from, theirs }: NonNullable<MergedList['rival']>,
  other: unknown,
  place: Place,
  length: number,
): Conflict {
  const first = list.items.slice(0, from).filter(isPresent).length;
  const removals = Array.from(
    { length: length - first },
    (_, back): Change => ({
      kind: 'remove',
      path: [...place.merged, length - 1 - back],
    }),
  );
  const additions = theirs.map((index, offset) =>
    insertion(place.merged, first + offset, entriesOf(other)[index], [...place.theirs, index]),
  );
  // Added before the others go, so that the list is never empty on the way.
  return { path: [...place.merged, first], changes: [...additions, ...shifted(removals, theirs.length)] };
}

function shifted(removals: readonly Change[], by: number): Change[] {
  return removals.map(({ path }) => ({
    kind: 'remove',
    path: [...path.slice(0, -1), Number(path.at(-1)) + by],
  }));
}
