import { entriesOf, type Partnership } from './partnership.ts';
import { sectionsIn } from './schema/model-sections.ts';
import type { Section } from './schema/section.ts';

/** What people call an entry: its name or title, in a section of a model's own the text that stands for it. */
export function nameOf(entry: object, section: Section | undefined): string | undefined {
  const keys = section?.own === undefined ? ['name', 'title'] : [section.own.namedBy];
  const fields = entry as Readonly<Record<string, unknown>>;
  for (const key of keys) {
    const name = key === undefined || !Object.hasOwn(fields, key) ? undefined : fields[key];
    if (typeof name === 'string') return name;
  }
  return undefined;
}

/** Finds what people call an entry, by its section and id; undefined where there is none, or none of a name. */
export type EntryNames = (section: string, id: string) => string | undefined;

/** The names of a partnership's entries as they stand. */
export function entryNamesIn(partnership: Partnership): EntryNames {
  const { find } = sectionsIn(partnership.model);
  const known = new Map<string, ReadonlyMap<string, string>>();
  const namesOf = (section: string) =>
    new Map(
      entriesOf<{ readonly id: string }>(partnership, section).flatMap(({ value }) => {
        const name = nameOf(value, find(section));
        return name === undefined ? [] : [[value.id, name] as const];
      }),
    );
  return (section, id) => {
    const names = known.get(section) ?? namesOf(section);
    known.set(section, names);
    return names.get(id);
  };
}
