import type { MappingOutline } from './outline.ts';
import { outlines } from './outlines.ts';
import { type Field, fieldsOf } from './section.ts';
import type { languages } from './sections/words.ts';

export type { PartnerData, PartnershipData } from './files/partnership.ts';

/** One of the languages that the program itself speaks; the texts of a partnership can be in others. */
export type Language = (typeof languages)[number];

/** The partners: a section like any other, that stands in partnership.yaml. */
export const { partners } = outlines;

/** The fields of `partnership.yaml`, in the order of the file. */
export const partnershipFields = fieldsOf(outlines.partnership);

/** What `partnership.yaml` must be where its texts can be in one of those languages. */
export function partnershipOutline(among: readonly string[]): MappingOutline {
  return {
    ...outlines.partnership,
    fields: partnershipFields.map((field) => (field.key === 'language' ? oneOf(field, among) : field)),
  };
}

function oneOf(field: Field, choices: readonly string[]): Field {
  return { ...field, schema: { type: 'choice', kind: 'choice', choices }, meta: { ...field.meta, choices } };
}
