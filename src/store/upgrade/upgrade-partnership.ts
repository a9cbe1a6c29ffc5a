import { join } from 'node:path';
import { newProblems } from '../../core/new-problems.ts';
import { PartnerError } from '../../core/partner-error.ts';
import type { Diagnostic } from '../../core/problem.ts';
import type { Model } from '../../core/schema/model.ts';
import { correspond } from '../../core/upgrade/correspondence.ts';
import type { UpgradeNote } from '../../core/upgrade/note.ts';
import { keptStages } from '../../core/upgrade/road.ts';
import { type ChangeOptions, clearUp } from '../change-partnership.ts';
import { homeFile } from '../discover.ts';
import { withLock } from '../files/lock.ts';
import { sameBytes } from '../files/read-file.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import {
  type LoadedFolder,
  type LoadedPartnership,
  loadFolder,
  loadPartnership,
  requireReadable,
  reviewsFile,
} from '../load-partnership.ts';
import { earlierModel, withStages } from '../model-in-force.ts';
import type { FilesInPlace } from '../read-source.ts';
import { requireUnchanged } from '../require-unchanged.ts';
import { writeForGood, writeWithUndo } from '../undo/write-with-undo.ts';
import { type FormatStep, formatStepOf, sinceDisk } from './format-step.ts';
import { requireGoingOn } from './going-on.ts';
import { homeTurn } from './home-turn.ts';
import { bytesAt, ownModelTurns } from './own-model-turns.ts';
import { planStages } from './plan-stages.ts';
import { type SchemaMaker, schemaTurns } from './schema-turns.ts';
import { targetOf, type Wish } from './target.ts';

/** A partnership in a newer version of its model, as it would be written. */
export interface UpgradePlan {
  /** The step to a newer format of the folder; undefined where it is of that already. */
  readonly format: FormatStep['format'] | undefined;
  readonly model: string;
  readonly from: number;
  readonly to: number;
  /** The files that change, the one that counts last. */
  readonly turns: readonly FileTurn[];
  readonly conflicts: readonly { readonly file: string; readonly path: string }[];
  readonly notes: readonly UpgradeNote[];
  /** Errors that the files have by the new version and had not by the old one. */
  readonly problems: readonly Diagnostic[];
  readonly before: LoadedPartnership;
  /** The partnership afterwards, with the person's side wherever both sides differ. */
  readonly after: LoadedFolder;
}

export interface UpgradeOptions extends ChangeOptions {
  readonly wish: Wish;
  readonly schemas: SchemaMaker;
  /** What a person was shown and agreed to: anything else is `changed-meanwhile`. */
  readonly agreed?: UpgradePlan;
  /** Speaks against a plan by throwing, before anything is written. */
  readonly approve?: (plan: UpgradePlan) => void;
}

/**
 * Brings a partnership to a newer version of its model, all of its files as one: each is merged from the old
 * template, the new one and what people made of it. Stages that were passed stay as they are. Decided under the
 * lock; a dry run takes none and writes nothing. Throws `usage`, `upgrade-impossible` and `changed-meanwhile`, and
 * `invalid-partnership` where a file cannot be read.
 */
export async function upgradePartnership(root: string, options: UpgradeOptions): Promise<UpgradePlan> {
  const apply = async (): Promise<UpgradePlan> => {
    if (!options.dryRun) clearUp(root, options.lock.facts);
    const plan = await planUpgrade(root, options);
    options.approve?.(plan);
    if (options.agreed !== undefined) requireAgreed(plan, options.agreed);
    if (!options.dryRun && plan.turns.length > 0) {
      requireUnchanged(
        root,
        plan.before.files,
        plan.turns.map(({ file }) => file),
      );
      // What is of a format that this program does not read any more, it could not go back to.
      if (plan.format === undefined) writeWithUndo(root, plan.turns, options);
      else writeForGood(root, plan.turns);
    }
    return plan;
  };
  return options.dryRun ? apply() : withLock(root, options.lock, apply);
}

function requireAgreed({ turns }: UpgradePlan, agreed: UpgradePlan): void {
  const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
    a === undefined || b === undefined ? a === b : sameBytes(a, b);
  const other = turns.find(({ file, before, after }, index) => {
    const shown = agreed.turns[index];
    return shown?.file !== file || !isSame(shown.before, before) || !isSame(shown.after, after);
  });
  if (other !== undefined || turns.length !== agreed.turns.length)
    throw new PartnerError('changed-meanwhile', { file: other?.file ?? homeFile });
}

