import { outlines } from './outlines.ts';
import type { ListSection, Section } from './section.ts';

/** Every built-in section that a stage file can hold, in the order of the ten stages. */
export const stageSections: readonly Section[] = outlines.sections;

/** The sections that files can hold: the built-in ones, and where a model is known, its own. */
export interface Sections {
  /** Those of stage files. */
  readonly all: readonly Section[];
  /** The section of that name, `partners` included; `undefined` where there is none. */
  readonly find: (name: string) => Section | undefined;
  /** The names of all that `find` finds. */
  readonly names: () => Iterable<string>;
}

/** The built-in sections, with some of a model's own after them. */
export function sectionsWith(own: readonly Section[]): Sections {
  const all = [...stageSections, ...own];
  // The last of a name wins, and no section of a model's own may take a built-in one's.
  const byName = new Map(
    [...own, ...stageSections, outlines.partners].map((section) => [section.name, section]),
  );
  return { all, find: (name) => byName.get(name), names: () => byName.keys() };
}

/** The sections of a model that declares none. */
export const builtInSections: Sections = sectionsWith([]);

/** The built-in list section of that name; throws where the name is not one of ours, which is a bug. */
export function listSectionNamed(name: string): ListSection {
  const section = builtInSections.find(name);
  if (section?.form !== 'list') throw new Error(`no list section is named ${name}`);
  return section;
}
