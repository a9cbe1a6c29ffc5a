import * as z from 'zod/mini';
import { entries, flag, id, problemParams, whole } from './fields.ts';
import { folderFormat } from './partnership.ts';

const languageTag = z
  .string()
  .check(
    z.refine<string>(
      (value) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
      problemParams('invalid-value'),
    ),
  );
const words = z.string().check(z.refine<string>((value) => value.trim() !== '', problemParams('empty-text')));
const localized = z.record(z.string(), words);

const modelItem = z.strictObject({
  id: id('Item', 'פריט'),
  required: flag('Required at the gate', 'חובה בשער'),
  evidence_required: z.optional(flag('The gate wants evidence', 'השער דורש ראיה')),
  text: localized,
  evidence: z.optional(localized),
});

const modelStage = z.strictObject({
  id: id('Stage', 'שלב'),
  title: localized,
  purpose: localized,
  guidance: z.optional(localized),
  sections: z.array(z.string()),
  checklist: entries(modelItem, 'Checklist', 'רשימת תיוג'),
});

/** `model.yaml`: the stages of a way of partnering, in order, in each of its languages. */
export const modelSchema = z.strictObject({
  format: z
    .number()
    .check(
      z.refine<number>(
        (value) => value === folderFormat,
        problemParams('unsupported-format', { known: folderFormat }),
      ),
    ),
  model: id('Model', 'מודל'),
  version: whole(1, 'Version', 'גרסה'),
  languages: z.array(languageTag),
  title: localized,
  source: z.optional(localized),
  stages: z.array(modelStage),
});

export type Model = z.infer<typeof modelSchema>;
export type ModelStage = z.infer<typeof modelStage>;
