import type { Bilingual } from '../problem.ts';
import { partnershipFields } from '../schema/partnership.ts';
import type { Sections } from '../schema/registry.ts';
import { reviewFields } from '../schema/reviews.ts';
import { type Field, fieldsOf, listsInside } from '../schema/section.ts';
import { checklistItem, stageFields } from '../schema/stage.ts';

/** What the subject of a change names: the part of the model, and which entry of it. */
export interface Subject {
  /** The part: `pledges`, `agreement.clauses`, `stages`, `partnership`. */
  readonly part: string;
  /** The entry; undefined where the part is one thing. */
  readonly id: string | undefined;
  /** What people call the part; undefined where the schema does not know it. */
  readonly label: Bilingual | undefined;
  /** The fields that its entries have. */
  readonly fields: readonly Field[];
  /** The fields that tell its entries apart, in the order in which `id` gives them. */
  readonly identity: readonly string[];
}

/** Takes the subject of a change apart, in the terms of the sections that its model knows. */
export function subjectOf(subject: string, sections: Sections): Subject {
  const slash = subject.indexOf('/');
  const part = slash < 0 ? subject : subject.slice(0, slash);
  return { part, id: slash < 0 ? undefined : subject.slice(slash + 1), ...partOf(part, sections) };
}

function partOf(part: string, { find }: Sections): Pick<Subject, 'label' | 'fields' | 'identity'> {
  const [outer = '', inner] = part.split('.');
  const known = (fields: readonly Field[]) => ({ label: undefined, fields, identity: ['id'] });
  if (part === 'partnership') return known(partnershipFields);
  if (part === 'stages') return known(stageFields);
  if (part === 'checklist') return known(fieldsOf(checklistItem));
  if (part === 'reviews') return known(reviewFields);
  const section = find(outer);
  if (section === undefined) return known([]);
  const identity = section.form === 'list' ? section.identity : ['id'];
  const fields = section.form === 'text' ? [] : fieldsOf(section.entry);
  const list = section.form === 'mapping' ? listsInside(section).find(({ key }) => key === inner) : undefined;
  if (list === undefined) return { label: section.label, fields, identity };
  const { label, entry } = list.list;
  return { label, fields: fieldsOf(entry), identity: list.list.identity };
}
