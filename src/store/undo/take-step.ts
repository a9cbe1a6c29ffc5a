import { join } from 'node:path';
import { newProblems } from '../../core/new-problems.ts';
import { PartnerError } from '../../core/partner-error.ts';
import type { Diagnostic } from '../../core/problem.ts';
import { sectionsIn } from '../../core/schema/model-sections.ts';
import { type ChangeOptions, clearUp } from '../change-partnership.ts';
import { withLock } from '../files/lock.ts';
import {
  type LoadedPartnership,
  loadFolder,
  loadPartnership,
  requireReadable,
  reviewsFile,
} from '../load-partnership.ts';
import { requireUnchanged } from '../require-unchanged.ts';
import { type Direction, type FileStep, isSame, stepOf } from './changed-back.ts';
import { type SettledEntry, settledEntries } from './settle.ts';
import { writeStep } from './write-step.ts';

/** One command taken back, or done again, or what would come of that. */
export interface Step {
  readonly direction: Direction;
  readonly entry: SettledEntry;
  readonly files: readonly FileStep[];
  readonly before: LoadedPartnership;
  readonly after: LoadedPartnership;
  /** The warnings that come with it. */
  readonly warnings: readonly Diagnostic[];
  /** Errors that the files have by the version of the model that it leads to, where that is another one. */
  readonly problems: readonly Diagnostic[];
  /** How many commands can be taken back, and done again, afterwards. */
  readonly left: { readonly undo: number; readonly redo: number };
  /** How many entries could not be used. */
  readonly unusable: number;
}

export interface StepOptions extends ChangeOptions {
  /** Speaks against a step by throwing, before anything is written. */
  readonly approve: (step: Step) => Promise<void>;
  /** What a person was shown and agreed to: anything else is `changed-meanwhile`. */
  readonly agreed?: Step;
}

/**
 * Takes back the last command that is not undone, or does the last undone one again. It is a change like any
 * other: decided under the lock, checked as a whole, written by the careful writer; where it would bring in a
 * new error it is refused (`invalid-value`). Throws `nothing-to-undo`, `nothing-to-redo` and `changed-since`. A
 * dry run takes no lock and writes nothing.
 */
export async function takeStep(root: string, direction: Direction, options: StepOptions): Promise<Step> {
  const holdsLock = !options.dryRun;
  const take = async (): Promise<Step> => {
    if (holdsLock) clearUp(root, options.lock.facts);
    const step = await planStep(root, direction, options, holdsLock);
    await options.approve(step);
    if (options.agreed !== undefined) requireAgreed(root, step, options.agreed);
    if (holdsLock) {
      const { entry, files, before } = step;
      requireUnchanged(
        root,
        before.files,
        files.map(({ file }) => file),
      );
      writeStep(root, entry, files, direction);
    }
    return step;
  };
  return holdsLock ? withLock(root, options.lock, take) : take();
}

async function planStep(
  root: string,
  direction: Direction,
  options: ChangeOptions,
  holdsLock: boolean,
): Promise<Step> {
  const { entries, unusable } = settledEntries(root, { holdsLock });
  const done = entries.filter(({ state }) => state === 'done');
  const undone = entries.filter(({ state }) => state === 'undone');
  const entry = direction === 'undo' ? done.at(-1) : undone[0];
  if (entry === undefined)
    throw new PartnerError(direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo', { unusable });
  const before = await loadPartnership(root, options);
  for (const { file } of before.diagnostics) requireReadable(before, file);
  const sections = sectionsIn(before.partnership.model);
  const files = await Promise.all(
    entry.entry.files.map((states) => stepOf(root, states, direction, sections)),
  );
  const { after, warnings, problems } = await checked(before, files, direction, options);
  for (const { file } of files) {
    // A file that the model does not have any more, and is not getting back, is nobody's to check.
    const isKnown = before.files.has(file) || after.files.has(file);
    if (!isKnown && file.startsWith('stages/'))
      throw new PartnerError('changed-since', { file: join(root, file) });
  }
  const shift = direction === 'undo' ? 1 : -1;
  const left = { undo: done.length - shift, redo: undone.length + shift };
  return { direction, entry, files, before, after, warnings, problems, left, unusable };
}

async function checked(
  before: LoadedPartnership,
  files: readonly FileStep[],
  direction: Direction,
  options: ChangeOptions,
): Promise<Pick<Step, 'after' | 'warnings' | 'problems'>> {
  const overlay = new Map(files.map(({ file, wanted }) => [file, wanted]));
  const after = await loadFolder(before.root, { ...options, overlay });
  const added = newProblems(before.diagnostics, after.diagnostics);
  const errors = added.filter(({ severity }) => severity === 'error');
  const { partnership, journey } = after;
  const [first] = files;
  // What another version of the model asks for was not asked for by the command: it is told, as an upgrade tells it.
  const isOfOther = after.inForce.version !== before.inForce.version;
  const refused = isOfOther ? errors.filter(({ file }) => file === reviewsFile) : errors;
  if (refused.length > 0 || partnership === undefined || journey === undefined)
    throw new PartnerError('invalid-value', { file: first?.file ?? '' }, { diagnostics: errors });
  // A review that comes back has to find the stage as it was when it was held: its gate was open then.
  if (direction === 'redo' && files.some(({ file }) => file === reviewsFile)) {
    const broken = added.filter(({ code }) => code === 'broken-seal');
    if (broken.length > 0) throw new PartnerError('review-outdated', {}, { diagnostics: broken });
  }
  return {
    after: { ...after, partnership, journey },
    warnings: added.filter(({ severity }) => severity === 'warning'),
    problems: errors,
  };
}

function requireAgreed(root: string, step: Step, agreed: Step): void {
  const isOther = (file: FileStep, index: number) => {
    const shown = agreed.files[index];
    return shown?.file !== file.file || !isSame(shown.now, file.now) || !isSame(shown.wanted, file.wanted);
  };
  const changed =
    step.entry.number === agreed.entry.number ? step.files.find(isOther)?.file : step.files[0]?.file;
  if (changed !== undefined) throw new PartnerError('changed-meanwhile', { file: join(root, changed) });
}
