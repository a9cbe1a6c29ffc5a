import type { CommandOptions } from '../command-specs/command-spec.ts';
import { measurementOf } from '../core/measurement/measurement.ts';
import { type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { figuresIn } from '../render/figures.ts';
import { measurementJson } from '../render/measurement-json.ts';
import { loadMeasurementWords } from '../render/messages/measurement.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { renderMeasurement } from '../render/terminal/measurement/measurement.ts';
import type { Breakdown } from '../render/terminal/measurement/view.ts';
import { requireRoot } from '../store/discover.ts';
import { loadAsOf } from './loading.ts';

/** `partner metrics`: what went in, what came of it, and the ratios, as of a day or at a revision (`--at`). */
export async function metrics(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const { context } = invocation;
  const root = requireRoot(invocation.folder);
  const { loaded, today, commit } = await loadAsOf(invocation, root, options.at as string | undefined);
  const { partnership, diagnostics } = loaded;
  const language = languageOf(context, invocation.options.lang, partnership.language);
  const measurement = measurementOf(partnership, today);
  const words = await loadMeasurementWords(language);
  const figures = figuresIn(language, partnership.currency);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const problems = { errors, warnings: diagnostics.length - errors };
  if (invocation.json) {
    printJson(invocation, {
      ...measurementJson(measurement, words, figures),
      problems,
      ...(commit === null ? {} : { commit }),
    });
    return 0;
  }
  const view = {
    name: partnership.name,
    id: partnership.id,
    language,
    words,
    terms: await loadTerms(language),
    figures,
    settings: terminalOf(invocation, context.stdout, language),
    partnerNames: new Map(partnership.partners.map(({ value }) => [value.id, value.name])),
    problems,
  };
  context.stdout.write(await renderMeasurement(measurement, options.by as Breakdown | undefined, view));
  return 0;
}
