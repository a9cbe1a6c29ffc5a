import type { Bilingual } from '../problem.ts';
import { isUserKey } from './plain-data.ts';
import { obeys, type Rule } from './rules.ts';

/** The kinds of value that a field can hold, as prompts, docs and messages speak of them. */
export type FieldKind =
  | 'text'
  | 'link'
  | 'id'
  | 'name'
  | 'date'
  | 'number'
  | 'whole'
  | 'score'
  | 'money'
  | 'hours'
  | 'flag'
  | 'choice'
  | 'reference'
  | 'list'
  | 'mapping'
  | 'text-or-number'
  | 'score-or-unknown';

/** What is known of a field beside its type; the schema is its only description. */
export interface FieldMeta {
  readonly kind: FieldKind;
  readonly label: Bilingual;
  /** The sections (or `partners`) whose entries a reference may name. */
  readonly refers?: readonly string[];
  /** Words that a reference may hold instead of an id. */
  readonly words?: readonly string[];
  readonly choices?: readonly string[];
  /** What people call each of the choices, where a model declares them. */
  readonly choiceLabels?: Readonly<Record<string, Bilingual>>;
  /** A date on which something has happened, so that it can't lie in the future. */
  readonly happened?: boolean;
}

interface OutlineBase {
  readonly kind?: FieldKind;
}

/** A mapping with the keys that its schema gives it, in the order of files. */
export interface MappingOutline extends OutlineBase {
  readonly type: 'mapping';
  readonly fields: readonly OutlineField[];
}

/** A list, all of whose entries have one form. */
export interface ListOutline extends OutlineBase {
  readonly type: 'list';
  readonly entry: Outline;
}

/**
 * What a zod schema accepts, as plain data: all that a sound file needs to be known as sound. Only a
 * file that its outline refuses is shown to zod, which says what is wrong with it.
 */
export type Outline =
  | MappingOutline
  | ListOutline
  | (OutlineBase & { readonly type: 'text' | 'number'; readonly rules: readonly Rule[] })
  | (OutlineBase & { readonly type: 'flag' })
  | (OutlineBase & { readonly type: 'choice'; readonly choices: readonly string[] })
  /** A mapping of keys that people choose. */
  | (OutlineBase & { readonly type: 'record'; readonly value: Outline })
  | (OutlineBase & { readonly type: 'either'; readonly options: readonly Outline[] });

/** One key of a mapping; the keys of a model have no meta, for nobody is asked for them. */
export interface OutlineField {
  readonly key: string;
  readonly optional: boolean;
  readonly schema: Outline;
  readonly meta?: FieldMeta;
}

/** Says whether plain data is just as its outline wants it; keys of the user's own are passed over. */
export function accepts(outline: Outline, data: unknown): boolean {
  switch (outline.type) {
    case 'text':
      return typeof data === 'string' && obeysAll(outline.rules, data);
    case 'number':
      return Number.isFinite(data) && obeysAll(outline.rules, data);
    case 'flag':
      return typeof data === 'boolean';
    case 'choice':
      return (outline.choices as readonly unknown[]).includes(data);
    case 'list':
      return Array.isArray(data) && acceptsEntries(outline.entry, data);
    case 'mapping':
      return isMapping(data) && acceptsFields(outline.fields, data);
    case 'record':
      return isMapping(data) && acceptsValues(outline.value, data);
    case 'either':
      return outline.options.some((option) => accepts(option, data));
  }
}

function obeysAll(rules: readonly Rule[], data: unknown): boolean {
  for (const rule of rules) if (!obeys(data, rule)) return false;
  return true;
}

// Not by `every`, which passes over the holes of a list.
function acceptsEntries(outline: Outline, entries: readonly unknown[]): boolean {
  for (const entry of entries) if (!accepts(outline, entry)) return false;
  return true;
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(data: unknown): data is Mapping {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function acceptsFields(fields: readonly OutlineField[], data: Mapping): boolean {
  let found = 0;
  for (const { key, optional, schema } of fields) {
    const value = data[key];
    if (value === undefined) {
      if (!optional) return false;
    } else if (accepts(schema, value)) found += 1;
    else return false;
  }
  const keys = Object.keys(data);
  // Only where there are more keys than fields were found, one can be unknown.
  return (
    keys.length === found || keys.every((key) => isUserKey(key) || fields.some((field) => field.key === key))
  );
}

// Zod passes over a `__proto__` in a mapping of free keys, and so does this.
function acceptsValues(outline: Outline, data: Mapping): boolean {
  return Object.keys(data).every(
    (key) => isUserKey(key) || key === '__proto__' || accepts(outline, data[key]),
  );
}
