import { isPlainMapping, type PlainMapping } from '../../core/equal-data.ts';
import { PartnerError } from '../../core/partner-error.ts';
import { type DataPath, formatPath } from '../../core/problem.ts';

/**
 * One change to a file's data. `set` adds or replaces a mapping's key, or replaces a sequence's
 * entry; `append` adds one entry to a sequence and `extend` several, in one splice; all create what
 * is missing or null on the way.
 * `remove` takes a key or an entry away. `keyOrder` is the canonical order of the keys of the
 * mapping that holds the last step: it places a new key.
 */
export type Edit =
  | {
      readonly kind: 'set';
      readonly path: DataPath;
      readonly value: unknown;
      readonly keyOrder?: readonly string[];
    }
  | {
      readonly kind: 'append';
      readonly path: DataPath;
      readonly value: unknown;
      readonly keyOrder?: readonly string[];
    }
  | {
      readonly kind: 'extend';
      readonly path: DataPath;
      readonly values: readonly unknown[];
      readonly keyOrder?: readonly string[];
    }
  | { readonly kind: 'remove'; readonly path: DataPath };

/**
 * The meaning of an edit on plain data, which is not changed: the new data. An edit that makes no
 * sense there (a key of a text, an entry beyond the end) is refused as `edit-refused`.
 */
export function applyEdit(data: unknown, edit: Edit): unknown {
  const refuse = () => refusal(edit.path);
  if (edit.kind === 'remove') {
    if (edit.path.length === 0) throw refuse();
    return withoutStep(data, edit.path);
  }
  if (edit.kind === 'set') {
    const value = plainValue(edit.value, edit.path);
    return withStep(data, edit.path, () => value, refuse);
  }
  const values = newEntries(edit).map((value) => plainValue(value, edit.path));
  if (values.length === 0) return data;
  return withStep(data, edit.path, (old) => extended(old, values, refuse), refuse);
}

/** The entries that an edit adds to a sequence. */
export function newEntries(edit: Extract<Edit, { readonly kind: 'append' | 'extend' }>): readonly unknown[] {
  return edit.kind === 'append' ? [edit.value] : edit.values;
}

function extended(old: unknown, values: readonly unknown[], refuse: () => PartnerError): unknown[] {
  if (old === undefined || old === null) return [...values];
  if (!Array.isArray(old)) throw refuse();
  return [...old, ...values];
}

function withStep(
  data: unknown,
  path: DataPath,
  change: (old: unknown) => unknown,
  refuse: () => PartnerError,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  if (typeof step === 'number') {
    if (!Array.isArray(data) || !(step in data)) throw refuse();
    return data.with(step, withStep(data[step], rest, change, refuse));
  }
  const mapping = data === undefined || data === null ? {} : data;
  if (!isPlainMapping(mapping)) throw refuse();
  const old = Object.hasOwn(mapping, step) ? mapping[step] : undefined;
  const value = withStep(old, rest, change, refuse);
  const entries = Object.entries(mapping).filter(([key]) => key !== step);
  return Object.fromEntries([...entries, [step, value]]);
}

function withoutStep(data: unknown, path: DataPath): unknown {
  const [step, ...rest] = path;
  if (step === undefined || !hasStep(data, step)) return data;
  if (Array.isArray(data)) {
    const index = Number(step);
    return rest.length === 0 ? data.toSpliced(index, 1) : data.with(index, withoutStep(data[index], rest));
  }
  const entries = Object.entries(data as PlainMapping);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([key]) => key !== step));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === step ? withoutStep(value, rest) : value]),
  );
}

function hasStep(data: unknown, step: string | number): boolean {
  if (typeof step === 'number') return Array.isArray(data) && step in data;
  return isPlainMapping(data) && Object.hasOwn(data, step);
}

/** An edit whose values are plain data; see `plainValue` for what is refused. */
export function plainEdit(edit: Edit): Edit {
  if (edit.kind === 'remove') return edit;
  if (edit.kind !== 'extend') return { ...edit, value: plainValue(edit.value, edit.path) };
  return { ...edit, values: edit.values.map((value) => plainValue(value, edit.path)) };
}

/**
 * A copy of the value as plain data: keys whose value is undefined are left out. What YAML cannot
 * carry (lone surrogates, infinite numbers, dates, functions, undefined) is refused as `edit-refused`.
 */
export function plainValue(value: unknown, path: DataPath): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && !/\p{Surrogate}/u.test(value)) return value;
  if (Array.isArray(value)) return value.map((entry, index) => plainValue(entry, [...path, index]));
  if (!isPlainMapping(value)) throw refusal(path);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => [plainValue(key, path), plainValue(entry, [...path, key])]),
  );
}

/** The refusal of an edit at this path. */
export function refusal(path: DataPath): PartnerError {
  return new PartnerError('edit-refused', { path: formatPath(path) });
}
