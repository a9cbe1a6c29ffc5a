import { basename } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { dayOf } from '../core/history/commit.ts';
import type { HistoryEvent } from '../core/history/events.ts';
import { countEvents, roundsOf } from '../core/history/rounds.ts';
import { type Invocation, loadOptions, printJson, terminalOf, writeLong } from '../invocation.ts';
import { eventJson, roundJson } from '../render/history-json.ts';
import { trusted } from '../render/printable.ts';
import { renderHistory } from '../render/terminal/history.ts';
import { createPage } from '../render/terminal/page.ts';
import { renderRounds } from '../render/terminal/rounds.ts';
import { requireRoot } from '../store/discover.ts';
import { assembleFiles, type ReadPartnership } from '../store/read-files.ts';
import { historyView, requireStage } from './history-view.ts';
import { type OpenRepository, withRepository } from './open-repository.ts';
import { type RecordedHistory, readHistory, readWorkingFiles } from './recorded-history.ts';
import { verify } from './verify.ts';

/** Which part of the history is wanted. */
interface Wanted {
  readonly since: string | undefined;
  readonly stage: string | undefined;
}

/** `partner history`: what happened, newest first, out of git; `--verify` proves each gate review again. */
export async function history(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const wanted = { since: options.since as string | undefined, stage: options.stage as string | undefined };
  if (options.verify === true) return verify(invocation, root, wanted);
  // Git is set to work first, and the partnership is read meanwhile.
  const read = async (open: OpenRepository) => readHistory(open, await working, options.signatures === true);
  const recording = withRepository(invocation, root, read, { logAhead: true });
  const working = readWorkingFiles(root);
  const assembling = working.then(({ files }) => assembleFiles(root, files, loadOptions(invocation)));
  const [recorded, folder] = await Promise.all([recording, assembling]);
  requireStage(folder, wanted.stage);
  const events = recorded.events.filter((event) => isWanted(event, wanted));
  if (invocation.json) await printAsJson(invocation, folder, recorded, events, wanted);
  else {
    const title = folder.partnership?.name ?? basename(root);
    if (options.by === 'stage') await printRounds(invocation, folder, title, recorded, wanted);
    else await printEvents(invocation, folder, title, events);
    await printNotes(invocation, folder, recorded, options.signatures === true);
  }
  return 0;
}

function isWanted(event: HistoryEvent, { since, stage }: Wanted): boolean {
  const isRecent = since === undefined || event.commit === null || dayOf(event.commit) >= since;
  return isRecent && (stage === undefined || event.stage === stage);
}

function countedRounds(
  { today }: Invocation,
  { partnership, journey }: ReadPartnership,
  { events }: RecordedHistory,
  { since, stage }: Wanted,
) {
  if (partnership === undefined || journey === undefined) return [];
  const rounds = roundsOf(partnership, journey, today);
  const counts = countEvents(rounds, events);
  return rounds
    .map((round, index) => ({ round, events: counts[index] ?? 0 }))
    .filter(({ round }) => stage === undefined || round.stage === stage)
    .filter(({ round }) => since === undefined || round.to === null || round.to >= since);
}

async function printAsJson(
  invocation: Invocation,
  folder: ReadPartnership,
  recorded: RecordedHistory,
  events: readonly HistoryEvent[],
  wanted: Wanted,
): Promise<void> {
  const { texts } = await historyView(invocation, folder);
  printJson(invocation, {
    format: 1,
    id: folder.partnership?.id ?? null,
    name: folder.partnership?.name ?? null,
    cut: recorded.cut.size > 0,
    events: events.map((event) => eventJson(event, texts)),
    rounds: countedRounds(invocation, folder, recorded, wanted).map(({ round, events: count }) =>
      roundJson(round, count),
    ),
  });
}

async function printEvents(
  invocation: Invocation,
  folder: ReadPartnership,
  title: string,
  events: readonly HistoryEvent[],
): Promise<void> {
  await writeLong(
    invocation.context,
    await renderHistory(title, events, await historyView(invocation, folder)),
  );
}

async function printRounds(
  invocation: Invocation,
  folder: ReadPartnership,
  title: string,
  recorded: RecordedHistory,
  wanted: Wanted,
): Promise<void> {
  const rounds = countedRounds(invocation, folder, recorded, wanted);
  await writeLong(
    invocation.context,
    await renderRounds(title, rounds, await historyView(invocation, folder)),
  );
}

/** What is to be known of the list itself, on stderr: that it is cut, and what the flags had done. */
async function printNotes(
  invocation: Invocation,
  folder: ReadPartnership,
  { cut }: RecordedHistory,
  signatures: boolean,
): Promise<void> {
  if (invocation.quiet) return;
  const { context } = invocation;
  const { texts } = await historyView(invocation, folder);
  const notes = createPage(terminalOf(invocation, context.stderr, texts.language));
  if (cut.size > 0) notes.paragraph([{ text: trusted(texts.words.page.cut), style: 'attention' }]);
  if (signatures) notes.paragraph([{ text: trusted(texts.words.page.signaturesAsked), style: 'muted' }]);
  context.stderr.write(await notes.render());
}