async function planUpgrade(root: string, options: UpgradeOptions): Promise<UpgradePlan> {
  const step = await formatStepOf(root, options);
  const files = step === undefined ? {} : { overlay: step.files };
  const before = await loadPartnership(root, { ...options, ...files });
  requireAllRead(before);
  const { partnership, journey, inForce } = before;
  // What has ended keeps its model; its format still has to be one that can be read.
  const stays = journey.current === null && step !== undefined && !isWish(options.wish);
  const target =
    stays && inForce.whole !== undefined
      ? { model: inForce.whole, bytes: undefined }
      : await targetOf(before, options.wish, options.resources, files);
  const old = partnership.model;
  const from = inForce.version;
  const to = target.model.version;
  if (to > from) requireGoingOn(before, target);
  const kept = keptStages(partnership, journey, target.model);
  const versions = new Map(
    [...kept]
      .map((id): [string, number] => [id, inForce.stageVersions.get(id) ?? from])
      .filter(([, version]) => version !== to),
  );
  const { model: next } = await withStages(target.model, versions, (version) =>
    earlierVersion(before, version, options.resources, files),
  );
  const correspondence = correspond(old, target.model, next, kept);
  const stages = planStages({
    ...{ partnership, files: before.files, old, next, correspondence },
    names: { ours: 'yours', base: 'base', theirs: `model ${target.model.model} version ${to}` },
  });
  requireFree(root, stages.turns);
  const home = homeTurn(before, to, versions);
  const ownModel = ownModelTurns(before, target, versions, files);
  const schemas = await schemaTurns(before, next, options.schemas);
  const planned = [...stages.turns, ...ownModel, ...schemas, home];
  const turns = sinceDisk(planned, step).filter(isChange);
  const overlay = new Map([
    ...turns.map(({ file, after }): [string, Uint8Array | undefined] => [file, after]),
    ...stages.settled,
  ]);
  const after = await loadFolder(root, { ...options, overlay });
  const problems = newProblems(before.diagnostics, after.diagnostics).filter(
    ({ severity }) => severity === 'error',
  );
  requireSoundBook(problems);
  const keptNotes = [...versions].map(
    ([stage, version]): UpgradeNote => ({ kind: 'stage_kept', stage, version }),
  );
  const order = [...next.stages, ...old.stages].map(({ id }) => id);
  const inOrder = (a: UpgradeNote, b: UpgradeNote) => order.indexOf(a.stage) - order.indexOf(b.stage);
  return {
    format: step?.format,
    ...{ model: target.model.model, from, to, turns, conflicts: stages.conflicts, problems, before, after },
    notes: turns.length === 0 ? [] : [...keptNotes, ...stages.notes].sort(inOrder),
  };
}

function isWish({ version, own }: Wish): boolean {
  return version !== undefined || own !== undefined;
}

/** The model of an earlier version; the one in force where it is that. */
function earlierVersion(
  { root, partnership: { model }, inForce }: LoadedPartnership,
  version: number,
  resources: string,
  files: FilesInPlace,
): Promise<Model | undefined> {
  // A model of the partnership's own is still the old one here.
  return version === inForce.version && inForce.whole !== undefined
    ? Promise.resolve(inForce.whole)
    : earlierModel(root, model.model, version, resources, files);
}

// A copy or a document of somebody's may have the name that a stage's file is going to have.
function requireFree(root: string, turns: readonly FileTurn[]): void {
  const taken = turns.find(
    ({ file, before, after }) =>
      before === undefined && after !== undefined && bytesAt(root, file) !== undefined,
  );
  if (taken !== undefined) throw new PartnerError('file-exists', { file: join(root, taken.file) });
}

function isChange({ before, after }: FileTurn): boolean {
  if (before === undefined || after === undefined) return before !== after;
  return !sameBytes(before, after);
}

// A file that nobody can read cannot be merged; what else is wrong stays as it is.
function requireAllRead(loaded: LoadedPartnership): void {
  const broken = [...loaded.files.values()].filter(({ data }) => data === undefined).map(({ file }) => file);
  for (const file of broken) requireReadable(loaded, file);
  if (broken.length === 0) return;
  const diagnostics = loaded.diagnostics.filter(({ file }) => broken.includes(file));
  throw new PartnerError('invalid-partnership', { count: diagnostics.length }, { diagnostics });
}

function requireSoundBook(problems: readonly Diagnostic[]): void {
  const inBook = problems.filter(({ file }) => file === reviewsFile);
  if (inBook.length > 0)
    throw new PartnerError('invalid-value', { file: reviewsFile }, { diagnostics: inBook });
}
