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
