import type { DataPath } from '../../../src/core/problem.ts';
import type { Edit } from '../../../src/store/yaml/data-edit.ts';
import type { Choose } from './odd-document.ts';

/** Draws an edit that makes sense on the data; `undefined` where there is none of the kind drawn. */
export function drawEdit(data: unknown, value: unknown, scalar: unknown, choose: Choose): Edit | undefined {
  const places = placesIn(data, []);
  const pick = (wanted: (place: Place) => boolean) => {
    const found = places.filter(wanted);
    return found[choose(Math.max(1, found.length))];
  };
  const isInside = ({ path }: Place) => path.length > 0;
  const newKey = ['new', 'on', 'by', 'a b', 'יעד', 'note'][choose(6)] ?? 'new';
  switch (choose(12)) {
    case 0:
    case 1:
      return setAt(
        pick((place) => isInside(place) && !isObject(place.value)),
        scalar,
      );
    case 2:
      return setAt(pick(isInside), value);
    case 3:
    case 4: {
      const map = pick((place) => isMapping(place.value) || place.value === null);
      if (map === undefined) return undefined;
      const keys = isMapping(map.value) ? Object.keys(map.value) : [];
      const keyOrder = [...keys.slice(0, choose(4)), newKey, ...keys];
      return { kind: 'set', path: [...map.path, newKey], value, ...(choose(2) === 1 ? { keyOrder } : {}) };
    }
    case 5:
    case 7: {
      const map = pick((place) => isMapping(place.value) && !Object.hasOwn(place.value, newKey));
      const path = map && [...map.path, newKey, ...(choose(2) === 1 ? ['deep'] : [])];
      return path && { kind: choose(2) === 1 ? 'append' : 'set', path, value };
    }
    case 6: {
      const list = pick((place) => Array.isArray(place.value) || (place.value === null && isInside(place)));
      return list && { kind: 'append', path: list.path, value };
    }
    case 8: {
      const list = pick((place) => Array.isArray(place.value) || (place.value === null && isInside(place)));
      const map = pick((place) => isMapping(place.value) && !Object.hasOwn(place.value, newKey));
      const path = list?.path ?? (map && [...map.path, newKey]);
      return path && { kind: 'extend', path, values: [value, scalar, value].slice(choose(3)) };
    }
    default: {
      const place = pick(isInside);
      return place && { kind: 'remove', path: place.path };
    }
  }
}

interface Place {
  readonly path: DataPath;
  readonly value: unknown;
}

function setAt(place: Place | undefined, value: unknown): Edit | undefined {
  return place && { kind: 'set', path: place.path, value };
}

function placesIn(value: unknown, path: DataPath): Place[] {
  const here = { path, value };
  if (Array.isArray(value))
    return [here, ...value.flatMap((entry, index) => placesIn(entry, [...path, index]))];
  if (!isMapping(value)) return [here];
  return [here, ...Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...path, key]))];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isMapping(value: unknown): value is object {
  return isObject(value) && !Array.isArray(value);
}
