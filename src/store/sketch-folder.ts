import { stageFile } from '../core/model.ts';
import { type Partnership, sketchPartnership } from '../core/partnership.ts';
import { homeFile } from './discover.ts';
import { reviewsFile } from './load-partnership.ts';
import { modelInForce } from './model-in-force.ts';
import { readSource } from './read-source.ts';

/**
 * Reads a partnership as far as it can be read, for those who only propose words out of it: no checks, no
 * places of problems, no schemas beyond their outlines. `undefined` where there is no sound model.
 */
export async function sketchFolder(root: string, resources: string): Promise<Partnership | undefined> {
  const home = await readSource(root, homeFile);
  const { model } = await modelInForce(root, home.data, resources);
  if (model === undefined) return undefined;
  const book = await readSource(root, reviewsFile);
  const files = model.stages.map((_, index) => stageFile(model, index));
  const stages = await Promise.all(files.map((file) => readSource(root, file)));
  return sketchPartnership(model, home, book, stages);
}
