import { isMap, type ParsedNode } from 'yaml';
import type { DataPath } from '../../core/problem.ts';
import {
  type Collection,
  columnOf,
  type Entry,
  entriesOf,
  isBlockCollection,
  isCollectionNode,
} from './collection-entries.ts';

/**
 * The place where a value stands. `indicatorEnd` follows the colon or dash before it (at the root:
 * where the value begins); it is `undefined` for a key without a colon in flow style, which ends at
 * `keyEnd`. `column` is that of the key or dash; `node` is `undefined` where the value is empty.
 */
export interface Slot {
  readonly kind: 'root' | 'key' | 'dash' | 'flow';
  readonly indicatorEnd: number | undefined;
  readonly keyEnd: number;
  readonly column: number;
  readonly node: ParsedNode | undefined;
}

/**
 * How far a path leads into a text: the last slot on it, the steps that are not there, and the
 * collection the last slot stands in, with its place in it (`undefined` at the root).
 */
export interface Location {
  readonly slot: Slot;
  readonly missing: DataPath;
  readonly parent:
    | { readonly slot: Slot; readonly collection: Collection; readonly index: number }
    | undefined;
}

/** Follows a path from the root as far as it leads. */
export function locate(text: string, root: ParsedNode, path: DataPath): Location {
  const start = root.range[0];
  let slot: Slot = { kind: 'root', indicatorEnd: start, keyEnd: start, column: 0, node: root };
  let parent: Location['parent'];
  for (const [depth, step] of path.entries()) {
    const { node } = slot;
    if (!isCollectionNode(node)) return { slot, missing: path.slice(depth), parent };
    const entries = entriesOf(text, node);
    const index = entries.findIndex((entry) => entry.step === step);
    const entry = entries[index];
    if (entry === undefined) return { slot, missing: path.slice(depth), parent };
    parent = { slot, collection: node, index };
    slot = slotOf(text, node, entry);
  }
  return { slot, missing: [], parent };
}

function slotOf(text: string, collection: Collection, entry: Entry): Slot {
  const { indicatorEnd, value: node, end: keyEnd } = entry;
  const place = { indicatorEnd, keyEnd, column: columnOf(text, entry.start), node };
  if (!isBlockCollection(collection)) return { kind: 'flow', ...place };
  return { kind: isMap(collection) ? 'key' : 'dash', ...place };
}
