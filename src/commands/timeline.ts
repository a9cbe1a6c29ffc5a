import type { CommandOptions } from '../command-specs/command-spec.ts';
import { timelineOf } from '../core/measurement/timeline.ts';
import { type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { loadMilestoneWords } from '../render/messages/milestones.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { renderTimeline } from '../render/terminal/timeline.ts';
import { timelineJson } from '../render/timeline-json.ts';
import { requireRoot } from '../store/discover.ts';
import { loadAsOf } from './loading.ts';

/** `partner timeline`: the milestones against their due dates, late ones first; `--at` as of a revision. */
export async function timeline(
  invocation: Invocation,
  _args: readonly unknown[],
  { at }: CommandOptions,
): Promise<number> {
  const { context, options } = invocation;
  const root = requireRoot(invocation.folder);
  const { loaded, today, commit } = await loadAsOf(invocation, root, at as string | undefined, {
    places: false,
  });
  const { partnership } = loaded;
  const value = timelineOf(partnership, today);
  if (invocation.json) {
    printJson(invocation, { ...timelineJson(value), ...(commit === null ? {} : { commit }) });
    return 0;
  }
  const language = languageOf(context, options.lang, partnership.language);
  const [terms, words] = await Promise.all([loadTerms(language), loadMilestoneWords(language)]);
  const settings = terminalOf(invocation, context.stdout, language);
  context.stdout.write(await renderTimeline(value, { terms, words, settings }));
  return 0;
}
