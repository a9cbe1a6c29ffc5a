import { type Entry, entriesOf, mappingOf, type Partnership } from '../partnership.ts';
import { partners } from '../schema/partnership.ts';
import { entryOfList, type Field, fieldsOf, type ListSection } from '../schema/section.ts';

/** A list of entries of a partnership, with the fields that its schema gives them. */
export interface EntryList {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly identity: readonly string[];
  readonly entries: readonly Entry[];
}

/**
 * Every list of entries that the partnership's files hold: sections, partners, and lists inside mappings.
 * Sections without entries are passed over, and so their schemas are never made.
 */
export function entryLists(partnership: Partnership): EntryList[] {
  const lists: EntryList[] = listOf(partnership, partners);
  for (const { sections } of partnership.stages) {
    for (const section of sections) {
      if (section.form === 'list') lists.push(...listOf(partnership, section));
      if (section.form === 'mapping' && mappingOf(partnership, section.name) !== undefined) {
        lists.push(...nestedLists(partnership, section.name, fieldsOf(section.entry)));
      }
    }
  }
  return lists;
}

function listOf(partnership: Partnership, section: ListSection): EntryList[] {
  const entries = entriesOf(partnership, section.name);
  if (entries.length === 0) return [];
  return [{ name: section.name, fields: fieldsOf(section.entry), identity: section.identity, entries }];
}

function nestedLists(partnership: Partnership, section: string, fields: readonly Field[]): EntryList[] {
  const mapping = mappingOf(partnership, section);
  return fields.flatMap((field): EntryList[] => {
    const entry = entryOfList(field.schema);
    const list = mapping?.value[field.key];
    if (entry === undefined || mapping === undefined || !Array.isArray(list)) return [];
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

/** Every mapping of the partnership that has dates or references: list entries and single mappings. */
export function allEntries(
  partnership: Partnership,
): { fields: readonly Field[]; entry: Entry; section: string }[] {
  const listed = entryLists(partnership).flatMap(({ fields, entries, name }) =>
    entries.map((entry) => ({ fields, entry, section: name })),
  );
  const single = partnership.stages.flatMap(({ sections }) =>
    sections.flatMap((section) => {
      const entry = section.form === 'mapping' ? mappingOf(partnership, section.name) : undefined;
      return entry === undefined || section.form !== 'mapping'
        ? []
        : [{ fields: fieldsOf(section.entry), entry, section: section.name }];
    }),
  );
  return [...listed, ...single];
}
