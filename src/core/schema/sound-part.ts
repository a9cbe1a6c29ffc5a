import { accepts, type MappingOutline, type Outline } from './outline.ts';

/**
 * What an outline accepts of some data, as far down as it can be told apart: of a mapping the keys with a sound
 * value, of a list what is sound of its entries; `undefined` where nothing is. Keys that are missing stay so.
 */
export function soundPart(outline: Outline, data: unknown): unknown {
  if (accepts(outline, data)) return data;
  if (outline.type === 'list' && Array.isArray(data))
    return data.map((entry) => soundPart(outline.entry, entry)).filter((entry) => entry !== undefined);
  if (outline.type !== 'mapping' || !isMapping(data)) return undefined;
  return Object.fromEntries(
    outline.fields.flatMap(({ key, schema }) => {
      const value = Object.hasOwn(data, key) ? soundPart(schema, data[key]) : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A mapping of lists with only those entries that are sound as a whole: half a review decides nothing. */
export function soundEntriesOnly(outline: MappingOutline, data: unknown): Record<string, unknown> {
  return Object.fromEntries(
    outline.fields.flatMap(({ key, schema }) => {
      const list = isMapping(data) && Object.hasOwn(data, key) ? data[key] : undefined;
      if (schema.type !== 'list' || !Array.isArray(list)) return [];
      return [[key, list.filter((entry) => accepts(schema.entry, entry))]];
    }),
  );
}

function isMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
