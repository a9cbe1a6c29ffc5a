import type { Candidate } from '../../core/completion/candidate.ts';
import { calledBy } from '../../core/entry-input.ts';
import { inLanguage } from '../../core/model.ts';
import type { Partnership } from '../../core/partnership.ts';
import { sectionsIn } from '../../core/schema/model-sections.ts';
import type { Language } from '../../core/schema/partnership.ts';
import { listNames, sectionNames } from '../section-names.ts';
import { findList, identity } from '../section-target.ts';
import { ifKnown } from './if-known.ts';

/** The lists that an entry can be added to. */
export function sectionCandidates(partnership: Partnership, language: Language): Candidate[] {
  return listNames(partnership).map((name) => ({ value: name, about: labelOf(partnership, name, language) }));
}

/** `SECTION/ID` of every entry; a section is opened first, by `SECTION/`. */
export function entryCandidates(partnership: Partnership, typed: string, language: Language): Candidate[] {
  const slash = typed.indexOf('/');
  if (slash >= 0) return entriesIn(partnership, typed.slice(0, slash));
  return openersOf(partnership, language);
}

/** What `set` takes: entries, sections that are no list, the head of a file, a condition of a review. */
export function settableCandidates(partnership: Partnership, typed: string, language: Language): Candidate[] {
  const slash = typed.indexOf('/');
  if (slash >= 0) {
    const name = typed.slice(0, slash);
    if (name === 'stages') return stages(partnership, language);
    return name === 'conditions' ? conditions(partnership) : entriesIn(partnership, name);
  }
  const { find } = sectionsIn(partnership.model);
  const wholes = sectionNames(partnership).filter((name) => find(name)?.form !== 'list');
  return [
    ...openersOf(partnership, language),
    ...wholes.map((name) => ({ value: name, about: labelOf(partnership, name, language) })),
    { value: 'partnership', about: partnership.name },
    { value: 'stages/', about: heads.stages[language] },
    ...(conditions(partnership).length === 0
      ? []
      : [{ value: 'conditions/', about: heads.conditions[language] }]),
  ];
}

const heads = {
  stages: { en: "a stage's title, owner and due date", he: 'כותרת, אחראי ומועד של שלב' },
  conditions: { en: 'conditions that reviews have set', he: 'תנאים שנקבעו בבחינות' },
};

function openersOf(partnership: Partnership, language: Language): Candidate[] {
  return listNames(partnership)
    .filter((name) => entriesIn(partnership, name).length > 0)
    .map((name) => ({ value: `${name}/`, about: labelOf(partnership, name, language) }));
}

/** The label of a section, or of a list in one: that list's own. */
function labelOf(partnership: Partnership, name: string, language: Language): string | undefined {
  const section = sectionsIn(partnership.model).find(name) ?? findList(partnership, name).section;
  return section.label[language];
}

function entriesIn(partnership: Partnership, name: string): Candidate[] {
  const list = ifKnown(() => findList(partnership, name));
  if (list === undefined) return [];
  return list.entries.map((entry) => ({
    value: `${name}/${identity(list.section, entry)}`,
    about: calledBy(entry as Readonly<Record<string, unknown>>),
  }));
}

function stages({ model }: Partnership, language: Language): Candidate[] {
  return model.stages.map(({ id, title }) => ({ value: `stages/${id}`, about: inLanguage(title, language) }));
}

function conditions({ reviews }: Partnership): Candidate[] {
  return reviews.flatMap(({ value }) =>
    (value.conditions ?? []).map(({ text }, index) => ({
      value: `conditions/${value.id}/${index + 1}`,
      about: text,
    })),
  );
}
