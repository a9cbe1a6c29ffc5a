import { join } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import type { Language } from '../core/schema/partnership.ts';
import { changeOptions, type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import type { CommitWords } from '../render/messages/git.ts';
import { loadTerms, type Terms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { describeProblem, loadProblemTexts } from '../render/problem-texts.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import { createPage, type Page } from '../render/terminal/page.ts';
import { type ChangeOutcome, changePartnership, type Planner } from '../store/change-partnership.ts';
import type { CommitReport, Saying } from './committing.ts';
import { shownPath } from './paths.ts';

/** How the outcome of a change is told. */
export interface Telling<T> {
  /** What a commit of the change says. */
  readonly commit: (
    outcome: ChangeOutcome<T>,
    words: CommitWords,
    stageTitle: (id: string) => string,
  ) => Saying;
  /** The result in JSON. */
  readonly json: (outcome: ChangeOutcome<T>) => object;
  /** The lines that say what was done, once something was. */
  readonly lines: (
    page: Page,
    outcome: ChangeOutcome<T>,
    terms: Terms,
    language: Language,
  ) => void | Promise<void>;
  /** The lines that say why there was nothing to do, where that takes more than a word. */
  readonly unchanged?: (page: Page, outcome: ChangeOutcome<T>, language: Language) => Promise<void>;
  /** Tells by itself of an outcome that was no change at all, and says whether it was one. */
  readonly refused?: (outcome: ChangeOutcome<T>) => Promise<boolean>;
}

/**
 * Carries a change out and tells of it: as JSON, as the difference where nothing was to be written,
 * or in words. The way of every writing command that changes one file.
 */
export async function change<T>(
  invocation: Invocation,
  root: string,
  dryRun: boolean,
  plan: Planner<T>,
  telling: Telling<T>,
): Promise<ChangeOutcome<T> & { readonly exitCode: number }> {
  const isCommitted = invocation.options.commit === true && !dryRun;
  const committer = isCommitted
    ? await (await import('./committing.ts')).committerFor(invocation, root)
    : undefined;
  let noUndo: string | undefined;
  const outcome = await changePartnership(
    root,
    {
      ...changeOptions(invocation, dryRun, waitNotice(invocation)),
      onNoUndo: (reason) => {
        noUndo = reason;
      },
    },
    plan,
  );
  const isToldOf = (await telling.refused?.(outcome)) ?? false;
  if (isToldOf) return { ...outcome, exitCode: 1 };
  const commit = await committer?.(outcome, telling.commit);
  await tell(invocation, root, dryRun, outcome, telling, commit);
  await tellOfNoUndo(invocation, noUndo, outcome.after.partnership.language);
  return { ...outcome, exitCode: commit?.kind === 'refused' ? 2 : 0 };
}

/** Tells the person, at most once a wait, whose command is at work. */
export function waitNotice(invocation: Invocation): (holder: string) => void {
  const { context, options, quiet } = invocation;
  return (holder) => {
    if (quiet) return;
    const language = languageOf(context, options.lang);
    void loadTerms(language).then(async ({ changes }) => {
      const page = createPage(terminalOf(invocation, context.stderr, language));
      page.paragraph(trusted(`partner: ${changes.waiting(printable(holder))}`));
      context.stderr.write(await page.render());
    });
  };
}

/** Says that a change was written and cannot be taken back, where it is so: `reason` as the system names it. */
export async function tellOfNoUndo(
  invocation: Invocation,
  reason: string | undefined,
  own: string,
): Promise<void> {
  if (reason === undefined || invocation.quiet) return;
  const { context, options } = invocation;
  const language = languageOf(context, options.lang, own);
  const { unavailable } = await (await import('../render/messages/undo.ts')).loadUndoWords(language);
  const page = createPage(terminalOf(invocation, context.stderr, language));
  page.paragraph(trusted(`partner: ${unavailable(printable(reason))}`));
  context.stderr.write(await page.render());
}

async function tell<T>(
  invocation: Invocation,
  root: string,
  dryRun: boolean,
  outcome: ChangeOutcome<T>,
  telling: Telling<T>,
  commit: CommitReport | undefined,
): Promise<void> {
  const { context, options, quiet } = invocation;
  const language = languageOf(context, options.lang, outcome.after.partnership.language);
  const files =
    outcome.changed === undefined ? [] : [shownPath(invocation, join(root, outcome.changed.file))];
  const committing = commit === undefined ? undefined : await import('./committing.ts');
  const texts = await loadProblemTexts(language);
  const warnings = outcome.warnings.map((warning) => describeProblem(warning, texts));
  if (invocation.json) {
    const notes = warnings.map(({ message, hint = null }) => ({ message, hint }));
    printJson(invocation, {
      format: 1,
      changed: files,
      result: telling.json(outcome),
      dry_run: dryRun,
      warnings: notes,
      ...(commit === undefined ? {} : await committing?.commitJson(commit, language)),
    });
    return;
  }
  const terms = await loadTerms(language);
  const page = createPage(terminalOf(invocation, context.stdout, language));
  if (dryRun && outcome.changed !== undefined) {
    context.stdout.write(await renderDiff(outcome.changed, terminalOf(invocation, context.stdout, language)));
  } else if (!quiet) {
    if (outcome.changed !== undefined) await telling.lines(page, outcome, terms, language);
    else if (telling.unchanged !== undefined) await telling.unchanged(page, outcome, language);
    else page.paragraph(trusted(terms.changes.unchanged));
    context.stdout.write(await page.render());
  }
  const notes = createPage(terminalOf(invocation, context.stderr, language));
  if (dryRun) notes.paragraph([{ text: trusted(terms.changes.dryRun), style: 'muted' }]);
  if (warnings.length > 0) {
    notes.paragraph([{ text: trusted(`${terms.changes.warnings}:`), style: 'attention' }]);
    notes.list(
      warnings.map(({ message, hint }) => trusted(hint === undefined ? message : `${message} (${hint})`)),
    );
  }
  if (!quiet) context.stderr.write(await notes.render());
  if (commit !== undefined) await committing?.tellCommit(invocation, commit, language);
}

/** The error of a command that needs an answer where there is nobody to give it. */
export function needsAnswer(en: string, he: string, option: string): PartnerError {
  return new PartnerError('needs-answer', { what: { en, he }, option });
}
