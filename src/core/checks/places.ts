import { type Entry, entriesOf, mappingOf, type Partnership } from '../partnership.ts';
import { partners } from '../schema/partnership.ts';
import { entryOfList, type Field, fieldsOf, type ListSection } from '../schema/section.ts';

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
 * Every list of entries that the partnership's files hold: sections, partners, lists inside mappings, and in the
 * end those mappings themselves. Sections without entries are passed over.
 */
export function entryLists(partnership: Partnership): readonly EntryList[] {
  const known = lists.get(partnership);
  if (known !== undefined) return known;
  const found = findLists(partnership);
  lists.set(partnership, found);
  return found;
}

// Several checks walk them, and a partnership that was read is never changed.
const lists = new WeakMap<Partnership, readonly EntryList[]>();

function findLists(partnership: Partnership): EntryList[] {
  const found: EntryList[] = [];
  const single: EntryList[] = [];
  addList(found, partnership, partners);
  for (const { sections } of partnership.stages) {
    for (const section of sections) {
      if (section.form === 'list') addList(found, partnership, section);
      if (section.form !== 'mapping') continue;
      const mapping = mappingOf(partnership, section.name);
      if (mapping === undefined) continue;
      const fields = fieldsOf(section.entry);
      found.push(...nestedLists(mapping, section.name, fields));
      single.push({ name: section.name, fields, identity: [], entries: [mapping] });
    }
  }
  return [...found, ...single];
}

function addList(found: EntryList[], partnership: Partnership, { name, entry, identity }: ListSection): void {
  const entries = entriesOf(partnership, name);
  if (entries.length > 0) found.push({ name, fields: fieldsOf(entry), identity, entries });
}

function nestedLists(mapping: Entry, section: string, fields: readonly Field[]): EntryList[] {
  return fields.flatMap((field): EntryList[] => {
    const entry = entryOfList(field.schema);
    const list = mapping.value[field.key];
    if (entry === undefined || !Array.isArray(list)) return [];
    const nested = fieldsOf(entry);
    return [
      {
        name: `${section}.${field.key}`,
        fields: nested,
        identity: nested.some(({ key }) => key === 'id') ? ['id'] : [],
        entries: list.map((value, index) => ({
          value,
          file: mapping.file,
          path: [section, field.key, index],
        })),
      },
    ];
  });
}
