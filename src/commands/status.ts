import type { CommandOptions } from '../command-specs/command-spec.ts';
import type { Diagnostic } from '../core/problem.ts';
import { type Invocation, languageOf, printJson, terminalOf, textLanguageOf } from '../invocation.ts';
import { loadMilestoneWords } from '../render/messages/milestones.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { statusJson } from '../render/status-json.ts';
import { renderStatus } from '../render/terminal/status.ts';
import { requireRoot } from '../store/discover.ts';
import { atWorkingFolder } from './paths.ts';
import { readStatus, type StatusReading } from './reading-status.ts';

/** `partner status`: the stage table and what the current gate still wants; `--at` tells it of a revision. */
export async function status(
  invocation: Invocation,
  _args: readonly unknown[],
  { at }: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const reading = await readStatus(invocation, root, at as string | undefined);
  const language = languageOf(invocation.context, invocation.options.lang, reading.status.language);
  if (!invocation.json) {
    await tell(invocation, reading, language);
    return 0;
  }
  const { version, newest, commit } = reading;
  const diagnostics = reading.diagnostics.map((diagnostic: Diagnostic) =>
    atWorkingFolder(invocation, root, diagnostic),
  );
  const json = {
    ...statusJson(reading.status, diagnostics, await loadProblemTexts(language)),
    model_version: version,
    newest_model_version: newest,
  };
  printJson(invocation, commit === null ? json : { ...json, commit });
  return 0;
}

async function tell(
  invocation: Invocation,
  { status, version, newest, commit }: StatusReading,
  language: 'en' | 'he',
): Promise<void> {
  const { context, options } = invocation;
  const { next, overdue } = status.milestones;
  // What stood then, or has ended, is not to be brought on.
  const goesOn = commit === null && status.current !== null;
  const view = {
    terms: await loadTerms(language),
    milestoneWords: next.length + overdue.length > 0 ? await loadMilestoneWords(language) : undefined,
    problemTexts: status.concerns.length > 0 ? await loadProblemTexts(language) : undefined,
    language: textLanguageOf(context, options.lang, status.language),
    newerModel: goesOn && newest !== version ? { followed: version, newest } : undefined,
    settings: terminalOf(invocation, context.stdout, language),
  };
  context.stdout.write(await renderStatus(status, view));
}
