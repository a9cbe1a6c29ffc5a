import * as z from 'zod/mini';
import { choice, described, entries, flag, id, obeying } from './fields.ts';
import { localized } from './localized.ts';
import { ownFieldTypes } from './own-fields.ts';

/** A name that stands in files as a key or a choice: `site_visits`. */
function name(en: string, he: string) {
  const schema = z.string().check(obeying({ rule: 'name' }));
  return described(schema, { kind: 'name', label: { en, he } });
}

const ownChoice = z.strictObject({ word: name('Word in the files', 'המילה בקבצים'), label: localized });

const ownField = z.strictObject({
  key: name('Key in the files', 'המפתח בקבצים'),
  label: localized,
  type: choice(ownFieldTypes, 'Type', 'סוג'),
  required: z.optional(flag('Required', 'חובה')),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  choices: z.optional(entries(ownChoice, 'Choices', 'אפשרויות')),
  of: z.optional(z.string()),
});

const measure = z.strictObject({
  metric: id('Metric', 'מדד'),
  on: z.string(),
  value: z.optional(z.string()),
  num: z.optional(z.string()),
  den: z.optional(z.string()),
});

/** A section that a model declares beside the built-in ones. */
export const ownSection = z.strictObject({
  id: name('Name in the files', 'השם בקבצים'),
  title: localized,
  form: z.optional(choice(['list', 'mapping'], 'Form', 'צורה')),
  running: z.optional(flag('Running', 'מתמשך')),
  told_apart_by: z.optional(z.array(z.string())),
  fields: entries(ownField, 'Fields', 'שדות'),
  measures: z.optional(entries(measure, 'What it measures', 'מה הוא מודד')),
});

/** A metric that a partnership of the model begins with. */
export const starterMetric = z.strictObject({
  id: id(),
  name: localized,
  kind: choice(['input', 'output', 'outcome', 'health'], 'Kind', 'סוג'),
  unit: z.optional(localized),
  aggregate: choice(['sum', 'latest', 'mean', 'pooled'], 'How it adds up over time', 'צבירה לאורך זמן'),
  role: z.optional(choice(['beneficiaries'], 'Role', 'תפקיד')),
});

export type OwnSection = z.infer<typeof ownSection>;
export type OwnField = z.infer<typeof ownField>;
