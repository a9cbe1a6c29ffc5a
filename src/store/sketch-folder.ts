import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stageFile } from '../core/model.ts';
import { type Partnership, sketchPartnership } from '../core/partnership.ts';
import { outlineOfFile } from '../core/schema/check-schema.ts';
import type { Model } from '../core/schema/model.ts';
import { accepts } from '../core/schema/outline.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { homeFile } from './discover.ts';
import { reviewsFile } from './load-partnership.ts';
import { builtInModel, modelFile, ownModelFolder } from './models.ts';
import { readSource } from './read-source.ts';

/**
 * Reads a partnership as far as it can be read, for those who only propose words out of it: no checks, no
 * places of problems, no schemas beyond their outlines. `undefined` where there is no sound model.
 */
export async function sketchFolder(root: string, resources: string): Promise<Partnership | undefined> {
  const home = await readSource(root, homeFile);
  const id = valueAt(home.data, ['model']);
  const model = typeof id === 'string' ? await soundModel(root, id, resources) : undefined;
  if (model === undefined) return undefined;
  const book = await readSource(root, reviewsFile);
  const files = model.stages.map((_, index) => stageFile(model, index));
  const stages = await Promise.all(files.map((file) => readSource(root, file)));
  return sketchPartnership(model, home, book, stages);
}

async function soundModel(root: string, id: string, resources: string): Promise<Model | undefined> {
  const own = `${ownModelFolder(id)}/${modelFile}`;
  if (!existsSync(join(root, own))) return builtInModel(id, resources);
  const { data } = await readSource(root, own);
  return accepts(outlineOfFile('model'), data) ? (data as Model) : undefined;
}
