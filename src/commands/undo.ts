import { join } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import { changeOptions, type Invocation, printJson, terminalOf } from '../invocation.ts';
import { changeJson } from '../render/history-json.ts';
import { type Printable, printable, trusted } from '../render/printable.ts';
import { describeProblem, loadProblemTexts } from '../render/problem-texts.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import { createPage, type Page } from '../render/terminal/page.ts';
import { commandChanges, commandLine, type ToldCommand, type UndoView } from '../render/terminal/undo.ts';
import { requireRoot } from '../store/discover.ts';
import { createVersionParser } from '../store/read-source.ts';
import { type Direction, type FileStep, isSame } from '../store/undo/changed-back.ts';
import { type Step, takeStep } from '../store/undo/take-step.ts';
import { waitNotice } from './changing.ts';
import { committedChanges } from './committed-changes.ts';
import { openDialogue } from './dialogue.ts';
import { shownPath } from './paths.ts';
import { toldCommand, undoView } from './told-command.ts';

/** `partner undo`: takes back the last command that is not taken back yet; `--list` only shows them. */
export async function undo(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  if (options.list !== true) return goOneStep(invocation, 'undo', options);
  if (options.dryRun === true || options.yes === true)
    throw new PartnerError('usage', { problem: onlyShown, command: 'undo' });
  return (await import('./undo-list.ts')).listCommands(invocation);
}

const onlyShown = {
  en: '--list only shows, so that --yes and --dry-run say nothing beside it',
  he: '--list רק מראה, ולכן אין משמעות ל־--yes ול־--dry-run לצדו',
};

/** `partner redo`: does again what was taken back last. */
export function redo(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  return goOneStep(invocation, 'redo', options);
}

/** What there is to tell of a step. */
interface Told {
  readonly step: Step;
  readonly command: ToldCommand;
  /** The files that the last commit has as they were before the step. */
  readonly committed: readonly string[];
  readonly view: UndoView;
}

async function goOneStep(
  invocation: Invocation,
  direction: Direction,
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const dryRun = options.dryRun === true;
  const asks = invocation.canAsk && options.yes !== true && !dryRun;
  const agreed = asks ? await agreeOn(invocation, root, direction) : undefined;
  const told = await stepOnce(invocation, root, direction, dryRun, agreed);
  await tell(invocation, root, told, dryRun);
  return 0;
}

async function stepOnce(
  invocation: Invocation,
  root: string,
  direction: Direction,
  dryRun: boolean,
  agreed?: Step,
): Promise<Told> {
  let committed: readonly string[] = [];
  const step = await takeStep(root, direction, {
    ...changeOptions(invocation, dryRun, waitNotice(invocation)),
    approve: async (planned) => {
      committed = await committedChanges(invocation, root, planned);
    },
    ...(agreed === undefined ? {} : { agreed }),
  });
  const command = await toldCommand(step.entry.entry, createVersionParser());
  return { step, command, committed, view: await undoView(invocation, step.before) };
}

/** Shows on the terminal what would come of the step and asks for a yes; anything else is `cancelled`. */
async function agreeOn(invocation: Invocation, root: string, direction: Direction): Promise<Step> {
  const { context } = invocation;
  const told = await stepOnce(invocation, root, direction, true);
  const { step, view } = told;
  const settings = terminalOf(invocation, context.stderr, view.texts.language);
  const page = createPage(settings);
  showHeading(page, told);
  context.stderr.write(await page.render());
  for (const diff of await diffsOf(step, settings)) context.stderr.write(diff);
  const dialogue = await openDialogue(invocation, step.before.partnership.language);
  await dialogue.confirmOrCancel(view.undoWords[direction].question);
  return step;
}

function showHeading(page: Page, { step, command, view }: Told): void {
  const { heading } = view.undoWords[step.direction];
  page.paragraph([{ text: trusted(heading(commandLine(command, view))), style: 'strong' }]);
  commandChanges(page, command, view);
}

