import type { CheckedFile, Entry } from './partnership.ts';
import type { DataPath, Problem } from './problem.ts';
import { valueAt } from './schema/plain-data.ts';

/**
 * Says whether no error of the schema stands at a path or below it. An unknown key does no harm, unless
 * it stands for a key that has to be there.
 */
export function isSound(file: CheckedFile, path: DataPath): boolean {
  return harmfulBelow(file, path).length === 0;
}

const nothing: readonly Problem[] = [];

function harmfulBelow({ problems }: CheckedFile, path: DataPath): readonly Problem[] {
  if (problems.length === 0) return nothing;
  return problems.filter(
    ({ code, params, path: place }) =>
      (code !== 'unknown-key' || params?.missing !== undefined) &&
      path.every((step, depth) => place[depth] === step),
  );
}

/** The entries of a list that their schema accepts; a list of thousands takes one look at each. */
export function soundEntries<T>(file: CheckedFile, path: DataPath): Entry<T>[] {
  const list = valueAt(file.data, path);
  if (!Array.isArray(list)) return [];
  // Looked up once: thousands of entries may have thousands of problems.
  const broken = new Set(harmfulBelow(file, path).map((problem) => problem.path[path.length]));
  const entries: Entry<T>[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const value: unknown = list[index];
    if (typeof value !== 'object' || value === null || broken.has(index)) continue;
    entries.push({ value: value as T, file: file.file, path: [...path, index] });
  }
  return entries;
}
