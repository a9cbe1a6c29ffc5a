import type { DataPath } from '../problem.ts';
import { valueAt } from '../schema/plain-data.ts';

/** What can have happened to a partnership; the words are public, in the JSON of `history`. */
export type ChangeKind =
  | 'started'
  | 'checked'
  | 'unchecked'
  | 'reviewed'
  | 'contributed'
  | 'observed'
  | 'partner_joined'
  | 'partner_left'
  | 'added'
  | 'changed'
  | 'removed';

/**
 * One difference between two states of a partnership, in the model's words. `from` and `to` are what
 * stood there: a whole entry where one came or went (the other is null), the changed fields alone
 * where one stays, a plain value where the thing is one.
 */
export interface Change {
  readonly kind: ChangeKind;
  /** The stage whose file or review it concerns; null for what concerns the partnership as a whole. */
  readonly stage: string | null;
  /** What changed, as commands name it: `pledges/p1`, `exit`, `stages/planning`; an item or a review by its id. */
  readonly subject: string;
  readonly from: unknown;
  readonly to: unknown;
  /** What people call it: the text of an item, the name or title of an entry. */
  readonly label: string | null;
  /** The file stands here and could not be read as YAML: what changed in it is told where it can be again. */
  readonly unreadable?: true;
}

/** A mapping of a YAML file. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Says whether plain data is a mapping. */
export function isMapping(data: unknown): data is Mapping {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** The list at a path; empty where there is none. */
export function listAt(data: unknown, path: DataPath): readonly unknown[] {
  const list = valueAt(data, path);
  return Array.isArray(list) ? list : [];
}

/** Says whether two pieces of plain data are equal; the order of a mapping's keys says nothing. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((value, index) => isSameData(value, b[index]))
    );
  }
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameData(a[key], b[key]))
  );
}

/** The fields in which two mappings differ, as they were and as they are; undefined where in none. */
export function changedFields(
  before: Mapping,
  after: Mapping,
  besides: readonly string[] = [],
): { readonly from: Mapping; readonly to: Mapping } | undefined {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...keys].filter((key) => !besides.includes(key) && !isSameData(before[key], after[key]));
  if (changed.length === 0) return undefined;
  return { from: pick(before, changed), to: pick(after, changed) };
}

/** Some fields of a mapping, in the order of `keys`. */
export function pick(data: Mapping, keys: readonly string[]): Mapping {
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(data, key) ? [[key, data[key]]] : [])));
}

// The fields by which people know an entry, in the order in which they are looked for.
const naming = ['name', 'title', 'text', 'statement', 'item', 'role', 'what', 'note', 'comment', 'reason'];

/** What people call an entry; null where no field of it says. */
export function labelOf(entry: unknown): string | null {
  if (!isMapping(entry)) return null;
  const found = naming.map((key) => entry[key]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
}
