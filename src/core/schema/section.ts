import type { Bilingual } from '../problem.ts';
import type { FieldMeta, ListOutline, MappingOutline, Outline, OutlineField } from './outline.ts';

interface SectionBase {
  readonly name: string;
  readonly label: Bilingual;
  /** Running sections keep growing after the gate and stay outside the seal. */
  readonly running: boolean;
  /** What only a section that a model declares says of itself. */
  readonly own?: OwnTraits;
}

/** What a section of a model's own says beside what every section does. */
export interface OwnTraits {
  /** The field by which people know an entry; undefined where no field is a text. */
  readonly namedBy?: string;
  /** Which of its figures are observations of a metric. */
  readonly measures: readonly OwnMeasure[];
}

/** Fields whose values are observations of a metric: a value, or a part with its whole, on a day. */
export interface OwnMeasure {
  readonly metric: string;
  readonly on: string;
  readonly value?: string | undefined;
  readonly num?: string | undefined;
  readonly den?: string | undefined;
}

/** A section that is one text. */
export interface TextSection extends SectionBase {
  readonly form: 'text';
  readonly text: Outline;
}

/** A section that is one mapping. */
export interface MappingSection extends SectionBase {
  readonly form: 'mapping';
  readonly entry: MappingOutline;
}

/** A section that lists entries; `identity` names the fields that tell one from another. */
export interface ListSection extends SectionBase {
  readonly form: 'list';
  readonly entry: MappingOutline;
  readonly identity: readonly string[];
}

/** One part of a stage file, as its zod schema describes it. */
export type Section = TextSection | MappingSection | ListSection;

/** A section that lists entries and stands in no file of its own: the clauses of an agreement. */
export function listSection(
  name: string,
  label: Bilingual,
  entry: MappingOutline,
  identity: readonly string[],
): ListSection {
  return { name, label, running: false, form: 'list', entry, identity };
}

/** What a section's value must be. */
export function outlineOfSection(section: Section): Outline {
  if (section.form === 'text') return section.text;
  return section.form === 'mapping' ? section.entry : listOf(section.entry);
}

function listOf(entry: MappingOutline): ListOutline {
  return { type: 'list', entry };
}

/** One field of a mapping: its key, its schema without the optional wrapper, and what is known of it. */
export interface Field extends OutlineField {
  readonly meta: FieldMeta;
}

/** Lists the fields of a mapping in the order of its schema, which is the order in files. */
export function fieldsOf(entry: MappingOutline): readonly Field[] {
  const { fields } = entry;
  if (hasMeta(fields)) return fields;
  throw new Error(`a field of ${fields.map(({ key }) => key).join(', ')} has no label`);
}

function hasMeta(fields: readonly OutlineField[]): fields is readonly Field[] {
  return fields.every(({ meta }) => meta !== undefined);
}

/**
 * The lists of entries inside a mapping, by their fields, as sections of their own: the clauses of an agreement. What
 * has no id is told apart by its partner, as signatures are.
 */
export function listsInside(section: MappingSection): { readonly key: string; readonly list: ListSection }[] {
  return fieldsOf(section.entry).flatMap(({ key, schema, meta }) => {
    const entry = entryOfList(schema);
    if (entry === undefined) return [];
    const identity = entry.fields.some((field) => field.key === 'id') ? ['id'] : ['partner'];
    return [{ key, list: listSection(`${section.name}.${key}`, meta.label, entry, identity) }];
  });
}

/** The mapping that a list holds, where it holds mappings: the clauses of an agreement. */
export function entryOfList(schema: Outline): MappingOutline | undefined {
  return schema.type === 'list' && schema.entry.type === 'mapping' ? schema.entry : undefined;
}
