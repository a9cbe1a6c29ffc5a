import { timelineOf } from '../core/measurement/timeline.ts';
import { type Invocation, languageOf, loadOptions, printJson, terminalOf } from '../invocation.ts';
import { loadMilestoneWords } from '../render/messages/milestones.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { renderTimeline } from '../render/terminal/timeline.ts';
import { timelineJson } from '../render/timeline-json.ts';
import { requireRoot } from '../store/discover.ts';
import { loadPartnership } from '../store/load-partnership.ts';

/** `partner timeline`: the milestones against their due dates, late ones first. */
export async function timeline(invocation: Invocation): Promise<number> {
  const { context, options } = invocation;
  const root = requireRoot(invocation.folder);
  const { partnership } = await loadPartnership(root, { ...loadOptions(invocation), places: false });
  const value = timelineOf(partnership, invocation.today);
  if (invocation.json) {
    printJson(invocation, timelineJson(value));
    return 0;
  }
  const language = languageOf(context, options.lang, partnership.language);
  const [terms, words] = await Promise.all([loadTerms(language), loadMilestoneWords(language)]);
  const settings = terminalOf(invocation, context.stdout, language);
  context.stdout.write(await renderTimeline(value, { terms, words, settings }));
  return 0;
}
