import type { DataPath } from '../problem.ts';

/** Says whether a key is the user's own, which every mapping may hold. */
export function isUserKey(key: string): boolean {
  return key.startsWith('x-');
}

/** The value at a path of plain data; `undefined` where there is none. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The data without the keys that begin with `x-`: what the schemas speak of. */
export function withoutUserKeys(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutUserKeys);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => !isUserKey(key))
      .map(([key, value]) => [key, withoutUserKeys(value)]),
  );
}
