import type { Sections } from '../schema/registry.ts';
import { type MergeSteps, stepsOf } from './changes.ts';
import { lostReferences } from './lost-references.ts';
import { type Held, mergeValues } from './merge-values.ts';
import { mergedValue, type Sides } from './merged.ts';

/** The data that two versions come to, with ours wherever somebody has to decide, and the way there. */
export interface DataMerge extends MergeSteps {
  readonly data: unknown;
}

const nothingHeld: Held = new Set();

/**
 * Merges two versions of a partnership's file that began as `base` (`undefined` where it was not there
 * yet): entries by their identity, mappings by their keys, everything else as a whole. Which side is
 * ours makes no difference to the data, unless both moved entries or somebody has to decide. `sections` tell how
 * entries are told apart.
 */
export function mergeData(sides: Sides, sections: Sections): DataMerge {
  const { ours, theirs } = sides;
  const first = mergeValues(sides, '', { held: nothingHeld, sections });
  const held = lostReferences(mergedValue(first, ours, theirs), sides, sections);
  const merged = held.size === 0 ? first : mergeValues(sides, '', { held, sections });
  return { data: mergedValue(merged, ours, theirs), ...stepsOf(merged, ours, theirs) };
}
