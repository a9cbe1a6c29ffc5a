import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import { changeOptions, type Invocation } from '../invocation.ts';
import { requireRoot } from '../store/discover.ts';
import { createVersionParser } from '../store/read-source.ts';
import type { Direction } from '../store/undo/changed-back.ts';
import { type Step, takeStep } from '../store/undo/take-step.ts';
import { waitNotice } from './changing.ts';
import { committedChanges } from './committed-changes.ts';
import { openDialogue } from './dialogue.ts';
import { showStep, type Told, tellStep } from './telling-step.ts';
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
  await tellStep(invocation, root, told, { dryRun, wasShown: asks });
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
  const view = await undoView(invocation, step.before);
  const command = await toldCommand(step.entry.entry, createVersionParser(), view.texts.sections);
  return { step, command, committed, view };
}

/** Shows on the terminal what would come of the step and asks for a yes; anything else is `cancelled`. */
async function agreeOn(invocation: Invocation, root: string, direction: Direction): Promise<Step> {
  const told = await stepOnce(invocation, root, direction, true);
  const { step, view } = told;
  await showStep(invocation, root, told);
  const dialogue = await openDialogue(invocation, step.before.partnership.language);
  await dialogue.confirmOrCancel(view.undoWords[direction].question);
  return step;
}
