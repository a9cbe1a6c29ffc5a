import { entryNamesIn } from '../core/entry-name.ts';
import { inLanguage } from '../core/model.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership } from '../core/partnership.ts';
import { sectionsIn } from '../core/schema/model-sections.ts';
import { builtInSections } from '../core/schema/registry.ts';
import { type Invocation, languageOf, terminalOf, textLanguageOf } from '../invocation.ts';
import { loadHistoryWords } from '../render/messages/history.ts';
import { loadTerms } from '../render/messages/terms.ts';
import type { HistoryView } from '../render/terminal/history.ts';

interface Folder {
  readonly partnership: Partnership | undefined;
}

/** Who reads a history of a folder, in which language, with the stages' titles as its model has them. */
export async function historyView(invocation: Invocation, { partnership }: Folder): Promise<HistoryView> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang, partnership?.language);
  const textLanguage = textLanguageOf(context, options.lang, partnership?.language ?? language);
  const sections = partnership === undefined ? builtInSections : sectionsIn(partnership.model);
  const names = partnership === undefined ? () => undefined : entryNamesIn(partnership);
  const [words, terms] = await Promise.all([loadHistoryWords(language), loadTerms(language)]);
  const titles = partnership?.model.stages.map(
    (stage) => [stage.id, inLanguage(stage.title, textLanguage)] as const,
  );
  return {
    texts: { language, textLanguage, sections, names, words, terms },
    stageTitles: new Map(titles),
    settings: terminalOf(invocation, context.stdout, language),
  };
}

/** Throws `unknown-stage` where a stage is asked for that the model does not have. */
export function requireStage({ partnership }: Folder, stage: string | undefined): void {
  const known = partnership?.model.stages.map(({ id }) => id);
  if (stage === undefined || known === undefined || known.includes(stage)) return;
  const meant = nearest(stage, known);
  throw new PartnerError('unknown-stage', {
    stage,
    known,
    ...(meant === undefined ? {} : { nearest: meant }),
  });
}
