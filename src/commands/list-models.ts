import { basename, join } from 'node:path';
import { inLanguage } from '../core/model.ts';
import type { Model } from '../core/schema/model.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { type ListedModel, renderModelList } from '../render/terminal/model-list.ts';
import { findPartnership, homeFile } from '../store/discover.ts';
import { type FoundModel, modelsWithin } from '../store/list-models.ts';
import { builtInModelIds, ownModelFolder, requireBuiltIn } from '../store/models.ts';
import { readSource } from '../store/read-source.ts';
import { shownPath } from './paths.ts';

/**
 * `partner model list`: the models that come with the program, and those of the partnership that one stands in, or of
 * the folder where it is none.
 */
export async function listModels(invocation: Invocation): Promise<number> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang);
  const models = await modelsAround(invocation);
  if (invocation.json) {
    printJson(invocation, {
      format: 1,
      models: models.map(({ id, model, dir, isInUse, problems }) => ({
        id,
        version: model?.version ?? null,
        title: model === undefined ? null : inLanguage(model.title, language),
        languages: model?.languages ?? [],
        stages: model?.stages.length ?? null,
        dir,
        in_use: isInUse,
        problems,
      })),
    });
    return 0;
  }
  const terms = await loadTerms(language);
  const settings = terminalOf(invocation, context.stdout, language);
  context.stdout.write(
    await renderModelList(models, { terms: terms.model, textLanguage: language, settings }),
  );
  return 0;
}

async function modelsAround(invocation: Invocation): Promise<ListedModel[]> {
  const { context, folder } = invocation;
  const root = findPartnership(folder);
  const found = await modelsWithin(root ?? folder);
  const used = root === undefined ? undefined : valueAt((await readSource(root, homeFile)).data, ['model']);
  const ownDir = typeof used === 'string' ? ownModelFolder(used) : undefined;
  // A partnership's own model goes before one of the program of the same id.
  const isOwnUsed = found.some(({ dir }) => dir === ownDir);
  const known = builtInModelIds(context.resources).map((id): ListedModel => {
    const model: Model = requireBuiltIn(id, context.resources);
    return { id, model, dir: null, isOwn: false, isInUse: id === used && !isOwnUsed, problems: 0 };
  });
  const listed = ({ dir, model, diagnostics }: FoundModel): ListedModel => ({
    id: model?.model ?? basename(dir),
    model,
    dir: shownPath(invocation, join(root ?? folder, dir)),
    isOwn: root !== undefined,
    isInUse: dir === ownDir,
    problems: diagnostics.length,
  });
  return [...known, ...found.map(listed)];
}
