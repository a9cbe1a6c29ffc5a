import { idPattern } from '../id.ts';
import { type CheckedFile, type Partnership, stageHolding } from '../partnership.ts';
import { valueAt } from '../schema/plain-data.ts';

/** The ids that a section gives. `certain` is false where a mistake told elsewhere may hide some. */
export interface KnownIds {
  readonly ids: readonly string[];
  readonly certain: boolean;
}

/**
 * The ids in a section, those of broken entries too. A file that cannot be read, a section under a
 * wrong name or in a wrong file, and an entry whose id is missing, malformed or another's are each
 * told once; every reference that fails because of them would tell it again.
 */
export function knownIds(partnership: Partnership, section: string): KnownIds {
  const file = section === 'partners' ? partnership.home : stageHolding(partnership, section)?.source;
  if (file === undefined) return { ids: [], certain: true };
  const list = valueAt(file.data, [section]);
  if (!Array.isArray(list)) {
    const isAbsent = typeof file.data === 'object' && file.data !== null && list === undefined;
    return { ids: [], certain: isAbsent && !standsElsewhere(partnership, section) };
  }
  const ids = list.map((entry) => valueAt(entry, ['id'])).filter((id) => typeof id === 'string');
  const areSound = ids.length === list.length && ids.every((id) => idPattern.test(id));
  return { ids, certain: areSound && new Set(ids).size === ids.length };
}

function standsElsewhere(partnership: Partnership, section: string): boolean {
  const files: readonly CheckedFile[] = [partnership.home, ...partnership.stages.map(({ source }) => source)];
  return files.some(({ problems }) =>
    problems.some(
      ({ path, params }) => path.length === 1 && (path[0] === section || params?.nearest === section),
    ),
  );
}
