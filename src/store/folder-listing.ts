import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { foldedName } from '../core/file-name.ts';
import { nodeFileSystem } from './files/file-system.ts';
import { isSystemError } from './files/storage-error.ts';

/** The names in a partnership's folder and in its `stages/`, looked at once for all that a reading asks of them. */
export interface FolderListing {
  /** The names at its top; undefined where the system does not tell them. */
  readonly top: readonly string[] | undefined;
  /** The names in `stages/`; none where it is no folder of the partnership's own, or cannot be listed. */
  readonly stages: readonly string[];
  /** Whether `stages` is a link: what lies behind it is not the partnership's own. */
  readonly areStagesLinked: boolean;
  /** Whether the system told all names that there are. */
  readonly isWhole: boolean;
}

/** Lists a partnership's folder. */
export function listFolder(root: string): FolderListing {
  const top = namesIn(root);
  const stages = join(root, 'stages');
  const areStagesLinked = mayHold({ top }, 'stages') && unlessRefused(() => isLink(stages)) === true;
  const found = mayHold({ top }, 'stages') && !areStagesLinked ? namesIn(stages) : [];
  return { top, stages: found ?? [], areStagesLinked, isWhole: top !== undefined && found !== undefined };
}

/**
 * Says whether a name (without capitals) may stand at the top of a folder: it is in the listing, in whatever
 * capitals, since there are disks that don't mind them; or there is no listing.
 */
export function mayHold({ top }: Pick<FolderListing, 'top'>, name: string): boolean {
  return top?.some((one) => one === name || foldedName(one) === name) ?? true;
}

/** Whether a folder is a link: what lies behind it is not the partnership's own, whatever it is. */
export function isLink(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function namesIn(folder: string): string[] | undefined {
  return unlessRefused(() => nodeFileSystem.readdir(folder));
}

function unlessRefused<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}
