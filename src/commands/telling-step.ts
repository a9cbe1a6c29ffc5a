import { join } from 'node:path';
import type { Diagnostic } from '../core/problem.ts';
import { type Invocation, printJson, terminalOf } from '../invocation.ts';
import { changeJson } from '../render/history-json.ts';
import { type Printable, printable, trusted } from '../render/printable.ts';
import { describeProblem, loadProblemTexts } from '../render/problem-texts.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import type { TerminalSettings } from '../render/terminal/layout.ts';
import { createPage, type Page } from '../render/terminal/page.ts';
import { commandChanges, commandLine, type ToldCommand, type UndoView } from '../render/terminal/undo.ts';
import { type FileStep, isSame } from '../store/undo/changed-back.ts';
import type { Step } from '../store/undo/take-step.ts';
import { atWorkingFolder, shownPath } from './paths.ts';

/** What there is to tell of a step. */
export interface Told {
  readonly step: Step;
  readonly command: ToldCommand;
  /** The files that the last commit has as they were before the step. */
  readonly committed: readonly string[];
  readonly view: UndoView;
}

/** Shows on stderr what would come of a step: the command, the difference, and what is odd about it. */
export async function showStep(invocation: Invocation, root: string, told: Told): Promise<void> {
  const { context } = invocation;
  const settings = terminalOf(invocation, context.stderr, told.view.texts.language);
  const page = createPage(settings);
  showHeading(page, told);
  context.stderr.write(await page.render());
  for (const diff of await diffsOf(told.step, settings)) context.stderr.write(diff);
  const notes = createPage(settings);
  noteOn(notes, invocation, root, told);
  await warnOn(notes, invocation, root, told);
  context.stderr.write(await notes.render());
}

function showHeading(page: Page, { step, command, view }: Told): void {
  const { heading } = view.undoWords[step.direction];
  page.paragraph([{ text: trusted(heading(commandLine(command, view))), style: 'strong' }]);
  commandChanges(page, command, view);
}

function diffsOf({ files }: Step, settings: TerminalSettings) {
  return Promise.all(
    changedIn(files).map(({ file, now, wanted }) =>
      renderDiff({ file, before: now, after: wanted }, settings),
    ),
  );
}

function changedIn(files: readonly FileStep[]): FileStep[] {
  return files.filter(({ now, wanted }) => !isSame(now, wanted));
}

/** Tells of a step: as JSON, as the difference where nothing was to be written, or in words. */
export async function tellStep(
  invocation: Invocation,
  root: string,
  told: Told,
  { dryRun, wasShown }: { readonly dryRun: boolean; readonly wasShown: boolean },
): Promise<void> {
  const { context, quiet } = invocation;
  const { step, command, view } = told;
  const { terms, language } = view.texts;
  if (invocation.json) {
    const notes = (await warningsOf(told)).map(({ message, hint = null }) => ({ message, hint }));
    const texts = await loadProblemTexts(language);
    const problems = problemsOf(invocation, root, told).map((problem) => diagnosticJson(problem, texts));
    printJson(invocation, {
      ...stepJson(invocation, root, told),
      dry_run: dryRun,
      warnings: notes,
      problems,
    });
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
  if (!wasShown) {
    noteOn(notes, invocation, root, told);
    await warnOn(notes, invocation, root, told);
  }
  if (!dryRun) {
    const left = step.direction === 'undo' ? step.left.undo : step.left.redo;
    notes.paragraph([{ text: trusted(view.undoWords[step.direction].next(left)), style: 'muted' }]);
  }
  context.stderr.write(await notes.render());
}

function problemsOf(invocation: Invocation, root: string, { step }: Told): Diagnostic[] {
  return step.problems.map((problem) => atWorkingFolder(invocation, root, problem));
}

async function warningsOf({ step, view }: Told) {
  const texts = await loadProblemTexts(view.texts.language);
  return step.warnings.map((warning) => describeProblem(warning, texts));
}

async function warnOn(page: Page, invocation: Invocation, root: string, told: Told): Promise<void> {
  const misfits = problemsOf(invocation, root, told);
  if (misfits.length > 0) {
    const texts = await loadProblemTexts(told.view.texts.language);
    page.paragraph([{ text: trusted(told.view.undoWords.misfits(misfits.length)), style: 'attention' }]);
    page.list(
      misfits.map((problem) => {
        const { message, hint } = describeProblem(problem, texts);
        return [
          { text: printable(problem.file), style: 'accent', ltr: true },
          { text: trusted(`: ${hint === undefined ? message : `${message} (${hint})`}`) },
        ];
      }),
    );
  }
  const warnings = await warningsOf(told);
  if (warnings.length === 0) return;
  page.paragraph([{ text: trusted(`${told.view.texts.terms.changes.warnings}:`), style: 'attention' }]);
  page.list(
    warnings.map(({ message, hint }) => trusted(hint === undefined ? message : `${message} (${hint})`)),
  );
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