function diffsOf({ files }: Step, settings: Parameters<typeof renderDiff>[1]) {
  return Promise.all(
    changedIn(files).map(({ file, now, wanted }) =>
      renderDiff({ file, before: now, after: wanted }, settings),
    ),
  );
}

function changedIn(files: readonly FileStep[]): FileStep[] {
  return files.filter(({ now, wanted }) => !isSame(now, wanted));
}

async function tell(invocation: Invocation, root: string, told: Told, dryRun: boolean): Promise<void> {
  const { context, quiet } = invocation;
  const { step, command, view } = told;
  const { terms, language } = view.texts;
  const texts = await loadProblemTexts(language);
  const warnings = step.warnings.map((warning) => describeProblem(warning, texts));
  if (invocation.json) {
    const notes = warnings.map(({ message, hint = null }) => ({ message, hint }));
    printJson(invocation, { ...stepJson(invocation, root, told), dry_run: dryRun, warnings: notes });
    return;
  }
  if (dryRun) {
    const settings = terminalOf(invocation, context.stdout, language);
    for (const diff of await diffsOf(step, settings)) context.stdout.write(diff);
  } else if (!quiet) {
    const page = createPage(terminalOf(invocation, context.stdout, language));
    const line = view.undoWords[step.direction].told(commandLine(command, view));
    page.paragraph([{ text: trusted(line), style: 'good' }]);
    commandChanges(page, command, view);
    if (changedIn(step.files).length === 0) page.paragraph(trusted(terms.changes.unchanged));
    context.stdout.write(await page.render());
  }
  if (quiet) return;
  const notes = createPage(terminalOf(invocation, context.stderr, language));
  if (dryRun) {
    showHeading(notes, told);
    notes.paragraph([{ text: trusted(terms.changes.dryRun), style: 'muted' }]);
  }
  noteOn(notes, invocation, root, told);
  if (warnings.length > 0) {
    notes.paragraph([{ text: trusted(`${terms.changes.warnings}:`), style: 'attention' }]);
    notes.list(
      warnings.map(({ message, hint }) => trusted(hint === undefined ? message : `${message} (${hint})`)),
    );
  }
  if (!dryRun) {
    const left = step.direction === 'undo' ? step.left.undo : step.left.redo;
    notes.paragraph([{ text: trusted(view.undoWords[step.direction].next(left)), style: 'muted' }]);
  }
  context.stderr.write(await notes.render());
}

/** What is odd about a step: files that others changed, changes that are committed, entries passed over. */
function noteOn(page: Page, invocation: Invocation, root: string, { step, committed, view }: Told): void {
  const { undoWords } = view;
  const named = (files: readonly string[]): Printable =>
    printable(files.map((file) => shownPath(invocation, join(root, file))).join(', '));
  const merged = step.files.filter(({ isMerged }) => isMerged).map(({ file }) => file);
  const lost = step.files.flatMap(({ lostComments }) => lostComments);
  if (merged.length > 0)
    page.paragraph([{ text: trusted(undoWords[step.direction].merged(named(merged))), style: 'attention' }]);
  if (lost.length > 0)
    page.paragraph([
      { text: trusted(undoWords.lostComments(printable(lost.join(' ')))), style: 'attention' },
    ]);
  if (committed.length > 0) page.paragraph(trusted(undoWords.committed(named(committed))));
  if (step.unusable > 0) page.paragraph(trusted(undoWords.unusable(step.unusable)));
}

function stepJson(invocation: Invocation, root: string, { step, command, committed, view }: Told) {
  const shown = (files: readonly { readonly file: string }[]) =>
    files.map(({ file }) => shownPath(invocation, join(root, file)));
  return {
    format: 1,
    changed: shown(changedIn(step.files)),
    result: {
      command: command.command,
      at: command.at,
      by: command.by ?? null,
      changes: command.changes.map((change) => changeJson(change, view.texts)),
      merged: shown(step.files.filter(({ isMerged }) => isMerged)),
      committed: shown(committed.map((file) => ({ file }))),
      left: step.left,
      unusable: step.unusable,
    },
  };
}
