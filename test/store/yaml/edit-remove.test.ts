import { describe, expect, it } from 'vitest';
import { type Case, edited, remove } from './edited.ts';

const keys: readonly Case[] = [
  ['the first', 'a: 1 # x\nb: 2\nc: 3\n', remove(['a']), 'b: 2\nc: 3\n'],
  ['one in the middle', 'a: 1\nb: 2 # x\nc: 3\n', remove(['b']), 'a: 1\nc: 3\n'],
  ['the last', 'a: 1\nb: 2\n', remove(['b']), 'a: 1\n'],
  ['the last without a final line end', 'a: 1\nb: 2', remove(['b']), 'a: 1'],
  ['the last, a blank line above', 'a: 1\n\nb: 2\n', remove(['b']), 'a: 1\n'],
  ['the only one', '# c\na: 1\n# d\n', remove(['a']), '# c\n{}\n# d\n'],
  ['the only one below a key', 'm:  # c\n  a: 1\nb: 2\n', remove(['m', 'a']), 'm: {}  # c\nb: 2\n'],
  ['one with a block', 'a: |\n  x\n\n  y\nb: 2\n', remove(['a']), 'b: 2\n'],
  [
    'one with a list',
    'a: 1\nl:\n  - x\n  # in\n  - y\n  # end\nb: 2\n',
    remove(['l']),
    'a: 1\n  # end\nb: 2\n',
  ],
  ['one with a zero-indented list', 'a: 1\nl:\n- x\n- y\nb: 2\n', remove(['l']), 'a: 1\nb: 2\n'],
  ['one with an empty value', 'a: # later\nb: 2\n', remove(['a']), 'b: 2\n'],
  ['one with brackets over lines', 'a: [\n  x\n  ] # c\nb: 2\n', remove(['a']), 'b: 2\n'],
  [
    'comments around it stay',
    '# a\na: 1\n# b\nb: 2\n# c\nc: 3\n',
    remove(['b']),
    '# a\na: 1\n# b\n# c\nc: 3\n',
  ],
  ['one of two blank lines goes', 'a: 1\n\nb: 2\n\nc: 3\n', remove(['b']), 'a: 1\n\nc: 3\n'],
  ['a heading keeps its distance', '# head\na: 1\n\nb: 2\n', remove(['a']), '# head\n\nb: 2\n'],
  ['the first beside a dash', '- id: a # x\n  n: 1\n', remove([0, 'id']), '- n: 1\n'],
  [
    'the first beside a dash, a comment below',
    '- id: a\n  # n\n  n: 1\n',
    remove([0, 'id']),
    '- # n\n  n: 1\n',
  ],
  ['the only one below a blank line', 'm:\n\n  a: 1', remove(['m', 'a']), 'm: {}'],
  ['the only one beside a dash', '- id: a\n- b\n', remove([0, 'id']), '- {}\n- b\n'],
  [
    'a deep comment below a block',
    'a: |\n  x\nb: 2\n    # deep\nc: 3\n',
    remove(['b']),
    'a: |\n  x\n# deep\nc: 3\n',
  ],
  ['with CRLF', 'a: 1\r\nb: 2\r\nc: 3\r\n', remove(['b']), 'a: 1\r\nc: 3\r\n'],
  ['before ...', '---\na: 1\nb: 2\n...\n', remove(['b']), '---\na: 1\n...\n'],
  ['one that is not there', 'a: 1\n', remove(['b']), 'a: 1\n'],
];

const entries: readonly Case[] = [
  ['the first', 'l:\n  - a\n  - b\n', remove(['l', 0]), 'l:\n  - b\n'],
  ['one in the middle', 'l:\n- a\n- b: 1\n  c: 2 # x\n- d\n', remove(['l', 1]), 'l:\n- a\n- d\n'],
  ['the last', 'l:\n  - a\n  - b # x\n  # end\nk: 1\n', remove(['l', 1]), 'l:\n  - a\n  # end\nk: 1\n'],
  ['the only one', 'l: # c\n  - a # x\n  # end\nk: 1\n', remove(['l', 0]), 'l: [] # c\n  # end\nk: 1\n'],
  ['the only one, at its key', 'l:\n- a: 1\n  b: 2\nk: 1\n', remove(['l', 0]), 'l: []\nk: 1\n'],
  ['the only one of the root', '- a', remove([0]), '[]'],
  ['the first of a nested one', '- - a\n  - b\n', remove([0, 0]), '- - b\n'],
  ['an empty one', '- a\n-\n- c\n', remove([1]), '- a\n- c\n'],
  ['one set apart', '- id: a\n\n- id: b\n\n- id: c\n', remove([1]), '- id: a\n\n- id: c\n'],
  ['the first set apart', 'l:\n  - id: a\n\n  - id: b\n', remove(['l', 0]), 'l:\n  - id: b\n'],
];

const brackets: readonly Case[] = [
  ['the first', 'l: [a, b, c] # x\n', remove(['l', 0]), 'l: [b, c] # x\n'],
  ['one in the middle', 'l: [a, b, c]\n', remove(['l', 1]), 'l: [a, c]\n'],
  ['the last', 'l: [ a, b ]\n', remove(['l', 1]), 'l: [ a ]\n'],
  ['the last before a comma', 'l: [a, b,]\n', remove(['l', 1]), 'l: [a,]\n'],
  ['the only one', 'l: [ a, ] # x\n', remove(['l', 0]), 'l: [] # x\n'],
  ['a key', '{a: 1, b: {c: 2}, d: 3}\n', remove(['b']), '{a: 1, d: 3}\n'],
  ['the only key', '- {a: 1}\n', remove([0, 'a']), '- {}\n'],
  [
    'one on its line',
    'l: [\n  a, # x\n  b, # y\n  c # z\n  ]\n',
    remove(['l', 1]),
    'l: [\n  a, # x\n  c # z\n  ]\n',
  ],
  ['the last on its line', 'l: [\n  a, # x\n  b # y\n  ]\n', remove(['l', 1]), 'l: [\n  a, # x\n  ]\n'],
  ['the first above a comment', 'l: [a, # x\n  b]\n', remove(['l', 0]), 'l: [ # x\n  b]\n'],
  ['where commas lead', 'l: [ a\n  , b\n  , c ]\n', remove(['l', 1]), 'l: [ a\n  , c ]\n'],
];

describe.each([
  ['remove a key', keys],
  ['remove an entry', entries],
  ['remove in flow style', brackets],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_title, before, edit, after) => {
    expect(edited(before, edit)).toBe(after);
  });
});
