import { nearest } from '../nearest.ts';
import { outlines } from './outlines.ts';
import type { ListSection, Section } from './section.ts';

/** Every section that a stage file can hold, in the order of the ten stages. */
export const stageSections: readonly Section[] = outlines.sections;

const byName: ReadonlyMap<string, Section> = new Map(
  [...stageSections, outlines.partners].map((section) => [section.name, section]),
);

/** The section of that name, `partners` included; `undefined` where there is none. */
export function findSection(name: string): Section | undefined {
  return byName.get(name);
}

/** The list section of that name; throws where the name is not one of ours, which is a bug. */
export function listSectionNamed(name: string): ListSection {
  const section = byName.get(name);
  if (section?.form !== 'list') throw new Error(`no list section is named ${name}`);
  return section;
}

/** The name of the section that a mistyped name most likely means. */
export function nearestSection(name: string): string | undefined {
  return nearest(name, byName.keys());
}
