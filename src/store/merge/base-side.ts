import { isPlainMapping } from '../../core/equal-data.ts';
import type { Change, Conflict } from '../../core/merge/changes.ts';
import { mappingOr } from '../../core/merge/merged.ts';
import type { DataPath } from '../../core/problem.ts';
import { valueAt } from '../../core/schema/plain-data.ts';

/**
 * The change that puts what both sides began with where our value stands, for a conflict over a value: entries are
 * found again by their ids. `undefined` for a conflict over whole entries, and where nothing tells which it was.
 */
export function changeToBase(ours: unknown, base: unknown, { path, changes }: Conflict): Change | undefined {
  const [change] = changes;
  if (changes.length !== 1 || change?.kind !== 'set') return undefined;
  const from = placeInBase(ours, base, path);
  if (from === undefined) return undefined;
  const value = valueAt(base, from);
  const keyOrder = Object.keys(mappingOr(valueAt(base, from.slice(0, -1))));
  return value === undefined ? { kind: 'remove', path } : { kind: 'set', path, value, from, keyOrder };
}

function placeInBase(ours: unknown, base: unknown, path: DataPath): DataPath | undefined {
  const place: (string | number)[] = [];
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'string') {
      place.push(step);
      continue;
    }
    const entry = valueAt(ours, path.slice(0, depth + 1));
    const list = valueAt(base, place);
    if (!isPlainMapping(entry) || typeof entry.id !== 'string' || !Array.isArray(list)) return undefined;
    const index = list.findIndex((one) => isPlainMapping(one) && one.id === entry.id);
    if (index < 0) return undefined;
    place.push(index);
  }
  return place;
}
