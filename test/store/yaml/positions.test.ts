import { describe, expect, test } from 'vitest';
import { lineStartsOf, locate, positionAt } from '../../../src/store/yaml/positions.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';

describe('positionAt', () => {
  const text = 'a😀b\nש: x\r\n\nlast';
  const starts = lineStartsOf(text);

  test.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 2],
    [3, 1, 3],
    [4, 1, 4],
    [5, 2, 1],
    [6, 2, 2],
    [11, 3, 1],
    [12, 4, 1],
    [16, 4, 5],
    [99, 4, 5],
    [-1, 1, 1],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(positionAt(text, starts, offset)).toEqual({ line, column });
  });

  test('an empty text has one line', () => {
    expect(lineStartsOf('')).toEqual([0]);
    expect(positionAt('', [0], 0)).toEqual({ line: 1, column: 1 });
  });
});

describe('locate', () => {
  const text = `id: south
partners:
  - id: leumi
    name: "לאומי"
    tags: [a, {b: c}]
  - left:
owner:
"x-a": {}
`;
  const { document } = readYaml(new TextEncoder().encode(text));

  test.each<[string, (string | number)[], 'key' | 'value', string]>([
    ['a value', ['id'], 'value', 'south'],
    ['a key', ['id'], 'key', 'id'],
    ['a nested value', ['partners', 0, 'name'], 'value', '"לאומי"'],
    ['a nested key', ['partners', 0, 'name'], 'key', 'name'],
    ['an entry of a flow sequence', ['partners', 0, 'tags', 0], 'value', 'a'],
    ['a value in a flow mapping', ['partners', 0, 'tags', 1, 'b'], 'value', 'c'],
    ['a quoted key', ['x-a'], 'key', '"x-a"'],
    ['an empty value, by its key', ['owner'], 'value', 'owner'],
    ['an empty value deeper down', ['partners', 1, 'left'], 'value', 'left'],
    ['the key of a sequence entry, by its first key', ['partners', 0], 'key', 'id'],
    ['a missing key of an entry, by the first key', ['partners', 0, 'sector'], 'key', 'id'],
    ['a missing key of a mapping, by that one’s key', ['x-a', 'b'], 'value', '"x-a"'],
    ['a missing key of the root, by its first key', ['language'], 'value', 'id'],
    ['a missing entry, by the key of the sequence', ['partners', 7, 'id'], 'value', 'partners'],
    ['a path through a scalar, by its key', ['id', 'x', 0], 'value', 'id'],
    ['a path through an empty value, by its key', ['owner', 'name'], 'key', 'owner'],
    ['a key where there are entries', ['partners', 'id'], 'value', 'partners'],
  ])('%s', (_, path, part, found) => {
    const range = document && locate(document, path, part);
    expect(range && text.slice(range.start, range.end)).toBe(found);
  });

  test('the root is the whole content', () => {
    const range = document && locate(document, [], 'value');
    expect(range).toEqual({ start: 0, end: text.length });
  });
});
