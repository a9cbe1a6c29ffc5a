import { join } from 'node:path';
import { type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { loadUpgradeWords } from '../render/messages/upgrade.ts';
import { trusted } from '../render/printable.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import { createPage } from '../render/terminal/page.ts';
import { tellUpgrade, type UpgradeTold } from '../render/terminal/upgrade.ts';
import type { UpgradePlan } from '../store/upgrade/upgrade-partnership.ts';
import type { CommitReport } from './committing.ts';
import { atWorkingFolder, shownPath } from './paths.ts';

/** Whether a file follows from the model: the person brought that along, and the schemas are made of it. */
export function isDerived({ file }: { readonly file: string }): boolean {
  return file.startsWith('schemas/') || file.startsWith('models/');
}

/** Prints the differences, those of files that people write in first. */
export async function showDiff(
  invocation: Invocation,
  root: string,
  { turns, before }: UpgradePlan,
  isLeftOut: (turn: { readonly file: string }) => boolean = () => false,
): Promise<void> {
  const { context, options } = invocation;
  const settings = terminalOf(
    invocation,
    context.stdout,
    languageOf(context, options.lang, before.partnership.language),
  );
  const shown = turns.filter((turn) => !isLeftOut(turn));
  for (const { file, before: was, after } of [
    ...shown.filter((turn) => !isDerived(turn)),
    ...shown.filter(isDerived),
  ])
    context.stdout.write(
      await renderDiff({ file: shownPath(invocation, join(root, file)), before: was, after }, settings),
    );
}

/** What there is to tell of a plan, with files named as the reader would type them. */
export function toldOf(invocation: Invocation, root: string, plan: UpgradePlan): UpgradeTold {
  return {
    ...plan,
    conflicts: plan.conflicts.map(({ file, path }) => ({
      file: shownPath(invocation, join(root, file)),
      path,
    })),
    problems: plan.problems.map((problem) => atWorkingFolder(invocation, root, problem)),
  };
}

/** How an upgrade is told of. */
export interface Telling {
  readonly dryRun: boolean;
  /** Whether the person has seen it all already, before they agreed to it. */
  readonly isShown: boolean;
  readonly isCommitted: boolean;
  readonly commit: CommitReport | undefined;
}

/** Tells of an upgrade that was carried out, or would be: as JSON, or in words. */
export async function tellOfUpgrade(
  invocation: Invocation,
  root: string,
  plan: UpgradePlan,
  telling: Telling,
): Promise<void> {
  const { context, options, quiet } = invocation;
  const language = languageOf(context, options.lang, plan.before.partnership.language);
  const told = toldOf(invocation, root, plan);
  const texts = await loadProblemTexts(language);
  const committing = telling.commit === undefined ? undefined : await import('./committing.ts');
  if (invocation.json) {
    const { model, from, to, notes, conflicts, format = null } = told;
    const problems = told.problems.map((problem) => diagnosticJson(problem, texts));
    printJson(invocation, {
      format: 1,
      changed: plan.turns.map(({ file }) => shownPath(invocation, join(root, file))),
      result: {
        ...{ model, from, to, notes, conflicts, problems },
        format: format === null ? null : { from: format.from, to: format.to },
      },
      dry_run: telling.dryRun,
      ...(telling.commit === undefined ? {} : await committing?.commitJson(telling.commit, language)),
    });
    return;
  }
  const words = await loadUpgradeWords(language);
  const { changes } = await loadTerms(language);
  if (telling.dryRun) await showDiff(invocation, root, plan);
  const page = createPage(terminalOf(invocation, telling.dryRun ? context.stderr : context.stdout, language));
  if (plan.turns.length === 0) {
    const isOwn = plan.before.inForce.isOwn;
    page.paragraph(trusted((isOwn ? words.ownUpToDate : words.upToDate)(told.model, told.to)));
    if (isOwn) page.command(trusted('partner model upgrade --model DIR'));
  } else {
    if (!telling.isShown) tellUpgrade(page, told, language, words, texts);
    if (!telling.dryRun) page.paragraph([{ text: trusted(words.written(plan.turns.length)), style: 'good' }]);
  }
  if (telling.isCommitted && told.conflicts.length > 0) page.paragraph(trusted(words.notCommitted));
  if (telling.dryRun) page.paragraph([{ text: trusted(changes.dryRun), style: 'muted' }]);
  // What is left to do is no chatter.
  const isLeftToDo = told.conflicts.length > 0 || told.problems.length > 0;
  if (!quiet || isLeftToDo) (telling.dryRun ? context.stderr : context.stdout).write(await page.render());
  if (telling.commit !== undefined) await committing?.tellCommit(invocation, telling.commit, language);
}
