import type { Entry, StageRecord } from './partnership.ts';
import { valueAt } from './schema/plain-data.ts';
import { isSound, soundEntries } from './sound-entries.ts';

/** What a partnership holds of one section, as far as its schema accepts it. */
export interface SectionContents {
  /** The stage whose file holds it. */
  readonly record: StageRecord;
  /** The entries of a list; none of what is no list. */
  readonly entries: readonly Entry[];
  /** The section as a whole, where it is one mapping. */
  readonly mapping: Entry | undefined;
}

/**
 * What the files of the stages hold of each section that their model gives them, by its name. Worked out once: a
 * validation asks for it a hundred times.
 */
export function contentsOf(stages: readonly StageRecord[]): ReadonlyMap<string, SectionContents> {
  const contents = new Map<string, SectionContents>();
  for (const record of stages) {
    for (const name of record.stage.sections) {
      if (contents.has(name)) continue;
      const entries = soundEntries<Entry['value']>(record.source, [name]);
      contents.set(name, { record, entries, mapping: mappingIn(record, name) });
    }
  }
  return contents;
}

function mappingIn({ source }: StageRecord, name: string): Entry | undefined {
  const value = valueAt(source.data, [name]);
  if (typeof value !== 'object' || value === null || !isSound(source, [name])) return undefined;
  return { value: value as Entry['value'], file: source.file, path: [name] };
}
