import { nearest } from '../nearest.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import type { Field } from '../schema/section.ts';
import { errorAt, type Finding } from './finding.ts';
import { type KnownIds, knownIds } from './known-ids.ts';

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
  const findings: Finding[] = [];
  for (const { fields, entries } of partnership.lists) {
    const referring = fields.filter(({ meta }) => meta.refers !== undefined);
    if (referring.length === 0) continue;
    for (const entry of entries) {
      for (const field of referring) {
        if (!isFollowed(entry, field, idsOf)) findings.push(unknownReference(entry, field, idsOf, nearestId));
      }
    }
  }
  return [...findings, ...duplicateEntries(partnership)];
}

type IdsOf = (section: string) => KnownIds;

/** Says whether a field leads to an entry, or to where a mistake told elsewhere may hide it; or refers to nothing. */
function isFollowed({ value: data }: Entry, { key, meta }: Field, idsOf: IdsOf): boolean {
  const { refers = [], words } = meta;
  const value = data[key];
  if (typeof value !== 'string' || words?.includes(value)) return true;
  for (const section of refers) {
    const { ids, certain } = idsOf(section);
    if (!certain || ids.has(value)) return true;
  }
  return false;
}

function unknownReference(
  entry: Entry,
  { key, meta: { refers = [], words = [] } }: Field,
  idsOf: IdsOf,
  nearestId: typeof nearest,
): Finding {
  const id = String(entry.value[key]);
  const meant = nearestId(id, [...refers.flatMap((section) => [...idsOf(section).ids]), ...words]);
  const params = { section: refers[0] as string, id, ...(meant === undefined ? {} : { nearest: meant }) };
  return errorAt(entry, [key], 'unknown-reference', params);
}

function duplicateEntries(partnership: Partnership): Finding[] {
  return partnership.lists.flatMap(({ name, identity, entries }) => {
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
  const findings: Finding[] = [];
  for (const entry of entries) {
    const name = identityOf(entry, identity);
    if (seen.has(name))
      findings.push(errorAt(entry, [identity[0] as string], 'duplicate-id', { id: name, section }));
    seen.add(name);
  }
  return findings;
}

function identityOf({ value }: Entry, identity: readonly string[]): string {
  const [first = '', ...others] = identity;
  const begin = String(value[first] ?? '');
  return others.length === 0 ? begin : [begin, ...others.map((key) => String(value[key] ?? ''))].join('/');
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
  return partnership.lists.flatMap(({ fields, entries, name: from }) =>
    entries.flatMap((entry) =>
      fields.flatMap(({ key, meta }) =>
        meta.refers?.includes(section) && entry.value[key] === id && !alsoElsewhere(meta.refers)
          ? [{ section: from, entry, key }]
          : [],
      ),
    ),
  );
}
