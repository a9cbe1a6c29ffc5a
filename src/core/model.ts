import type { Model } from './schema/model.ts';
import { languages } from './schema/sections/words.ts';

/** A text of a model in the wanted language, or in the model's first one where it lacks that. */
export function inLanguage(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? '';
}

/** The languages that the texts of a partnership of a model can be in: the program's two, and the model's own. */
export function languagesOf(model: Pick<Model, 'languages'>): readonly string[] {
  const known = languagesOfModels.get(model);
  if (known !== undefined) return known;
  const all = [...new Set([...languages, ...model.languages])];
  languagesOfModels.set(model, all);
  return all;
}

// A model that was read is never changed.
const languagesOfModels = new WeakMap<Pick<Model, 'languages'>, readonly string[]>();

/** The place of a stage in its model, from 0; −1 where the model has no such stage. */
export function stageIndex(model: Model, stage: string): number {
  return model.stages.findIndex(({ id: known }) => known === stage);
}

/** The file of a stage, relative to the partnership's folder: `stages/03-building.yaml`. */
export function stageFile(model: Model, index: number): string {
  const width = Math.max(2, String(model.stages.length).length);
  return `stages/${String(index + 1).padStart(width, '0')}-${model.stages[index]?.id}.yaml`;
}
