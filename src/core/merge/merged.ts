import { isPlainMapping, type PlainMapping } from '../equal-data.ts';

/** Three states of one value; `undefined` is a value that is not there. */
export interface Sides {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/**
 * How two versions of a value come together, seen from ours: ours stands, theirs is taken, both were
 * changed and ours stands until somebody decides, or the parts are merged each by itself.
 */
export type Merged =
  | { readonly kind: 'keep' }
  | { readonly kind: 'take' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'mapping'; readonly fields: ReadonlyMap<string, Merged> }
  | MergedList;

/**
 * A merged list: its entries in their order. `rival` is there where both sides went on in ways that
 * exclude each other: ours from the entry at `from` on, theirs with the named entries of their list.
 */
export interface MergedList {
  readonly kind: 'list';
  readonly items: readonly MergedItem[];
  readonly rival?: { readonly from: number; readonly theirs: readonly number[] };
}

/** An entry of a merged list, by its places on the two sides; it is not ours where `ours` is undefined. */
export interface MergedItem {
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
  readonly merged: Merged;
}

export const keep: Merged = { kind: 'keep' };
export const take: Merged = { kind: 'take' };
export const conflict: Merged = { kind: 'conflict' };

/** Whether an item stands in the merged list, as against one that only a decision could bring in. */
export function isPresent({ ours, merged }: MergedItem): boolean {
  return ours !== undefined || merged.kind === 'take';
}

/** The merged value, with ours wherever somebody has to decide. */
export function mergedValue(merged: Merged, ours: unknown, theirs: unknown): unknown {
  if (merged.kind === 'take') return theirs;
  if (merged.kind === 'mapping') return mergedMapping(merged.fields, ours, theirs);
  if (merged.kind !== 'list') return ours;
  const ourList = entriesOf(ours);
  const theirList = entriesOf(theirs);
  return merged.items
    .filter(isPresent)
    .map((item) =>
      mergedValue(
        item.merged,
        item.ours === undefined ? undefined : ourList[item.ours],
        item.theirs === undefined ? undefined : theirList[item.theirs],
      ),
    );
}

function mergedMapping(fields: ReadonlyMap<string, Merged>, ours: unknown, theirs: unknown): PlainMapping {
  const values = new Map(Object.entries(mappingOr(ours)));
  for (const [key, merged] of fields) {
    const value = mergedValue(merged, values.get(key), fieldOf(theirs, key));
    if (value === undefined) values.delete(key);
    else values.set(key, value);
  }
  return Object.fromEntries(values);
}

/** The mapping, or an empty one in the place of anything else. */
export function mappingOr(value: unknown): PlainMapping {
  return isPlainMapping(value) ? value : {};
}

/** What a mapping holds under a key; `undefined` where it holds nothing there, or is none. */
export function fieldOf(value: unknown, key: string): unknown {
  return isPlainMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The entries of a list; none of anything else. */
export function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
