import { isPlainMapping } from '../equal-data.ts';
import type { Sections } from '../schema/registry.ts';

// Lists inside sections and reviews whose entries have no id.
const nestedIdentities: Readonly<Record<string, readonly string[]>> = {
  signatures: ['partner', 'name'],
  reviewers: ['name', 'for'],
  waivers: ['item'],
  conditions: ['text'],
};

/** The fields that tell the entries of a list from one another, by the key that the list stands under. */
export function identityOf(list: string, { find }: Sections): readonly string[] {
  const section = find(list);
  if (section?.form === 'list') return section.identity;
  return nestedIdentities[list] ?? ['id'];
}

/** Whether two entries of one identity can both be right: figures of one metric on one day. */
export function mayRepeat(list: string): boolean {
  return list === 'observations';
}

/**
 * What an entry of a list is called in a merge: a value by itself, a mapping by its identity;
 * `undefined` where it has none, so that the list can't be merged entry by entry.
 */
export function entryKey(entry: unknown, identity: readonly string[]): string | undefined {
  if (typeof entry !== 'object' || entry === null) return JSON.stringify(entry);
  if (!isPlainMapping(entry)) return undefined;
  const values = identity.map((key) => (Object.hasOwn(entry, key) ? entry[key] : undefined));
  const isNamed = values[0] !== undefined && values.every((value) => typeof value !== 'object');
  return isNamed ? JSON.stringify(values) : undefined;
}
