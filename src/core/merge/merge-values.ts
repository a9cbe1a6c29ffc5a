import { equalData, isPlainMapping } from '../equal-data.ts';
import type { Sections } from '../schema/registry.ts';
import { entryFaults } from './entry-faults.ts';
import { entryKey, identityOf, mayRepeat } from './entry-identity.ts';
import { type Match, matchEntries } from './match-entries.ts';
import {
  conflict,
  entriesOf,
  fieldOf,
  keep,
  type Merged,
  type MergedItem,
  mappingOr,
  mergedValue,
  type Sides,
  take,
} from './merged.ts';
import { orderItems } from './order-items.ts';
import { withoutRivals } from './rival-reviews.ts';

/** Entries that must not go silently, as `list entry-key`: somebody refers to them. */
export type Held = ReadonlySet<string>;

/** What a merge goes by beside the data. */
export interface MergeTerms {
  readonly held: Held;
  /** The sections that the model knows. */
  readonly sections: Sections;
}

/** The name of an entry among those held. */
export function heldName(list: string, entry: unknown, sections: Sections): string {
  return `${list} ${entryKey(entry, identityOf(list, sections)) ?? ''}`;
}

/**
 * Merges three versions of one value, which stands under the key `name`: mappings by their keys, lists
 * by the identity of their entries, anything else as a whole.
 */
export function mergeValues(sides: Sides, name: string, terms: MergeTerms): Merged {
  const { held, sections } = terms;
  const { base, ours, theirs } = sides;
  if (equalData(ours, theirs) || (held.size === 0 && equalData(base, theirs))) return keep;
  if (isPlainMapping(ours) && isPlainMapping(theirs)) return mergeMappings(sides, terms);
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const merged = mergeLists(sides, name, terms);
    if (merged !== undefined) return merged;
  }
  const isHeld = entriesOf(base).some((entry) => held.has(heldName(name, entry, sections)));
  if (equalData(base, theirs) && !isHeld) return keep;
  return equalData(base, ours) && !isHeld ? take : conflict;
}

function mergeMappings(sides: Sides, terms: MergeTerms): Merged {
  const { base, ours, theirs } = sides;
  const fields = new Map<string, Merged>();
  for (const key of new Set([...Object.keys(mappingOr(ours)), ...Object.keys(mappingOr(theirs))])) {
    const field = { base: fieldOf(base, key), ours: fieldOf(ours, key), theirs: fieldOf(theirs, key) };
    const merged = mergeValues(field, key, terms);
    if (merged.kind !== 'keep') fields.set(key, merged);
  }
  return fields.size === 0 ? keep : { kind: 'mapping', fields };
}

function mergeLists(sides: Sides, name: string, terms: MergeTerms): Merged | undefined {
  const matches = matchEntries(sides, identityOf(name, terms.sections), mayRepeat(name));
  if (matches === undefined || isRewordedTwice(sides, matches)) return undefined;
  const placed = matches.flatMap((match) => {
    const item = mergeEntry(entrySides(sides, match), match, name, terms);
    return item === undefined ? [] : [{ match, item }];
  });
  const items = orderItems(placed, sides);
  return name === 'reviews' ? withoutRivals(items, sides) : { kind: 'list', items };
}

function entrySides(sides: Sides, match: Match): Sides {
  const at = (list: unknown, index: number | undefined) =>
    index === undefined ? undefined : entriesOf(list)[index];
  return {
    base: at(sides.base, match.base),
    ours: at(sides.ours, match.ours),
    theirs: at(sides.theirs, match.theirs),
  };
}

function mergeEntry(sides: Sides, match: Match, name: string, terms: MergeTerms): MergedItem | undefined {
  const { ours, theirs } = match;
  const item = (merged: Merged): MergedItem => ({ ours, theirs, merged });
  if (match.base === undefined && theirs === undefined) return item(keep);
  if (match.base === undefined && ours === undefined) return item(take);
  if (ours !== undefined && theirs !== undefined) {
    const merged = mergeValues(sides, name, terms);
    return item(isFaulty(merged, sides, name) ? conflict : merged);
  }
  if (ours === undefined && theirs === undefined) return undefined;
  const left = ours === undefined ? sides.theirs : sides.ours;
  const isHeld = terms.held.has(heldName(name, left, terms.sections));
  return equalData(sides.base, left) && !isHeld ? undefined : item(conflict);
}

/** Whether each side's entry is sound and what came of the two is not: a figure that only fits the old other. */
function isFaulty(merged: Merged, { ours, theirs }: Sides, name: string): boolean {
  if (merged.kind !== 'mapping') return false;
  const known = [...entryFaults(name, ours), ...entryFaults(name, theirs)];
  return entryFaults(name, mergedValue(merged, ours, theirs)).some((fault) => !known.includes(fault));
}

/** Whether both sides replaced the same plain text of a list by another: that is one text set to two. */
function isRewordedTwice({ base, ours, theirs }: Sides, matches: readonly Match[]): boolean {
  if (![base, ours, theirs].flatMap(entriesOf).every((entry) => typeof entry !== 'object')) return false;
  const isGone = (match: Match) => match.ours === undefined && match.theirs === undefined;
  const isNew = (side: 'ours' | 'theirs', other: 'ours' | 'theirs') => (match: Match) =>
    match.base === undefined && match[side] !== undefined && match[other] === undefined;
  return (
    matches.some(isGone) && matches.some(isNew('ours', 'theirs')) && matches.some(isNew('theirs', 'ours'))
  );
}
