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
export type ModelItem = z.infer<typeof modelItem>;

/** A text of a model in the wanted language, or in the model's first one where it lacks that. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? '';
}

/** The place of a stage in its model, from 0; −1 where the model has no such stage. */
export function stageIndex(model: Model, stage: string): number {
  return model.stages.findIndex(({ id: known }) => known === stage);
}

/** The file of a stage, relative to the partnership's folder: `stages/03-building.yaml`. */
export function stageFile(model: Model, index: number): string {
  const width = Math.max(2, String(model.stages.length).length);
  return `stages/${String(index + 1).padStart(width, '0')}-${model.stages[index]?.id}.yaml`;
}
