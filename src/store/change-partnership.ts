import { join } from 'node:path';
import { newProblems } from '../core/new-problems.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Diagnostic } from '../core/problem.ts';
import { clearAbandoned } from './files/creation-journal.ts';
import { nodeFileSystem } from './files/file-system.ts';
import { type LockOptions, withLock } from './files/lock.ts';
import type { ProcessFacts } from './files/lock-identity.ts';
import { finishTogether } from './files/redo-journal.ts';
import { namesIn, removeStaleTemporaries } from './files/temporary.ts';
import { isLink } from './folder-listing.ts';
import {
  type LoadedPartnership,
  type LoadOptions,
  loadFolder,
  loadPartnership,
  requireReadable,
} from './load-partnership.ts';
import { requireUnchanged } from './require-unchanged.ts';
import { settleUnfinished } from './undo/settle.ts';
import { writeWithUndo } from './undo/write-with-undo.ts';
import type { Edit } from './yaml/data-edit.ts';

/** What a command wants to change: one file, in one or more edits. */
export interface FileChange {
  readonly file: string;
  readonly edits: readonly Edit[];
}

/** A file before and after a change, for showing the difference. */
export interface ChangedFile {
  readonly file: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** What came of a change: `changed` is undefined where the file was in the wanted state already. */
export interface ChangeOutcome<T> {
  readonly changed: ChangedFile | undefined;
  readonly result: T;
  /** Warnings of the plan, and those that the change brought with it. */
  readonly warnings: readonly Diagnostic[];
  /** The partnership as it stands after the change. */
  readonly after: LoadedPartnership;
}

export interface ChangeOptions extends LoadOptions {
  readonly lock: LockOptions;
  readonly dryRun: boolean;
  /** Gets the system's name of the reason where a change was written that undo will not know of. */
  readonly onNoUndo?: (reason: string) => void;
}

/** Decides, on what the lock made sure of, what to change and what to tell of it. */
export type Planner<T> = (loaded: LoadedPartnership) => {
  readonly change: FileChange | undefined;
  readonly result: T;
  /** What the person should know of how things stood before the change. */
  readonly warnings?: readonly Diagnostic[];
};

/**
 * Reads, changes and writes inside the lock, so that no other command's change is lost. The changed
 * partnership is checked as a whole before anything is written: a change that would bring in a new
 * error is refused with it (`invalid-value`, with the diagnostics). A dry run takes no lock and
 * writes nothing.
 */
export async function changePartnership<T>(
  root: string,
  options: ChangeOptions,
  plan: Planner<T>,
): Promise<ChangeOutcome<T>> {
  const apply = async (): Promise<ChangeOutcome<T>> => {
    if (!options.dryRun) clearUp(root, options.lock.facts);
    const loaded = await loadPartnership(root, options);
    // What cannot be read may hold the very thing that decides.
    for (const { file } of loaded.diagnostics) requireReadable(loaded, file);
    const { change, result, warnings = [] } = plan(loaded);
    if (change === undefined) return { changed: undefined, result, after: loaded, warnings };
    const applied = await applyChange(loaded, options, change);
    return { ...applied, result, warnings: [...warnings, ...applied.warnings] };
  };
  // Loaded before the lock is taken: others may be waiting for it.
  await import('./yaml/edit.ts');
  return options.dryRun ? apply() : withLock(root, options.lock, apply);
}

async function applyChange(
  loaded: LoadedPartnership,
  options: ChangeOptions,
  { file, edits }: FileChange,
): Promise<Omit<ChangeOutcome<never>, 'result'>> {
  const before = loaded.files.get(file)?.bytes;
  if (before === undefined)
    throw new PartnerError('invalid-partnership', { count: 1 }, { diagnostics: inFile(loaded, file) });
  const { editYaml } = await import('./yaml/edit.ts');
  const edited = editOrRefuse(loaded, file, () => editYaml(before, edits));
  if (!edited.changed) return { changed: undefined, after: loaded, warnings: [] };
  const after = await loadFolder(loaded.root, { ...options, overlay: new Map([[file, edited.bytes]]) });
  const added = newProblems(loaded.diagnostics, after.diagnostics);
  const errors = added.filter(({ severity }) => severity === 'error');
  const { partnership, journey } = after;
  if (errors.length > 0 || partnership === undefined || journey === undefined) {
    throw new PartnerError('invalid-value', { file }, { diagnostics: errors });
  }
  if (!options.dryRun) write(loaded, { file, before, after: edited.bytes }, options);
  const warnings = added.filter(({ severity }) => severity === 'warning');
  return {
    changed: { file, before, after: edited.bytes },
    after: { ...after, partnership, journey },
    warnings,
  };
}

// A file with mistakes in its YAML can't be edited safely: its own problems say why.
function editOrRefuse<T>(loaded: LoadedPartnership, file: string, edit: () => T): T {
  const source = loaded.files.get(file);
  if (source?.data === undefined) {
    const diagnostics = inFile(loaded, file);
    throw new PartnerError('invalid-partnership', { count: diagnostics.length }, { diagnostics });
  }
  return edit();
}

function inFile(loaded: LoadedPartnership, file: string): Diagnostic[] {
  return loaded.diagnostics.filter(
    (diagnostic) => diagnostic.file === file && diagnostic.severity === 'error',
  );
}

/**
 * Finishes or puts back, under the lock, what a command that died had begun to write, and removes what such commands
 * left in the folders that commands write to.
 */
export function clearUp(root: string, facts: ProcessFacts): void {
  clearAbandoned(root, facts);
  finishTogether(root);
  removeStaleTemporaries(root);
  for (const folder of [
    ['.partner'],
    ['stages'],
    ['schemas'],
    ['schemas', 'stages'],
    ...modelFolders(root),
  ]) {
    // What lies behind a link is not the partnership's own.
    const isOwn = folder.every((_, depth) => !isLink(join(root, ...folder.slice(0, depth + 1))));
    if (isOwn) removeStaleTemporaries(join(root, ...folder));
  }
  settleUnfinished(root);
}

function modelFolders(root: string): string[][] {
  const ids = isLink(join(root, 'models')) ? [] : namesIn(join(root, 'models'), nodeFileSystem);
  return ids.flatMap((id) => [
    ['models', id],
    ['models', id, 'versions'],
  ]);
}

function write({ root, files }: LoadedPartnership, changed: ChangedFile, options: ChangeOptions): void {
  // The change was decided on what all the files said, not only the one that it goes into.
  requireUnchanged(root, files, [changed.file]);
  writeWithUndo(root, [changed], options);
}
