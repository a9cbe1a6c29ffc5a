/** Whether two plain values are equal; the order of a mapping's keys does not count. */
export function equalData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => equalData(entry, b[index]));
  }
  if (!isPlainMapping(a) || !isPlainMapping(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equalData(a[key], b[key]));
}

export type PlainMapping = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping: an object that is no array and no instance of a class. */
export function isPlainMapping(value: unknown): value is PlainMapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
