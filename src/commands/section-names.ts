import { type Partnership, stageHolding } from '../core/partnership.ts';
import { sectionsIn } from '../core/schema/model-sections.ts';
import { partners } from '../core/schema/partnership.ts';
import { listsInside } from '../core/schema/section.ts';

/** The names of the sections that a partnership has by its model, `partners` first. */
export function sectionNames(partnership: Partnership): string[] {
  const held = sectionsIn(partnership.model).all.filter(
    ({ name }) => stageHolding(partnership, name) !== undefined,
  );
  return [partners.name, ...held.map(({ name }) => name)];
}

/** The names of all lists of entries: sections, and the lists in those that are one mapping. */
export function listNames(partnership: Partnership): string[] {
  const { find } = sectionsIn(partnership.model);
  return sectionNames(partnership).flatMap((name) => {
    const section = find(name);
    if (section === undefined || section.form === 'text') return [];
    if (section.form === 'list') return [name];
    return listsInside(section).map(({ list }) => list.name);
  });
}
