import type { CommandOptions } from '../command-specs/command-spec.ts';
import type { Diagnostic } from '../core/problem.ts';
import { statusOf } from '../core/status.ts';
import { type Invocation, languageOf, printJson, terminalOf, textLanguageOf } from '../invocation.ts';
import { loadMilestoneWords } from '../render/messages/milestones.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { statusJson } from '../render/status-json.ts';
import { renderStatus } from '../render/terminal/status.ts';
import { requireRoot } from '../store/discover.ts';
import { loadAsOf } from './loading.ts';
import { atWorkingFolder } from './paths.ts';

/** `partner status`: the stage table and what the current gate still wants; `--at` tells it of a revision. */
export async function status(
  invocation: Invocation,
  _args: readonly unknown[],
  { at }: CommandOptions,
): Promise<number> {
  const { context, options } = invocation;
  const root = requireRoot(invocation.folder);
  // In words, problems are only counted.
  const places = invocation.json;
  const { loaded, today, commit } = await loadAsOf(invocation, root, at as string | undefined, { places });
  const { partnership, journey, inForce } = loaded;
  const language = languageOf(context, options.lang, partnership.language);
  const value = statusOf(partnership, journey, loaded.diagnostics, today);
  if (invocation.json) {
    const diagnostics = loaded.diagnostics.map((diagnostic: Diagnostic) =>
      atWorkingFolder(invocation, root, diagnostic),
    );
    const json = {
      ...statusJson(value, diagnostics, await loadProblemTexts(language)),
      model_version: inForce.version,
      newest_model_version: inForce.newer ?? inForce.version,
    };
    printJson(invocation, commit === null ? json : { ...json, commit });
    return 0;
  }
  const terms = await loadTerms(language);
  const settings = terminalOf(invocation, context.stdout, language);
  const { next, overdue } = value.milestones;
  const milestoneWords = next.length + overdue.length > 0 ? await loadMilestoneWords(language) : undefined;
  const problemTexts = value.concerns.length > 0 ? await loadProblemTexts(language) : undefined;
  const { version: followed, newer: newest } = inForce;
  // What stood then, or has ended, is not to be brought on.
  const newerModel =
    newest === undefined || commit !== null || journey.current === null ? undefined : { followed, newest };
  const textLanguage = textLanguageOf(context, options.lang, partnership.language);
  const view = {
    ...{ terms, milestoneWords, problemTexts, language: textLanguage },
    ...{ newerModel, settings },
  };
  context.stdout.write(await renderStatus(value, view));
  return 0;
}
