import { describe, expect, it } from 'vitest';
import { editYaml } from '../../../src/store/yaml/edit.ts';
import { append, type Case, edited, extend, file } from './edited.ts';

const entry = { id: 'z', text: 'שלום', evidence: ['a.pdf', 'https://x.org'], note: 'one\ntwo' };

const blocks: readonly Case[] = [
  ['to an indented sequence', 'l:\n  - a\nb: 1\n', append(['l'], 'c'), 'l:\n  - a\n  - c\nb: 1\n'],
  ['to one at its key', 'l:\n- a\nb: 1\n', append(['l'], 'c'), 'l:\n- a\n- c\nb: 1\n'],
  ['to the root', '- a # x\n', append([], 'c'), '- a # x\n- c\n'],
  [
    'above comments',
    'l:\n  - a # x\n  # end\n\nb: 1\n',
    append(['l'], 'c'),
    'l:\n  - a # x\n  - c\n  # end\n\nb: 1\n',
  ],
  ['without a final line end', 'l:\n  - a', append(['l'], 'c'), 'l:\n  - a\n  - c'],
  ['with CRLF', 'l:\r\n  - a\r\n', append(['l'], { p: 1, q: 2 }), 'l:\r\n  - a\r\n  - p: 1\r\n    q: 2\r\n'],
  [
    'a mapping, a key a line',
    'l:\n  - id: a\n    text: x\n',
    append(['l'], entry),
    'l:\n  - id: a\n    text: x\n  - id: z\n    text: שלום\n    evidence: [a.pdf, "https://x.org"]\n    note: |-\n      one\n      two\n',
  ],
  ['below a flow mapping', 'l:\n  - {id: a}\n', append(['l'], { id: 'b' }), 'l:\n  - {id: a}\n  - id: b\n'],
  ['below a nested sequence', 'l:\n  - - a\n    - b\n', append(['l'], 'c'), 'l:\n  - - a\n    - b\n  - c\n'],
  [
    'to a nested sequence',
    'l:\n  - - a\n    - b\n',
    append(['l', 0], 'c'),
    'l:\n  - - a\n    - b\n    - c\n',
  ],
  ['below a block', 'l:\n  - |\n    x\n\nb: 1\n', append(['l'], 'c'), 'l:\n  - |\n    x\n  - c\n\nb: 1\n'],
  [
    'below a wide dash',
    'l:\n  -   id: a\n',
    append(['l'], { id: 'b', n: 1 }),
    'l:\n  -   id: a\n  -   id: b\n      n: 1\n',
  ],
  ['below an empty entry', '- a\n-   # none\n', append([], 'c'), '- a\n-   # none\n- c\n'],
  [
    'set apart as the others',
    '- id: a\n\n- id: b\n',
    append([], { id: 'c' }),
    '- id: a\n\n- id: b\n\n- id: c\n',
  ],
  [
    'not set apart from a block that keeps',
    '- {}\n\n- |+\n  x\n',
    append([], 'c'),
    '- {}\n\n- |+\n  x\n- c\n',
  ],
  ['a list of lists', '- [1]\n', append([], [[1, 2], ['x']]), '- [1]\n- - [1, 2]\n  - [x]\n'],
  [
    'a long list',
    'l:\n- x\n',
    append(['l'], ['a'.repeat(30), 'b'.repeat(30)]),
    `l:\n- x\n- - ${'a'.repeat(30)}\n  - ${'b'.repeat(30)}\n`,
  ],
];

