import type { Sections } from '../schema/registry.ts';
import { changesOfBook } from './book-changes.ts';
import { type Change, isMapping } from './change.ts';
import { changesOfHome } from './home-changes.ts';
import { movedStages } from './moved-stages.ts';
import { changesOfStage } from './stage-changes.ts';

/** A file of a partnership as data, or that it stands there and is no YAML of ours. */
export type FileData = { readonly data: unknown } | { readonly unreadable: true };

/** The data of a file; undefined where there is none, or where it cannot be read. */
export function dataIn(file: FileData | undefined): unknown {
  return file === undefined || 'unreadable' in file ? undefined : file.data;
}

/** Which part of a partnership a file is; undefined for what is not the program's. */
type Role = 'home' | 'book' | 'stage' | undefined;

/** What a file is, by its path inside the partnership's folder. */
export function roleOf(file: string): Role {
  if (file === 'partnership.yaml') return 'home';
  if (file === 'reviews.yaml') return 'book';
  return stageName.test(file) ? 'stage' : undefined;
}

// stages/03-building.yaml
const stageName = /^stages\/(?:\d+-)?([^/.][^/]*)\.ya?ml$/;

/**
 * What changed in one file, in the model's words; `undefined` stands for a file that is not there. `sections`
 * are those that the model knows.
 */
export function changesOfFile(file: string, before: unknown, after: unknown, sections: Sections): Change[] {
  switch (roleOf(file)) {
    case 'home':
      return changesOfHome(before, after);
    case 'book':
      return changesOfBook(before, after);
    case 'stage':
      return changesOfStage(stageIdOf(file, after ?? before), before, after, sections);
    default:
      return [];
  }
}

function stageIdOf(file: string, data: unknown): string {
  if (isMapping(data) && typeof data.stage === 'string') return data.stage;
  return stageName.exec(file)?.[1] ?? file;
}

/** The note that a file stands there and cannot be read. */
export function unreadableFile(file: string): Change {
  const stage = roleOf(file) === 'stage' ? stageIdOf(file, undefined) : null;
  return { kind: 'changed', stage, subject: file, from: null, to: null, label: null, unreadable: true };
}

/**
 * What changed between two states of a whole folder, file by file: who and what, the stages in their
 * order, the minutes book. A file that cannot be read on either side is noted, and nothing else is said of it.
 */
export function changesBetween(
  before: ReadonlyMap<string, FileData>,
  after: ReadonlyMap<string, FileData>,
  sections: Sections,
): Change[] {
  const stagesIn = (all: ReadonlyMap<string, FileData>, other: ReadonlyMap<string, FileData>) =>
    [...all]
      .filter(([file]) => roleOf(file) === 'stage' && !other.has(file))
      .map(([file, found]) => ({ file, data: dataIn(found) }));
  const moved = movedStages(stagesIn(before, after), stagesIn(after, before));
  const gone = new Set(moved.values());
  const files = filesInOrder([...before.keys(), ...after.keys()]).filter((file) => !gone.has(file));
  return files.flatMap((file) => {
    const was = before.get(moved.get(file) ?? file);
    const is = after.get(file);
    if ((was !== undefined && 'unreadable' in was) || (is !== undefined && 'unreadable' in is)) {
      return [unreadableFile(file)];
    }
    return changesOfFile(file, was?.data, is?.data, sections);
  });
}

const roleOrder: readonly Role[] = ['home', 'stage', 'book'];

/** The files of a partnership without doubles: its identity first, its stages, its minutes book last. */
export function filesInOrder(files: readonly string[]): string[] {
  const rank = (file: string) => roleOrder.indexOf(roleOf(file));
  return [...new Set(files)]
    .filter((file) => rank(file) >= 0)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
