import type { DeclaredSection } from './declare.ts';
import { mappingOutlineOf, outlineOf } from './derive-outline.ts';
import { fieldMeta } from './fields.ts';
import { partners, partnershipSchema } from './files/partnership.ts';
import { reviewsSchema } from './files/reviews.ts';
import { declaredSections } from './files/sections.ts';
import { stageHeadSchema } from './files/stage.ts';
import { modelSchema } from './model.ts';
import type { FieldMeta, MappingOutline, Outline } from './outline.ts';
import { type OwnFieldType, ownFieldSchemas } from './own-fields.ts';
import type { ListSection, Section } from './section.ts';

/** Every schema of the program as outlines. */
export interface Outlines {
  readonly partnership: MappingOutline;
  readonly reviews: MappingOutline;
  readonly model: MappingOutline;
  /** What every stage file holds, before its sections. */
  readonly stage: MappingOutline;
  readonly partners: ListSection;
  readonly sections: readonly Section[];
  /** What a field of each type is, of which a model can declare some. */
  readonly fieldTypes: Readonly<Record<OwnFieldType, FieldType>>;
}

/** A type of field without what a declaration adds to it: its label is empty. */
export interface FieldType {
  readonly schema: Outline;
  readonly meta: FieldMeta;
}

/** The outlines, derived from the zod schemas here; the build puts them, worked out, in this file's place. */
export const outlines: Outlines = {
  partnership: mappingOutlineOf(partnershipSchema),
  reviews: mappingOutlineOf(reviewsSchema),
  model: mappingOutlineOf(modelSchema),
  stage: mappingOutlineOf(stageHeadSchema),
  partners: sectionOf(partners) as ListSection,
  sections: declaredSections.map(sectionOf),
  fieldTypes: Object.fromEntries(
    Object.entries(ownFieldSchemas).map(([type, schema]) => [
      type,
      { schema: outlineOf(schema), meta: fieldMeta.get(schema) },
    ]),
  ) as Outlines['fieldTypes'],
};

function sectionOf(declared: DeclaredSection): Section {
  const { name, label, running } = declared;
  const base = { name, label, running };
  if (declared.form === 'text') return { ...base, form: 'text', text: outlineOf(declared.schema) };
  const entry = mappingOutlineOf(declared.entry);
  return declared.form === 'list'
    ? { ...base, form: 'list', entry, identity: declared.identity }
    : { ...base, form: 'mapping', entry };
}