const created: readonly Case[] = [
  ['where the key is missing', 'a: 1\n', append(['l'], { id: 'x' }), 'a: 1\nl:\n  - id: x\n'],
  ['a scalar where the key is missing', 'a: 1\n', append(['evidence'], 'x.pdf'), 'a: 1\nevidence: [x.pdf]\n'],
  [
    'where the key has its order',
    'a: 1\nc: 1\n',
    append(['b'], 'x', ['a', 'b', 'c']),
    'a: 1\nb: [x]\nc: 1\n',
  ],
  [
    'where the key is missing in an entry',
    '- id: a\n- id: b\n',
    append([0, 'e'], 'x'),
    '- id: a\n  e: [x]\n- id: b\n',
  ],
  [
    'where the value is empty',
    'l:  # none\nb: 1\n',
    append(['l'], { id: 'x' }),
    'l:  # none\n  - id: x\nb: 1\n',
  ],
  ['where the value is null', 'l: ~\nb: 1\n', append(['l'], 'x'), 'l:\n  - x\nb: 1\n'],
  ['in empty brackets', 'l: []  # none\nb: 1\n', append(['l'], 'x'), 'l:  # none\n  - x\nb: 1\n'],
  [
    'in empty brackets with a blank',
    'l: [ ]\n',
    append(['l'], { id: 'x', n: 1 }),
    'l:\n  - id: x\n    n: 1\n',
  ],
  [
    'in empty brackets where dashes are at their key',
    'k:\n- a\nl: []\n',
    append(['l'], 'x'),
    'k:\n- a\nl:\n- x\n',
  ],
  ['in empty brackets at the root', '# c\n[] # d\n', append([], 'x'), '# c\n# d\n- x\n'],
  [
    'in brackets that hold a comment',
    'l: [ # none yet\n  ]\n',
    append(['l'], 'x'),
    'l: [x # none yet\n  ]\n',
  ],
  ['in empty brackets between brackets', '{l: []}\n', append(['l'], 'x'), '{l: [x]}\n'],
  [
    'in a mapping that is missing',
    'a: 1\n',
    append(['m', 'l'], { id: 'x' }),
    'a: 1\nm:\n  l:\n    - id: x\n',
  ],
];

const brackets: readonly Case[] = [
  ['a scalar', 'l: [a, b] # c\n', append(['l'], 'x'), 'l: [a, b, x] # c\n'],
  ['a text that needs quotes there', 'l: [a]\n', append(['l'], 'x, y'), 'l: [a, "x, y"]\n'],
  ['before a blank', 'l: [ a ]\n', append(['l'], 'x'), 'l: [ a, x ]\n'],
  ['before a trailing comma', 'l: [a, ]\n', append(['l'], 'x'), 'l: [a, x, ]\n'],
  ['a mapping', 'l: [{id: a}]\n', append(['l'], { id: 'x', n: 1 }), 'l: [{id: a}, {id: x, n: 1}]\n'],
  [
    'on a line of its own',
    'l: [\n  a, # x\n  b # y\n  ]\n',
    append(['l'], 'z'),
    'l: [\n  a, # x\n  b, # y\n  z\n  ]\n',
  ],
  ['on a line of its own with a comma', 'l: [\n  a,\n  ]\n', append(['l'], 'z'), 'l: [\n  a,\n  z,\n  ]\n'],
  ['on the last line', 'l: [a,\n  b]\n', append(['l'], 'z'), 'l: [a,\n  b, z]\n'],
];

const several: readonly Case[] = [
  [
    'below the last',
    'l:\n  - id: a # x\nb: 1\n',
    extend(['l'], { id: 'w', n: 1 }, { id: 'z' }),
    'l:\n  - id: a # x\n  - id: w\n    n: 1\n  - id: z\nb: 1\n',
  ],
  [
    'each set apart as the others',
    '- id: a\n\n- id: b\n',
    extend([], { id: 'c' }, { id: 'd' }),
    '- id: a\n\n- id: b\n\n- id: c\n\n- id: d\n',
  ],
  [
    'where the key is missing',
    'a: 1\n',
    extend(['l'], { id: 'x' }, { id: 'w' }),
    'a: 1\nl:\n  - id: x\n  - id: w\n',
  ],
  ['in brackets', 'l: [a] # c\n', extend(['l'], 'x', 'y, z'), 'l: [a, x, "y, z"] # c\n'],
  ['none: nothing changes', 'l: [a]\n', extend(['l']), 'l: [a]\n'],
  ['none where the key is missing', 'a: 1\n', extend(['l']), 'a: 1\n'],
];

describe.each([
  ['extend', several],
  ['append to a block sequence', blocks],
  ['append creates the sequence', created],
  ['append in flow style', brackets],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_title, before, edit, after) => {
    expect(edited(before, edit)).toBe(after);
  });
});

describe('append', () => {
  it('adds several entries one after the other', () => {
    const after = edited('reviews: []\n', append(['reviews'], { id: 'a' }), append(['reviews'], { id: 'b' }));
    expect(after).toBe(file('reviews:', '  - id: a', '  - id: b'));
  });

  it('is refused where the file would grow beyond what is read, and says so', () => {
    const before = new TextEncoder().encode(`l: [a]\n# ${'x'.repeat(1_048_500)}\n`);
    const refused = () => editYaml(before, [append(['l'], 'y'.repeat(100))]);
    expect(refused).toThrow(expect.objectContaining({ code: 'file-would-be-too-large' }));
    expect(editYaml(before, [append(['l'], 'y')]).changed).toBe(true);
  });
});
