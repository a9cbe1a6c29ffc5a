import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership } from '../core/partnership.ts';
import { figureText, isRefusal, type Refusal } from '../core/recording/figure.ts';
import { figureOf, type Observation, type Particulars } from '../core/recording/observation.ts';
import type { RecordingPlan } from '../core/recording/plan.ts';
import type { Invocation } from '../invocation.ts';
import { loadRecordingWords, type RecordingWords } from '../render/messages/recording.ts';
import { loadTerms, type Terms } from '../render/messages/terms.ts';
import { printable } from '../render/printable.ts';
import type { Page } from '../render/terminal/page.ts';
import { recordingTable } from '../render/terminal/recording.ts';
import type { FileChange } from '../store/change-partnership.ts';
import { change, type Telling } from './changing.ts';
import { findList } from './section-target.ts';

/** What the options of a command line say of every observation; blank ones say nothing. */
export function particularsOf({ source, method, by }: CommandOptions): Particulars {
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  return { source: text(source), method: text(method), by: text(by) };
}

/** What was made, or its refusal thrown as an error. */
export function orRefuse<T extends object>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new PartnerError(outcome.code, outcome.params);
  return outcome;
}

/** Decides inside the lock what to record; throws what speaks against it. */
export type RecordingPlanner = (partnership: Partnership) => RecordingPlan;

/**
 * Writes the new observations of a plan at the end of their section, in one splice, and tells of it.
 * `isShown` says that the person has seen the table of them already. Gives the exit code.
 */
export async function recordPlanned(
  invocation: Invocation,
  root: string,
  dryRun: boolean,
  plan: RecordingPlanner,
  isShown = false,
): Promise<number> {
  const { exitCode } = await change<RecordingPlan>(
    invocation,
    root,
    dryRun,
    ({ partnership }) => {
      const result = plan(partnership);
      return { change: extension(partnership, result), result };
    },
    telling(isShown),
  );
  return exitCode;
}

function extension(partnership: Partnership, { fresh }: RecordingPlan): FileChange | undefined {
  const { file, path, siblings } = findList(partnership, 'observations');
  if (fresh.length === 0) return undefined;
  return { file, edits: [{ kind: 'extend', path, values: fresh, keyOrder: siblings }] };
}

const telling = (isShown: boolean): Telling<RecordingPlan> => ({
  json: ({ result: { fresh, known, metrics } }) => ({
    recorded: fresh.length,
    already: known.length,
    metrics,
    observations: fresh,
  }),
  commit: ({ result: { fresh, metrics } }, words) => ({
    subject: words.observed(
      fresh.length,
      metrics.flatMap(({ metric, recorded }) => (recorded > 0 ? [metric] : [])),
    ),
  }),
  lines: async (page, { result }, terms, language) => {
    const words = await loadRecordingWords(language);
    const { fresh, known, metrics } = result;
    const only = onlyOne(result);
    if (only !== undefined) {
      page.paragraph([{ text: printable(words.recordedOne(...factsOf(only, terms))), style: 'good' }]);
      return;
    }
    if (!isShown) showPlan(page, result, words, terms);
    const measured = metrics.filter(({ recorded }) => recorded > 0).length;
    page.paragraph([{ text: printable(words.recorded(fresh.length, measured)), style: 'good' }]);
    if (known.length > 0)
      page.paragraph([{ text: printable(words.alsoKnown(known.length)), style: 'muted' }]);
  },
  unchanged: async (page, { result }, language) => {
    const words = await loadRecordingWords(language);
    const terms = await loadTerms(language);
    const only = onlyOne(result);
    if (only === undefined && !isShown) showPlan(page, result, words, terms);
    const text =
      only === undefined ? words.allKnown(result.known.length) : words.knownOne(...factsOf(only, terms));
    page.paragraph(printable(text));
  },
});

function showPlan(page: Page, { metrics }: RecordingPlan, words: RecordingWords, terms: Terms): void {
  recordingTable(page, metrics, words, terms);
  page.blank();
}

function onlyOne({ fresh, known }: RecordingPlan): Observation | undefined {
  return fresh.length + known.length === 1 ? (fresh[0] ?? known[0]) : undefined;
}

function factsOf(observation: Observation, { date }: Terms): [metric: string, day: string, figure: string] {
  const figure = figureOf(observation);
  return [observation.metric, date(observation.on), figure === undefined ? '' : figureText(figure)];
}
