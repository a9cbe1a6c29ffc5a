import { isPlainMapping } from './equal-data.ts';
import type { Bilingual } from './problem.ts';
import { folderFormat } from './schema/rules.ts';

/** The files of a partnership's folder as data, by their paths in it. */
export type FolderData = ReadonlyMap<string, unknown>;

/**
 * One step from a format of the folder to the next one. `migrate` is a pure function of what the files say: it
 * gives every file of the next format, with what it leaves alone as it was; a file that it leaves out goes. The
 * number of the format is none of its business.
 */
export interface Migration {
  /** The format that it leads from; it leads to the next. */
  readonly from: number;
  /** What changes, for people. */
  readonly about: Bilingual;
  readonly migrate: (files: FolderData) => FolderData;
}

/**
 * Every step from an older format, the oldest first. There is no older format than 1 yet. A step must leave the data
 * that seals cover as it is, or bring a new kind of seal: what reviewers sealed is proved again years later.
 */
export const migrations: readonly Migration[] = [];

/** The steps from a format to the one that this program works with; undefined where they do not lead there. */
export function migrationsFrom(
  format: number,
  known: readonly Migration[],
): readonly Migration[] | undefined {
  const steps: Migration[] = [];
  for (let at = format; at < folderFormat; at += 1) {
    const step = known.find(({ from }) => from === at);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return steps.length === 0 ? undefined : steps;
}

/** Takes the steps one after the other. */
export function migrated(files: FolderData, steps: readonly Migration[]): FolderData {
  return steps.reduce((now, { from, migrate }) => {
    const next = [...migrate(now)].map(([file, data]): [string, unknown] => [file, inFormat(data, from + 1)]);
    return new Map(next);
  }, files);
}

// Models say the format as well.
function inFormat(data: unknown, format: number): unknown {
  return isPlainMapping(data) && Object.hasOwn(data, 'format') ? { ...data, format } : data;
}
