import { idPattern } from '../id.ts';
import { type CheckedFile, type Partnership, stageHolding } from '../partnership.ts';
import { valueAt } from '../schema/plain-data.ts';

/** The ids that a section gives. `certain` is false where a mistake told elsewhere may hide some. */
export interface KnownIds {
  readonly ids: ReadonlySet<string>;
  readonly certain: boolean;
}

/**
 * The ids in a section, those of broken entries too. A file that cannot be read, a section under a
 * wrong name or in a wrong file, and an entry whose id is missing, malformed or another's are each
 * told once; every reference that fails because of them would tell it again.
 */
export function knownIds(partnership: Partnership, section: string): KnownIds {
  const file = section === 'partners' ? partnership.home : stageHolding(partnership, section)?.source;
  if (file === undefined) return { ids: new Set(), certain: true };
  const list = valueAt(file.data, [section]);
  if (!Array.isArray(list)) {
    const isAbsent = typeof file.data === 'object' && file.data !== null && list === undefined;
    return { ids: new Set(), certain: isAbsent && !standsElsewhere(partnership, section) };
  }
  const ids = list.map((entry) => valueAt(entry, ['id'])).filter((id) => typeof id === 'string');
  const areSound = ids.length === list.length && ids.every((id) => idPattern.test(id));
  const distinct = new Set(ids);
  return { ids: distinct, certain: areSound && distinct.size === ids.length };
}

function standsElsewhere(partnership: Partnership, section: string): boolean {
  const { home, book, stages } = partnership;
  const files: readonly CheckedFile[] = [home, book, ...stages.map(({ source }) => source)];
  return files.some(
    ({ data, problems }) =>
      valueAt(data, [section]) !== undefined ||
      problems.some(({ path, params }) => path.length === 1 && params?.nearest === section),
  );
}
