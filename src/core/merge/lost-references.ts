import { partners } from '../schema/partnership.ts';
import type { Sections } from '../schema/registry.ts';
import { fieldsOf } from '../schema/section.ts';
import { type Held, heldName } from './merge-values.ts';
import { entriesOf, fieldOf, type Sides } from './merged.ts';

/**
 * The entries that a merge would remove although something in the same file refers to them: one side
 * took them away while the other began to need them.
 */
export function lostReferences(merged: unknown, { base, ours, theirs }: Sides, sections: Sections): Held {
  const held = new Set<string>();
  const idsIn = (data: unknown, section: string) =>
    entriesOf(fieldOf(data, section)).map((entry) => fieldOf(entry, 'id'));
  for (const section of [...sections.all, partners]) {
    if (section.form !== 'list') continue;
    const entries = entriesOf(fieldOf(merged, section.name));
    if (entries.length === 0) continue;
    for (const { key, meta } of fieldsOf(section.entry)) {
      for (const id of entries.map((entry) => fieldOf(entry, key))) {
        const targets = meta.refers ?? [];
        if (id === undefined || targets.some((target) => idsIn(merged, target).includes(id))) continue;
        const lost = targets.filter((target) =>
          [base, ours, theirs].some((data) => idsIn(data, target).includes(id)),
        );
        for (const target of lost) held.add(heldName(target, { id }, sections));
      }
    }
  }
  return held;
}
