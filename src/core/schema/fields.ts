import * as z from 'zod/mini';
import type { FieldMeta } from './outline.ts';
import { obeys, type Rule } from './rules.ts';

/** Carries the label and kind of every field from its schema to whoever asks for it. */
export const fieldMeta = z.registry<FieldMeta>();

// The longest text that a field takes, in UTF-16 units: a long page. What is longer is a document
// and belongs beside the file, as evidence.
const longestText = 20_000;

/** A zod check that holds a value against one of our rules; no schema checks anything else. */
export function obeying<T extends string | number>(rule: Rule) {
  return z.refine<T>((value) => obeys(value, rule), { params: { ...rule } });
}

/** Gives a schema its kind and label. */
export function described<T extends z.ZodMiniType>(schema: T, meta: FieldMeta): T {
  fieldMeta.add(schema, meta);
  return schema;
}

const plainText = () =>
  z.string().check(obeying({ rule: 'not-blank' }), obeying({ rule: 'short-enough', most: longestText }));

/** Free text in the partnership's language; never blank. */
export function text(en: string, he: string) {
  return described(plainText(), { kind: 'text', label: { en, he } });
}

/** An id, by which other entries refer to this one. */
export function id(en = 'Id', he = 'מזהה') {
  const schema = z.string().check(obeying({ rule: 'id' }));
  return described(schema, { kind: 'id', label: { en, he } });
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function date(en: string, he: string) {
  const schema = z.string().check(obeying({ rule: 'date' }));
  return described(schema, { kind: 'date', label: { en, he } });
}

/** A day on which something happened: never in the future. */
export function happened(en: string, he: string) {
  const schema = z.string().check(obeying({ rule: 'date' }));
  return described(schema, { kind: 'date', label: { en, he }, happened: true });
}

/** Any number, negative ones too: a baseline or a target. */
export function number(en: string, he: string) {
  return described(z.number(), { kind: 'number', label: { en, he } });
}

const atLeast = (least: number) => obeying<number>({ rule: 'in-range', least });
const isWhole = () => obeying<number>({ rule: 'whole' });

/** A whole number of at least `least`. */
export function whole(least: number, en: string, he: string) {
  return described(z.number().check(isWhole(), atLeast(least)), { kind: 'whole', label: { en, he } });
}

/** An amount in the partnership's currency, never negative. */
export function money(en: string, he: string) {
  return described(z.number().check(atLeast(0)), { kind: 'money', label: { en, he } });
}

/** Hours of work, never negative. */
export function hours(en: string, he: string) {
  return described(z.number().check(atLeast(0)), { kind: 'hours', label: { en, he } });
}

const plainScore = () =>
  z.number().check(isWhole(), obeying<number>({ rule: 'in-range', least: 1, most: 5 }));

/** A judgement from 1 (low) to 5 (high). */
export function score(en: string, he: string) {
  return described(plainScore(), { kind: 'score', label: { en, he } });
}

/** Judgements by criterion, each 1–5 or the word `unknown`. */
export function scores(en: string, he: string) {
  const value = described(z.union([plainScore(), z.literal('unknown')]), {
    kind: 'score-or-unknown',
    label: { en: 'Score', he: 'ציון' },
  });
  return described(z.record(z.string(), value), { kind: 'mapping', label: { en, he } });
}

/** Yes or no: `true` or `false`. */
export function flag(en: string, he: string) {
  return described(z.boolean(), { kind: 'flag', label: { en, he } });
}

/** One word of a fixed list. */
export function choice<const T extends readonly string[]>(choices: T, en: string, he: string) {
  return described(z.enum(choices), { kind: 'choice', label: { en, he }, choices });
}

/** The id of an entry that stands in one of the sections `refers`, or one of `words`. */
export function reference(refers: readonly string[], en: string, he: string, words: readonly string[] = []) {
  const schema = z.string().check(obeying({ rule: 'id' }));
  return described(schema, { kind: 'reference', label: { en, he }, refers, words });
}

/** Several texts. */
export function texts(en: string, he: string) {
  return described(z.array(text(en, he)), { kind: 'list', label: { en, he } });
}

/** A version or another figure that people also write as text. */
export function textOrNumber(en: string, he: string) {
  return described(z.union([plainText(), z.number()]), { kind: 'text-or-number', label: { en, he } });
}

/** A list of mappings that stands inside a section, such as an agreement's clauses. */
export function entries<T extends z.ZodMiniType>(entry: T, en: string, he: string) {
  return described(z.array(entry), { kind: 'list', label: { en, he } });
}

/** An address of evidence or of a source: a path inside the folder or a link. */
export function address(en: string, he: string) {
  return text(en, he);
}
