import type { Bilingual } from '../problem.ts';
import { partnershipFields } from '../schema/partnership.ts';
import type { Sections } from '../schema/registry.ts';
import { reviewFields } from '../schema/reviews.ts';
import { entryOfList, type Field, fieldsOf } from '../schema/section.ts';
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
}

/** Takes the subject of a change apart, in the terms of the sections that its model knows. */
export function subjectOf(subject: string, sections: Sections): Subject {
  const slash = subject.indexOf('/');
  const part = slash < 0 ? subject : subject.slice(0, slash);
  return { part, id: slash < 0 ? undefined : subject.slice(slash + 1), ...partOf(part, sections) };
}

function partOf(part: string, { find }: Sections): Pick<Subject, 'label' | 'fields'> {
  const [outer = '', inner] = part.split('.');
  if (part === 'partnership') return { label: undefined, fields: partnershipFields };
  if (part === 'stages') return { label: undefined, fields: stageFields };
  if (part === 'checklist') return { label: undefined, fields: fieldsOf(checklistItem) };
  if (part === 'reviews') return { label: undefined, fields: reviewFields };
  const section = find(outer);
  if (section === undefined) return { label: undefined, fields: [] };
  const fields = section.form === 'text' ? [] : fieldsOf(section.entry);
  const list = fields.find(({ key }) => key === inner);
  const entry = list === undefined ? undefined : entryOfList(list.schema);
  if (list === undefined || entry === undefined) return { label: section.label, fields };
  return { label: list.meta.label, fields: fieldsOf(entry) };
}
