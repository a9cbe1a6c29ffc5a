import * as z from 'zod/mini';
import type { Bilingual } from '../problem.ts';
import { type FieldMeta, fieldMeta } from './fields.ts';

type EntrySchema = z.ZodMiniObject<Readonly<Record<string, z.ZodMiniType>>>;

interface SectionBase {
  readonly name: string;
  readonly label: Bilingual;
  /** Running sections keep growing after the gate and stay outside the seal. */
  readonly running: boolean;
  /** The schema of the whole section; made when it is first asked for, since making it takes time. */
  readonly schema: z.ZodMiniType;
}

/** A section that is one text. */
export interface TextSection extends SectionBase {
  readonly form: 'text';
}

/** A section that is one mapping. */
export interface MappingSection extends SectionBase {
  readonly form: 'mapping';
  readonly entry: EntrySchema;
}

/** A section that lists entries; `identity` names the fields that tell one from another. */
export interface ListSection extends SectionBase {
  readonly form: 'list';
  readonly entry: EntrySchema;
  readonly identity: readonly string[];
}

/** One part of a stage file, as its zod schema describes it. */
export type Section = TextSection | MappingSection | ListSection;

/** Remembers what `make` gives, and asks it only when somebody wants it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Declares a section that is one text. */
export function textSection(name: string, label: Bilingual, makeSchema: () => z.ZodMiniType): TextSection {
  const schema = once(makeSchema);
  return {
    ...{ name, label, running: false, form: 'text' },
    get schema() {
      return schema();
    },
  };
}

/** Declares a section that is one mapping. */
export function mappingSection(name: string, label: Bilingual, makeEntry: () => EntrySchema): MappingSection {
  const entry = once(makeEntry);
  return {
    ...{ name, label, running: false, form: 'mapping' },
    get schema() {
      return entry();
    },
    get entry() {
      return entry();
    },
  };
}

/** Declares a section that lists entries, told apart by `identity` (the id, where not given). */
export function listSection(
  name: string,
  label: Bilingual,
  makeEntry: () => EntrySchema,
  { identity = ['id'], running = false }: { identity?: readonly string[]; running?: boolean } = {},
): ListSection {
  const entry = once(makeEntry);
  const schema = once(() => z.array(entry()));
  return {
    ...{ name, label, running, identity, form: 'list' },
    get schema() {
      return schema();
    },
    get entry() {
      return entry();
    },
  };
}

/** One field of a mapping: its key, its schema without the optional wrapper, and what is known of it. */
export interface Field {
  readonly key: string;
  readonly optional: boolean;
  readonly schema: z.ZodMiniType;
  readonly meta: FieldMeta;
}

/** Lists the fields of a mapping in the order of its schema, which is the order in files. */
export function fieldsOf(entry: EntrySchema): Field[] {
  return Object.entries(entry._zod.def.shape).map(([key, declared]) => {
    const definition = declared._zod.def as { type: string; innerType?: z.ZodMiniType };
    const optional = definition.type === 'optional';
    const schema = optional && definition.innerType !== undefined ? definition.innerType : declared;
    const meta = fieldMeta.get(schema);
    if (meta === undefined) throw new Error(`the field ${key} has no label`);
    return { key, optional, schema, meta };
  });
}

/** The mapping that a list holds, where it holds mappings: the clauses of an agreement. */
export function entryOfList(schema: z.ZodMiniType): EntrySchema | undefined {
  const { type, element } = schema._zod.def as { type: string; element?: z.ZodMiniType };
  if (type !== 'array' || element === undefined) return undefined;
  return element._zod.def.type === 'object' ? (element as EntrySchema) : undefined;
}
