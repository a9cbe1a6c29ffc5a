import { join } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import { changeOptions, type Invocation, languageOf, printJson, terminalOf } from '../invocation.ts';
import { loadTerms } from '../render/messages/terms.ts';
import { loadUpgradeWords } from '../render/messages/upgrade.ts';
import { trusted } from '../render/printable.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { isOwnSchema } from '../render/schema/file-schemas.ts';
import { diagnosticJson } from '../render/status-json.ts';
import { renderDiff } from '../render/terminal/diff.ts';
import { createPage } from '../render/terminal/page.ts';
import { tellUpgrade, type UpgradeTold } from '../render/terminal/upgrade.ts';
import { requireRoot } from '../store/discover.ts';
import type { Wish } from '../store/upgrade/target.ts';
import {
  type UpgradeOptions,
  type UpgradePlan,
  upgradePartnership,
} from '../store/upgrade/upgrade-partnership.ts';
import { needsAnswer, waitNotice } from './changing.ts';
import { chooseModel } from './choose-model.ts';
import { type CommitReport, commitUpgrade, repositoryAround } from './committing.ts';
import { editorSchemas } from './editor-schemas.ts';
import { atWorkingFolder, shownPath } from './paths.ts';

/**
 * `partner model upgrade`: brings the partnership to a newer version of its model; on a terminal it shows the
 * difference and asks. Exit 1 where it leaves something to decide.
 */
export async function upgradeModel(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const dryRun = options.dryRun === true;
  const wish = await wishFrom(invocation, options);
  const isCommitted = options.commit === true && !dryRun;
  const repository = isCommitted ? await repositoryAround(invocation, root) : undefined;
  const upgrade = (more: Partial<UpgradeOptions> = {}) =>
    upgradePartnership(root, {
      ...changeOptions(invocation, dryRun, waitNotice(invocation)),
      ...{ wish, schemas: { make: editorSchemas, isOurs: isOwnSchema }, ...more },
    });
  const agreed =
    dryRun || options.yes === true || !invocation.canAsk
      ? undefined
      : await agreedWith(invocation, root, await upgrade({ dryRun: true }));
  const isToldTo = dryRun || options.yes === true || agreed !== undefined;
  const plan = await upgrade({
    ...(agreed === undefined ? {} : { agreed }),
    ...(isToldTo ? {} : { approve: requireSameFormat }),
  });
  const isToDecide = plan.conflicts.length > 0;
  const commit =
    repository === undefined || isToDecide || plan.turns.length === 0
      ? undefined
      : await commitUpgrade(repository, plan.before.partnership, root, plan);
  await tell(invocation, root, plan, { dryRun, isShown: agreed !== undefined, commit, isCommitted });
  if (commit?.kind === 'refused') return 2;
  return isToDecide || plan.problems.length > 0 ? 1 : 0;
}

// Another format is for good, and for everybody who works on the folder: nobody gets it without a yes.
function requireSameFormat({ format }: UpgradePlan): void {
  if (format === undefined) return;
  const { from, to } = format;
  throw needsAnswer(
    `a yes to taking the folder from format ${from} to format ${to} (--dry-run shows it)`,
    `אישור להעברת התיקייה מתבנית ${from} לתבנית ${to} (‎--dry-run מראה אותה)`,
    '--yes',
  );
}

async function wishFrom(invocation: Invocation, { to, model }: CommandOptions): Promise<Wish> {
  const version = to === undefined ? undefined : Number(to);
  if (version !== undefined && !(Number.isInteger(version) && version > 0)) {
    const problem = {
      en: `--to ${to}: a version is a whole number, such as 2`,
      he: `--to ${to}: גרסה היא מספר שלם, למשל 2`,
    };
    throw new PartnerError('usage', { problem, command: 'model upgrade' });
  }
  if (model === undefined) return { version, own: undefined };
  const { model: own, bytes } = await chooseModel(invocation, model as string);
  // What comes with the program needs no folder; its id says nothing that the partnership does not.
  return { version, own: bytes === undefined ? undefined : { model: own, bytes } };
}

/** Shows what would be written and asks for a yes; anything else leaves with `cancelled`. */
async function agreedWith(invocation: Invocation, root: string, plan: UpgradePlan): Promise<UpgradePlan> {
  if (plan.turns.length === 0) return plan;
  const { context, options } = invocation;
  const language = languageOf(context, options.lang, plan.before.partnership.language);
  // What follows from the model would hide what becomes of the files that people write in.
  await showDiff(invocation, root, plan, isDerived);
  const words = await loadUpgradeWords(language);
  const texts = await loadProblemTexts(language);
  const { openDialogue } = await import('./dialogue.ts');
  const dialogue = await openDialogue(invocation, plan.before.partnership.language);
  const others = plan.turns.filter(isDerived).length;
  await dialogue.say((page) => {
    if (others > 0) page.paragraph([{ text: trusted(words.others(others)), style: 'muted' }]);
    page.blank();
    tellUpgrade(page, toldOf(invocation, root, plan), language, words, texts);
    page.blank();
  });
  await dialogue.confirmOrCancel(words.confirm);
  return plan;
}

// The person brought the model along, and the schemas follow from it.
function isDerived({ file }: { readonly file: string }): boolean {
  return file.startsWith('schemas/') || file.startsWith('models/');
}

async function showDiff(
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

function toldOf(invocation: Invocation, root: string, plan: UpgradePlan): UpgradeTold {
  return {
    ...plan,
    conflicts: plan.conflicts.map(({ file, path }) => ({
      file: shownPath(invocation, join(root, file)),
      path,
    })),
    problems: plan.problems.map((problem) => atWorkingFolder(invocation, root, problem)),
  };
}

interface Telling {
  readonly dryRun: boolean;
  /** Whether the person has seen it all already, before they agreed to it. */
  readonly isShown: boolean;
  readonly isCommitted: boolean;
  readonly commit: CommitReport | undefined;
}

async function tell(
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
  if (!quiet) (telling.dryRun ? context.stderr : context.stdout).write(await page.render());
  if (telling.commit !== undefined) await committing?.tellCommit(invocation, telling.commit, language);
}
