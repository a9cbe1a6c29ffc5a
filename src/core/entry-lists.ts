import type { Entry, Partnership } from './partnership.ts';
import { partners as partnersSection } from './schema/partnership.ts';
import {
  type Field,
  fieldsOf,
  type ListSection,
  listsInside,
  type MappingSection,
} from './schema/section.ts';

/**
 * A list of entries of a partnership, with the fields that its schema gives them. A section that is one mapping
 * stands for a list of one, in which nothing can stand twice.
 */
export interface EntryList {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly identity: readonly string[];
  readonly entries: readonly Entry[];
}

/**
 * Every list of entries that the partnership's files hold: partners, sections, lists inside mappings, and in the
 * end those mappings themselves. Sections without entries are passed over. Worked out once, since several checks
 * walk them.
 */
export function entryListsOf({
  partners,
  stages,
  contents,
}: Pick<Partnership, 'partners' | 'stages' | 'contents'>): EntryList[] {
  const found: EntryList[] = [];
  const single: EntryList[] = [];
  addList(found, partnersSection, partners as readonly Entry<unknown>[] as readonly Entry[]);
  for (const section of stages.flatMap(({ sections }) => sections)) {
    const { entries = [], mapping } = contents.get(section.name) ?? {};
    if (section.form === 'list') addList(found, section, entries);
    if (section.form !== 'mapping' || mapping === undefined) continue;
    found.push(...listsIn(mapping, section));
    single.push({ name: section.name, fields: fieldsOf(section.entry), identity: [], entries: [mapping] });
  }
  return [...found, ...single];
}

function addList(
  found: EntryList[],
  { name, entry, identity }: ListSection,
  entries: readonly Entry[],
): void {
  if (entries.length > 0) found.push({ name, fields: fieldsOf(entry), identity, entries });
}

function listsIn(mapping: Entry, section: MappingSection): EntryList[] {
  return listsInside(section).flatMap(({ key, list: { name, entry, identity } }): EntryList[] => {
    const list = mapping.value[key];
    if (!Array.isArray(list)) return [];
    return [
      {
        name,
        fields: fieldsOf(entry),
        // Two people can sign for one partner.
        identity: identity.includes('id') ? identity : [],
        entries: list.map((value, index) => ({
          value,
          file: mapping.file,
          path: [section.name, key, index],
        })),
      },
    ];
  });
}
