import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import { changeOptions, type Invocation, languageOf } from '../invocation.ts';
import { loadUpgradeWords } from '../render/messages/upgrade.ts';
import { trusted } from '../render/printable.ts';
import { loadProblemTexts } from '../render/problem-texts.ts';
import { isOwnSchema } from '../render/schema/file-schemas.ts';
import { tellUpgrade } from '../render/terminal/upgrade.ts';
import { requireRoot } from '../store/discover.ts';
import type { Wish } from '../store/upgrade/target.ts';
import {
  type UpgradeOptions,
  type UpgradePlan,
  upgradePartnership,
} from '../store/upgrade/upgrade-partnership.ts';
import { needsAnswer, tellOfNoUndo, waitNotice } from './changing.ts';
import { chooseModel } from './choose-model.ts';
import { commitUpgrade, repositoryAround } from './committing.ts';
import { editorSchemas } from './editor-schemas.ts';
import { isDerived, showDiff, tellOfUpgrade, toldOf } from './upgrade-telling.ts';

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
  let noUndo: string | undefined;
  const isToldTo = dryRun || options.yes === true || agreed !== undefined;
  const plan = await upgrade({
    ...(agreed === undefined ? {} : { agreed }),
    ...(isToldTo ? {} : { approve: requireSameFormat }),
    onNoUndo: (reason) => {
      noUndo = reason;
    },
  });
  await tellOfNoUndo(invocation, noUndo, plan.before.partnership.language);
  const isToDecide = plan.conflicts.length > 0;
  const commit =
    repository === undefined || isToDecide || plan.turns.length === 0
      ? undefined
      : await commitUpgrade(repository, plan.before.partnership, root, plan);
  await tellOfUpgrade(invocation, root, plan, { dryRun, isShown: agreed !== undefined, commit, isCommitted });
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
  if (bytes !== undefined) return { version, own: { model: own, bytes } };
  const problem = {
    en: `--model ${model}: that comes with the program; leave --model out, and tell a version with --to`,
    he: `--model ${model}: מודל זה בא עם התכנה; יש להשמיט את --model ולציין גרסה ב־--to`,
  };
  throw new PartnerError('usage', { problem, command: 'model upgrade' });
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
