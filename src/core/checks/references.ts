import { nearest } from '../nearest.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import type { Field } from '../schema/section.ts';
import { errorAt, type Finding } from './finding.ts';
import { type KnownIds, knownIds } from './known-ids.ts';
import { allEntries, entryLists } from './places.ts';

// Ten files with as many problems as are told of one.
const mostSuggestions = 500;

/** Follows every reference to the entry that it names, and finds ids that are given twice. */
export function checkReferences(partnership: Partnership): Finding[] {
  const bySection = new Map<string, KnownIds>();
  const idsOf = (section: string): KnownIds => {
    const known = bySection.get(section) ?? knownIds(partnership, section);
    bySection.set(section, known);
    return known;
  };
  // Thousands of ids that miss all of thousands would take minutes, and only the first problems are told.
  let suggestions = mostSuggestions;
  const nearestId: typeof nearest = (id, known) => {
    suggestions -= 1;
    return suggestions < 0 ? undefined : nearest(id, known);
  };
  const references = allEntries(partnership).flatMap(({ fields, entry }) =>
    fields.flatMap((field) => checkReference(entry, field, idsOf, nearestId)),
  );
  return [...references, ...duplicateEntries(partnership)];
}

function checkReference(
  entry: Entry,
  field: Field,
  idsOf: (section: string) => KnownIds,
  nearestId: typeof nearest,
): Finding[] {
  const { refers, words = [] } = field.meta;
  const value = entry.value[field.key];
  if (refers === undefined || typeof value !== 'string' || words.includes(value)) return [];
  const sections = refers.map(idsOf);
  if (sections.some(({ ids, certain }) => ids.has(value) || !certain)) return [];
  const meant = nearestId(value, [...sections.flatMap(({ ids }) => [...ids]), ...words]);
  const target = refers[0] as string;
  const params = { section: target, id: value, ...(meant === undefined ? {} : { nearest: meant }) };
  return [errorAt(entry, [field.key], 'unknown-reference', params)];
}

function duplicateEntries(partnership: Partnership): Finding[] {
  return entryLists(partnership).flatMap(({ name, identity, entries }) => {
    // Two figures of one metric on one day can both be right: two sources, two sites.
    if (identity.length === 0 || name === 'observations') return [];
    return duplicates(entries, identity, name);
  });
}

/** An error at each entry whose identity an earlier entry of the list has already. */
export function duplicates(
  entries: readonly Entry[],
  identity: readonly string[],
  section: string,
): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const values = identity.map((key) => String(entry.value[key] ?? ''));
    const name = values.join('/');
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [errorAt(entry, [identity[0] as string], 'duplicate-id', { id: name, section })];
  });
}

/** Every entry of the partnership that refers to one of a section's, by its id. */
export function referrersTo(
  partnership: Partnership,
  section: string,
  id: string,
): { section: string; entry: Entry; key: string }[] {
  const ofThisSection = new Set([section]);
  const namesakes = ['partners', 'candidates'].filter((name) => !ofThisSection.has(name));
  const alsoElsewhere = (refers: readonly string[]) =>
    refers.some(
      (name) =>
        namesakes.includes(name) &&
        entriesOf<{ id: string }>(partnership, name).some(({ value }) => value.id === id),
    );
  return allEntries(partnership).flatMap(({ fields, entry, section: from }) =>
    fields.flatMap(({ key, meta }) =>
      meta.refers?.includes(section) && entry.value[key] === id && !alsoElsewhere(meta.refers)
        ? [{ section: from, entry, key }]
        : [],
    ),
  );
}
