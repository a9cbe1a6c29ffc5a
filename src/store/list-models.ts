import { join } from 'node:path';
import { namesIn } from './list-names.ts';
import { isModelFolder, type ModelReading, modelFile, readModel } from './models.ts';

/** A model that somebody wrote, where it lies. */
export interface FoundModel extends ModelReading {
  /** Its folder, named with `/` from the one that was looked through. */
  readonly dir: string;
}

/**
 * The models that lie in a folder: each in a folder of its own, and those in `models/`, where a partnership keeps its
 * own. Links are not followed; what is wrong with a model stands in its diagnostics.
 */
export async function modelsWithin(folder: string): Promise<FoundModel[]> {
  const below = (dir: string) =>
    namesIn(join(folder, dir), { hidden: false })
      .filter(({ isFolder, isLink }) => isFolder && !isLink)
      .map(({ name }) => `${dir}${name}`);
  const dirs = [...below('models/'), ...below('')].filter((dir) => isModelFolder(join(folder, dir)));
  return Promise.all(dirs.map(async (dir) => ({ dir, ...(await readModel(folder, `${dir}/${modelFile}`)) })));
}
