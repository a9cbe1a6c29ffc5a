import { inLanguage } from '../model.ts';
import type { Bilingual } from '../problem.ts';
import type { Model } from './model.ts';
import type { FieldMeta, MappingOutline, Outline, OutlineField } from './outline.ts';
import { outlines } from './outlines.ts';
import type { OwnField, OwnSection } from './own-sections.ts';
import type { Rule } from './rules.ts';
import type { OwnMeasure, Section } from './section.ts';

type Localized = Readonly<Record<string, string>>;

/**
 * The sections that a model declares, as values of the same kind as the built-in ones: all that validation,
 * commands, schemas, reports and exports know of a section. No zod is loaded for it.
 */
export function ownSectionsOf({ own_sections: declared = [], languages }: Model): Section[] {
  const labelOf = (texts: Localized) => label(texts, languages);
  return declared.map((section) => sectionOf(section, labelOf));
}

type LabelOf = (texts: Localized) => Bilingual;

/** A declared text in each language of its model, and in the program's two whether the model has them or not. */
function label(texts: Localized, languages: readonly string[]): Bilingual {
  const own = languages.flatMap((language) => {
    const text = Object.hasOwn(texts, language) ? texts[language] : undefined;
    return text === undefined ? [] : [[language, text] as const];
  });
  const known = Object.fromEntries(own);
  return { ...known, en: inLanguage(known, 'en'), he: known.he ?? inLanguage(known, 'en') };
}

function sectionOf(declared: OwnSection, labelOf: LabelOf): Section {
  const { id: name, title, running = false, told_apart_by: toldApartBy, measures = [] } = declared;
  const hasIds = declared.form !== 'mapping' && toldApartBy === undefined;
  const fields = declared.fields.map((field) => fieldOf(withDay(field, measures), labelOf));
  const entry: MappingOutline = { type: 'mapping', fields: hasIds ? [idField(), ...fields] : fields };
  const naming = namingOf(declared.fields);
  const base = { name, label: labelOf(title), running, own: { ...naming, measures } };
  if (declared.form === 'mapping') return { ...base, form: 'mapping', entry };
  return { ...base, form: 'list', entry, identity: toldApartBy ?? ['id'] };
}

/** A day on which something was measured has happened, whatever type of day it is declared as. */
function withDay(field: OwnField, measures: readonly OwnMeasure[]): OwnField {
  const isMeasured = field.type === 'date' && measures.some(({ on }) => on === field.key);
  return isMeasured ? { ...field, type: 'happened' } : field;
}

/** The field by which people know an entry: the first text that has to be there, else the first text. */
function namingOf(fields: readonly OwnField[]): { readonly namedBy?: string } {
  const texts = fields.filter(({ type }) => type === 'text' || type === 'long_text');
  const field = texts.find(({ required }) => required === true) ?? texts[0];
  return field === undefined ? {} : { namedBy: field.key };
}

/** The field of an entry's id, as every built-in section with ids has it. */
function idField(): OutlineField {
  const found = outlines.partners.entry.fields.find(({ key }) => key === 'id');
  if (found === undefined) throw new Error('partners have no ids');
  return found;
}

function fieldOf(declared: OwnField, labelOf: LabelOf): OutlineField {
  const { key, required = false, type } = declared;
  const base = outlines.fieldTypes[type];
  return {
    key,
    optional: !required,
    schema: schemaOf(base.schema, declared),
    meta: metaOf(base.meta, declared, labelOf),
  };
}

function schemaOf(schema: Outline, { choices = [], min, max }: OwnField): Outline {
  if (schema.type === 'choice') return { ...schema, choices: choices.map(({ word }) => word) };
  if (schema.type === 'number') return { ...schema, rules: bounded(schema.rules, min, max) };
  return schema;
}

/** Rules with at most one of them about bounds: the tightest. */
function bounded(rules: readonly Rule[], min: number | undefined, max: number | undefined): readonly Rule[] {
  if (min === undefined && max === undefined) return rules;
  const own = rules.find(({ rule }) => rule === 'in-range');
  const least = Math.max(own?.least ?? Number.NEGATIVE_INFINITY, min ?? Number.NEGATIVE_INFINITY);
  const most = Math.min(own?.most ?? Number.POSITIVE_INFINITY, max ?? Number.POSITIVE_INFINITY);
  const range: Rule = {
    rule: 'in-range',
    ...(Number.isFinite(least) ? { least } : {}),
    ...(Number.isFinite(most) ? { most } : {}),
  };
  return [...rules.filter(({ rule }) => rule !== 'in-range'), range];
}

function metaOf(meta: FieldMeta, { label: texts, choices, of }: OwnField, labelOf: LabelOf): FieldMeta {
  return {
    ...meta,
    label: labelOf(texts),
    ...(choices === undefined ? {} : choicesOf(choices, labelOf)),
    ...(of === undefined ? {} : { refers: [of] }),
  };
}

function choicesOf(
  choices: NonNullable<OwnField['choices']>,
  labelOf: LabelOf,
): Pick<FieldMeta, 'choices' | 'choiceLabels'> {
  return {
    choices: choices.map(({ word }) => word),
    choiceLabels: Object.fromEntries(choices.map(({ word, label }) => [word, labelOf(label)])),
  };
}
