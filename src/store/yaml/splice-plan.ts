import { isMap, type ParsedNode } from 'yaml';
import type { DataPath } from '../../core/problem.ts';
import {
  type Collection,
  type Entry,
  entriesOf,
  isBlockCollection,
  isCollectionNode,
} from './collection-entries.ts';
import { type Edit, newEntries } from './data-edit.ts';
import { type EmitStyle, flowPair, flowText } from './emit.ts';
import { styleOf } from './file-style.ts';
import { type Location, locate } from './slot.ts';
import {
  insertLines,
  type NewEntry,
  removeLines,
  separatesEntries,
  separatesLastEntries,
} from './splice-block.ts';
import { insertInFlow, removeFromFlow } from './splice-flow.ts';
import { replaceValue } from './splice-value.ts';
import type { Splice } from './text-layout.ts';

type Addition = Exclude<Edit, { kind: 'remove' }>;

/** What to do without, one after the other, where a block scalar nearby would take it for its own. */
const plainerStyles: readonly Partial<EmitStyle>[] = [
  {},
  { blankLines: false },
  { literals: false },
  { blankLines: false, literals: false },
];

/**
 * The splices that could carry out an edit on a text, best first. They are proposals: the caller
 * takes the first one after which the text reads as intended. None where there is nothing to remove.
 */
export function* planSplices(text: string, root: ParsedNode, edit: Edit): Generator<Splice, void> {
  const location = locate(text, root, edit.path);
  const style = styleOf(text, root, location);
  if (edit.kind === 'remove') yield* planRemoval(text, location, style);
  else
    for (const plainer of plainerStyles) yield planAddition(text, location, edit, { ...style, ...plainer });
}

function planRemoval(text: string, { missing, parent }: Location, style: EmitStyle): Splice[] {
  if (missing.length > 0 || parent === undefined) return [];
  const { collection, index, slot } = parent;
  if (collection.items.length === 1) {
    return [replaceValue(text, slot, isMap(collection) ? {} : [], style)];
  }
  return isBlockCollection(collection)
    ? removeLines(text, collection, index)
    : removeFromFlow(text, collection, index);
}

function planAddition(text: string, location: Location, edit: Addition, style: EmitStyle): Splice {
  const { slot, missing } = location;
  const { node } = slot;
  const replaces = missing.length === 0 && edit.kind === 'set';
  const value = edit.kind === 'set' ? edit.value : newEntries(edit);
  if (replaces || !isCollectionNode(node)) {
    return replaceValue(text, slot, nested(value, missing), style, missing.length === 0 && !replaces);
  }
  const [step, ...deeper] = missing;
  if (step === undefined) {
    const values = edit.kind === 'set' ? [edit.value] : newEntries(edit);
    return addEntry(text, location, node, { key: undefined, values }, undefined, style);
  }
  const added = { key: String(step), value: nested(value, deeper) };
  return addEntry(text, location, node, added, deeper.length === 0 ? edit.keyOrder : undefined, style);
}

function addEntry(
  text: string,
  { slot, parent }: Location,
  collection: Collection,
  added: NewEntry,
  keyOrder: readonly string[] | undefined,
  style: EmitStyle,
): Splice {
  const entries = entriesOf(text, collection);
  const anchor = anchorOf(entries, added.key, keyOrder);
  if (anchor === undefined && !text.slice(collection.range[0], collection.range[1]).includes('#')) {
    const value = added.key === undefined ? added.values : { [added.key]: added.value };
    return replaceValue(text, slot, value, style, true);
  }
  if (anchor === undefined || !isBlockCollection(collection)) {
    const entry =
      added.key === undefined
        ? added.values.map((value) => flowText(value)).join(', ')
        : flowPair([added.key, added.value]);
    return insertInFlow(text, collection, anchor, entry);
  }
  const isApart =
    added.key === undefined
      ? separatesLastEntries(text, entries)
      : parent === undefined && isFilled(added.value) && separatesEntries(text, entries);
  return insertLines(text, entries, anchor, added, isApart && style.blankLines !== false, style);
}

/** The entry a new one goes below: by the keys' canonical order where it says so, else the last. */
function anchorOf(
  entries: readonly Entry[],
  key: string | undefined,
  keyOrder: readonly string[] = [],
): Entry | undefined {
  const place = key === undefined ? -1 : keyOrder.indexOf(key);
  const before = keyOrder.slice(0, Math.max(0, place)).reverse();
  const present = before.find((name) => entries.some((entry) => entry.step === name));
  return entries.find((entry) => entry.step === present) ?? entries.at(-1);
}

function nested(value: unknown, path: DataPath): unknown {
  return path.reduceRight((inner: unknown, step) => ({ [step]: inner }), value);
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
