import { basename, dirname, resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { commonCriteria, sectorCriteria } from '../core/assessment.ts';
import type { Model } from '../core/schema/model.ts';
import {
  type Invocation,
  languageOf,
  loadOptions,
  printJson,
  terminalOf,
  textLanguageOf,
  writeLong,
} from '../invocation.ts';
import { loadAssessmentWords } from '../render/messages/assessment.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { renderModel } from '../render/terminal/model.ts';
import { createPage } from '../render/terminal/page.ts';
import { renderProblems } from '../render/terminal/problems.ts';
import { findPartnership } from '../store/discover.ts';
import { loadFolder } from '../store/load-partnership.ts';
import { isModelFolder, modelFile, readModel, requireBuiltIn } from '../store/models.ts';
import { chooseModel } from './choose-model.ts';
import { atWorkingFolder } from './paths.ts';

/** `partner model show`: the stages of a model; without a name, of the partnership's own. */
export async function showModel(
  invocation: Invocation,
  args: readonly unknown[],
  _options: CommandOptions,
): Promise<number> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang);
  const { model, textLanguage } = await namedModel(invocation, args[0] as string | undefined);
  if (invocation.json) {
    const criteria = { common: commonCriteria, ...sectorCriteria };
    printJson(invocation, { ...model, criteria, format: 1 });
    return 0;
  }
  const terms = await loadTerms(language);
  await writeLong(
    context,
    await renderModel(model, {
      ...{ terms, language, textLanguage, assessment: await loadAssessmentWords(language) },
      settings: terminalOf(invocation, context.stdout, language),
    }),
  );
  return 0;
}

interface ShownModel {
  readonly model: Model;
  readonly textLanguage: string;
}

/** The model of that name: a folder, one inside the partnership, a built-in one; without a name the partnership's. */
async function namedModel(invocation: Invocation, name: string | undefined): Promise<ShownModel> {
  const { context, options, folder } = invocation;
  const root = findPartnership(folder);
  const own = root === undefined ? undefined : (await loadFolder(root, loadOptions(invocation))).partnership;
  const reader = languageOf(context, options.lang);
  if (name === undefined || name === own?.model.model) {
    const model = own?.model ?? requireBuiltIn('iblf-10', context.resources);
    return { model, textLanguage: textLanguageOf(context, options.lang, own?.language ?? reader) };
  }
  const { model } = await chooseModel(invocation, name);
  // Who reads no language of a model reads its first one.
  const isRead = model.languages.includes(reader) || options.lang !== undefined;
  return { model, textLanguage: isRead ? reader : (model.languages[0] ?? reader) };
}

/** The folder of a model; who names its file means that. */
function modelFolder(path: string): string {
  return basename(path) === modelFile && !isModelFolder(path) ? dirname(path) : path;
}

/** `partner model check`: every problem in a model of one's own; exit 1 where there is one. */
export async function checkOwnModel(
  invocation: Invocation,
  args: readonly unknown[],
  _options: CommandOptions,
): Promise<number> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang);
  const folder = modelFolder(resolve(invocation.folder, args[0] as string));
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
