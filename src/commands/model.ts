import { resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { commonCriteria, sectorCriteria } from '../core/assessment.ts';
import { inLanguage } from '../core/model.ts';
import type { Model } from '../core/schema/model.ts';
import { type Invocation, languageOf, printJson, terminalOf, writeLong } from '../invocation.ts';
import { loadAssessmentWords } from '../render/messages/assessment.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { renderModel, renderModelList } from '../render/terminal/model.ts';
import { createPage } from '../render/terminal/page.ts';
import { renderProblems } from '../render/terminal/problems.ts';
import { builtInModelIds, modelFile, readModel, requireBuiltIn } from '../store/models.ts';
import { chooseModel, modelAround } from './choose-model.ts';
import { atWorkingFolder } from './paths.ts';

/** `partner model list`: the models that come with the program. */
export async function listModels(invocation: Invocation): Promise<number> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang);
  const models = builtInModelIds(context.resources).map((id) => requireBuiltIn(id, context.resources));
  if (invocation.json) {
    const rows = models.map((model) => ({
      id: model.model,
      version: model.version,
      title: inLanguage(model.title, language),
      languages: model.languages,
      stages: model.stages.length,
    }));
    printJson(invocation, { format: 1, models: rows });
    return 0;
  }
  const terms = await loadTerms(language);
  context.stdout.write(
    await renderModelList(models, {
      terms,
      language,
      settings: terminalOf(invocation, context.stdout, language),
    }),
  );
  return 0;
}

/** `partner model show`: the stages of a model; without a name, of the partnership's own. */
export async function showModel(
  invocation: Invocation,
  args: readonly unknown[],
  _options: CommandOptions,
): Promise<number> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang);
  const model = await namedModel(invocation, args[0] as string | undefined);
  if (invocation.json) {
    const criteria = { common: commonCriteria, ...sectorCriteria };
    printJson(invocation, { ...model, criteria, format: 1 });
    return 0;
  }
  const terms = await loadTerms(language);
  await writeLong(
    context,
    await renderModel(model, {
      ...{ terms, language, assessment: await loadAssessmentWords(language) },
      settings: terminalOf(invocation, context.stdout, language),
    }),
  );
  return 0;
}

async function namedModel(invocation: Invocation, name: string | undefined): Promise<Model> {
  if (name !== undefined) return (await chooseModel(invocation, name)).model;
  return (await modelAround(invocation)).model;
}

/** `partner model check`: every problem in a model of one's own; exit 1 where there is one. */
export async function checkOwnModel(
  invocation: Invocation,
  args: readonly unknown[],
  _options: CommandOptions,
): Promise<number> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang);
  const folder = resolve(invocation.folder, args[0] as string);
  const { model, diagnostics } = await readModel(folder, modelFile);
  const texts = await loadProblemTexts(language);
  const shown = diagnostics.map((diagnostic) => atWorkingFolder(invocation, folder, diagnostic));
  if (invocation.json) {
    printJson(invocation, {
      format: 1,
      model: model?.model ?? null,
      diagnostics: shown.map((one) => diagnosticJson(one, texts)),
    });
  } else {
    context.stdout.write(
      await renderProblems(shown, () => undefined, texts, terminalOf(invocation, context.stdout, language)),
    );
    const terms = await loadTerms(language);
    if (model !== undefined && !invocation.quiet) {
      const page = createPage(terminalOf(invocation, context.stderr, language));
      page.paragraph(trusted(terms.model.sound(printable(model.model), model.stages.length)));
      context.stderr.write(await page.render());
    }
  }
  return model === undefined ? 1 : 0;
}
