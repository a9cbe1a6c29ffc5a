import { describe, expect, it } from 'vitest';
import { type Case, edited, file, set } from './edited.ts';

const scalars: readonly Case[] = [
  ['a plain scalar', 'id: a\n', set(['id'], 'b'), 'id: b\n'],
  ['one with a comment behind it', 'id: a   # the id\nx: 1\n', set(['id'], 'b'), 'id: b   # the id\nx: 1\n'],
  ['one with blanks behind it', 'id: a  \nx: 1\n', set(['id'], 'b'), 'id: b  \nx: 1\n'],
  ['aligned values', 'id:      a\nlonger:  b\n', set(['id'], 'c'), 'id:      c\nlonger:  b\n'],
  ['single quotes stay', "name: 'a' # n\n", set(['name'], "it's"), "name: 'it''s' # n\n"],
  ['double quotes stay', 'name: "a"\n', set(['name'], 'b "c"'), 'name: "b \\"c\\""\n'],
  [
    'single quotes that cannot carry a control',
    "name: 'a'\n",
    set(['name'], 'b\u0007'),
    'name: "b\\u0007"\n',
  ],
  ['quotes go for a number', 'n: "1"\n', set(['n'], 1), 'n: 1\n'],
  ['a number, a boolean, null', 'a: 1\n', set(['a'], null), 'a: null\n'],
  ['a decimal without exponent', 'a: 1\n', set(['a'], 1e-7), 'a: 0.0000001\n'],
  ['a text that looks like a boolean', 'a: x\n', set(['a'], 'no'), 'a: "no"\n'],
  ['a date stays bare', 'due: 2026-01-01\n', set(['due'], '2026-02-03'), 'due: 2026-02-03\n'],
  ['Hebrew with a quote inside', 'name: דנה\n', set(['name'], 'יו"ר הוועד'), 'name: יו"ר הוועד\n'],
  [
    'a plain scalar of several lines',
    'a: one\n  two\n\n  three # c\nb: 1\n',
    set(['a'], 'x'),
    'a: x # c\nb: 1\n',
  ],
  ['a quoted scalar of several lines', 'a: "one\n  two"\nb: 1\n', set(['a'], 'x'), 'a: "x"\nb: 1\n'],
  ['a literal block', 'a: |  # why\n  one\n  two\n\nb: 1\n', set(['a'], 'x'), 'a: x  # why\n\nb: 1\n'],
  ['a folded block', 'a: >-\n  one\n  two\nb: 1\n', set(['a'], 'x y'), 'a: x y\nb: 1\n'],
  ['a block that keeps its blank lines', 'a: |+\n  one\n\nb: 1\n', set(['a'], 'x'), 'a: x\nb: 1\n'],
  ['a block at the end of a file without line end', 'a: |-\n  one', set(['a'], 'x'), 'a: x'],
  ['an empty value', 'due:\nx: 1\n', set(['due'], '2026-01-01'), 'due: 2026-01-01\nx: 1\n'],
  ['an empty value with blanks', 'due:   \nx: 1\n', set(['due'], 'a'), 'due: a\nx: 1\n'],
  ['an empty value with a comment', 'due:   # later\n', set(['due'], 'a'), 'due: a   # later\n'],
  ['an empty value above a comment', 'due:\n  # soon\nx: 1\n', set(['due'], 'a'), 'due: a\n  # soon\nx: 1\n'],
  ['an empty entry', '- a\n-\n- c\n', set([1], 'b'), '- a\n- b\n- c\n'],
  [
    'a value on the next line',
    'a:\n  # why\n  old # c\nb: 1\n',
    set(['a'], 'new'),
    'a:\n  # why\n  new # c\nb: 1\n',
  ],
  ['an entry of a sequence', 'l:\n- a # x\n- b\n', set(['l', 0], 'z'), 'l:\n- z # x\n- b\n'],
  ['a blank before the colon', 'a : 1\n', set(['a'], 2), 'a : 2\n'],
  ['a quoted key', '"a b": 1\n', set(['a b'], 2), '"a b": 2\n'],
  ['after ---, before ...', '---\na: 1\n...\n', set(['a'], 2), '---\na: 2\n...\n'],
  ['CRLF', 'a: 1\r\nb: 2\r\n', set(['a'], 3), 'a: 3\r\nb: 2\r\n'],
  ['a BOM', '\uFEFFa: 1\n', set(['a'], 3), '\uFEFFa: 3\n'],
  ['the root', '# c\na: 1\n', set([], { b: 1, c: 2 }), '# c\nb: 1\nc: 2\n'],
];

const texts: readonly Case[] = [
  ['a text of several lines', 'a: x # c\nb: 1\n', set(['a'], 'one\ntwo'), 'a: |- # c\n  one\n  two\nb: 1\n'],
  [
    'in place of a literal block',
    'a: |\n  x\nb: 1\n',
    set(['a'], 'one\n\ntwo\n'),
    'a: |\n  one\n\n  two\nb: 1\n',
  ],
  [
    'in the indentation of the file',
    'm:\n    a: x\n',
    set(['m', 'a'], 'o\np\n'),
    'm:\n    a: |\n        o\n        p\n',
  ],
  ['in an entry', '- a: x\n  b: 1\n', set([0, 'a'], 'o\np'), '- a: |-\n    o\n    p\n  b: 1\n'],
  ['as an entry', '- x # c\n- y\n', set([0], 'o\np'), '- |- # c\n  o\n  p\n- y\n'],
  ['that a block would not show', 'a: x\n', set(['a'], ' lead\ntwo '), 'a: " lead\\ntwo "\n'],
  ['between brackets', '{a: x}\n', set(['a'], 'o\np'), '{a: "o\\np"}\n'],
  [
    'above a comment a block would swallow',
    'a: x\n   # deep\n',
    set(['a'], 'o\np'),
    'a: "o\\np"\n   # deep\n',
  ],
  ['with CRLF', 'a: x\r\nb: 1\r\n', set(['a'], 'o\np'), 'a: |-\r\n  o\r\n  p\r\nb: 1\r\n'],
  ['without a final line end', 'a: x', set(['a'], 'o\np'), 'a: |-\n  o\n  p'],
];

const collections: readonly Case[] = [
  ['a scalar by a mapping', 'a: x # c\nb: 1\n', set(['a'], { k: 1, l: 2 }), 'a: # c\n  k: 1\n  l: 2\nb: 1\n'],
  ['a scalar by a short list', 'a: x # c\n', set(['a'], ['p', 'q']), 'a: [p, q] # c\n'],
  ['a block by a mapping', 'a: | # c\n  x\nb: 1\n', set(['a'], { k: 1 }), 'a: # c\n  k: 1\nb: 1\n'],
  ['an entry by a mapping', '- x\n- y\n', set([0], { k: 1, l: 2 }), '- k: 1\n  l: 2\n- y\n'],
  ['an entry with a comment by a mapping', '- x # c\n- y\n', set([0], { k: 1 }), '- # c\n  k: 1\n- y\n'],
  ['a value on the next line', 'a:\n  x # c\nb: 1\n', set(['a'], { k: 1 }), 'a:\n  # c\n  k: 1\nb: 1\n'],
  ['a list by a scalar', 'a:  # c\n  - p # x\n  - q\nb: 1\n', set(['a'], 'x'), 'a: x  # c\nb: 1\n'],
  ['a list below a comment', 'a:\n  # why\n  - p\nb: 1\n', set(['a'], 'x'), 'a: x\n  # why\nb: 1\n'],
  [
    'a list by a longer one',
    'a:\n- k: 1\nb: 1\n',
    set(['a'], [{ k: 2 }, { k: 3 }]),
    'a:\n- k: 2\n- k: 3\nb: 1\n',
  ],
  ['a mapping by a list', 'a:\n    k: 1\nb: 1\n', set(['a'], [{ k: 2 }]), 'a:\n    - k: 2\nb: 1\n'],
  ['a compact mapping by a scalar', '- k: 1\n  l: 2 # c\n- y\n', set([0], 'x'), '- x # c\n- y\n'],
  ['brackets over lines', 'a: [\n  p, # c\n  q ] # d\nb: 1\n', set(['a'], 'x'), 'a: x # d\nb: 1\n'],
  ['brackets by a mapping', 'a: [p] # d\nb: 1\n', set(['a'], { k: [1] }), 'a: # d\n  k: [1]\nb: 1\n'],
  ['by nothing', 'a:\n  k: 1\nb: 1\n', set(['a'], {}), 'a: {}\nb: 1\n'],
];

const keys: readonly Case[] = [
  ['at the end', 'a: 1\n', set(['b'], 2), 'a: 1\nb: 2\n'],
  ['above comments at the end', 'a: 1 # x\n\n# end\n', set(['b'], 2), 'a: 1 # x\nb: 2\n\n# end\n'],
  ['without a final line end', 'a: 1', set(['b'], 2), 'a: 1\nb: 2'],
  ['before ...', '---\na: 1\n...\n', set(['b'], 2), '---\na: 1\nb: 2\n...\n'],
  ['in its order', 'a: 1\nc: 3\n', set(['b'], 2, ['a', 'b', 'c']), 'a: 1\nb: 2\nc: 3\n'],
  [
    'in its order, below the nearest',
    'a: 1\nx: 9\nd: 4\n',
    set(['c'], 3, ['a', 'b', 'c', 'd']),
    'a: 1\nc: 3\nx: 9\nd: 4\n',
  ],
  [
    'with nothing before it in the order',
    'b: 1\nc: 2\n',
    set(['a'], 0, ['a', 'b', 'c']),
    'b: 1\nc: 2\na: 0\n',
  ],
  ['below a block', 'a: |\n  x\n\nb: 1\n', set(['n'], 2, ['a', 'n']), 'a: |\n  x\nn: 2\n\nb: 1\n'],
  [
    'below a block that keeps',
    'a: |+\n  x\n\nb: 1\n',
    set(['n'], 2, ['a', 'n']),
    'a: |+\n  x\n\nn: 2\nb: 1\n',
  ],
  ['below an empty value', 'a:   # later\nb: 1\n', set(['n'], 2, ['a', 'n']), 'a:   # later\nn: 2\nb: 1\n'],
  [
    'below a nested list',
    'a:\n  - - x\n    - y # c\nb: 1\n',
    set(['n'], 2, ['a', 'n']),
    'a:\n  - - x\n    - y # c\nn: 2\nb: 1\n',
  ],
  [
    'in an entry',
    'l:\n  - id: a # c\n  - id: b\n',
    set(['l', 0, 'on'], '2026-01-01'),
    'l:\n  - id: a # c\n    on: 2026-01-01\n  - id: b\n',
  ],
  [
    'in an entry behind a wide dash',
    '-   id: a\n-   id: b\n',
    set([0, 'n'], 1),
    '-   id: a\n    n: 1\n-   id: b\n',
  ],
  ['a list', 'a:\n    b: 1\n', set(['a', 'l'], [{ k: 1 }]), 'a:\n    b: 1\n    l:\n        - k: 1\n'],
  [
    'a list where dashes are not indented',
    'a:\n- x\nb: 1\n',
    set(['l'], [{ k: 1 }]),
    'a:\n- x\nb: 1\nl:\n- k: 1\n',
  ],
  [
    'a collection set apart as the others',
    'a: 1\n\nb:\n  - x\n',
    set(['c'], { k: 1 }),
    'a: 1\n\nb:\n  - x\n\nc:\n  k: 1\n',
  ],
  ['a scalar not set apart', 'a: 1\n\nb:\n  - x\n', set(['c'], 1), 'a: 1\n\nb:\n  - x\nc: 1\n'],
  [
    'with what is missing above it',
    'a: 1\n',
    set(['exit', 'decision'], 'close'),
    'a: 1\nexit:\n  decision: close\n',
  ],
  [
    'in an empty value',
    'exit: # c\nb: 1\n',
    set(['exit', 'decision'], 'close'),
    'exit: # c\n  decision: close\nb: 1\n',
  ],
  ['in null', 'exit: null\n', set(['exit', 'decision'], 'close'), 'exit:\n  decision: close\n'],
  ['in empty braces', 'exit: {}  # c\nb: 1\n', set(['exit', 'a'], 1), 'exit:  # c\n  a: 1\nb: 1\n'],
  ['in an empty entry', '- {}\n- x\n', set([0, 'a'], 1), '- a: 1\n- x\n'],
  ['that must be quoted', 'a: 1\n', set(['b: c'], 2), 'a: 1\n"b: c": 2\n'],
  ['named on', 'a: 1\n', set(['on'], '2026-01-01'), 'a: 1\non: 2026-01-01\n'],
];

const braces: readonly Case[] = [
  ['a value', '- {id: a, done: false} # c\n', set([0, 'done'], true), '- {id: a, done: true} # c\n'],
  ['a value without blanks', '{"a":1,"b":2}\n', set(['a'], 3), '{"a":3,"b":2}\n'],
  ['a missing value', '{a, b: 1}\n', set(['a'], 2), '{a: 2, b: 1}\n'],
  ['an empty value', '{a: , b: 1}\n', set(['a'], 2), '{a: 2, b: 1}\n'],
  ['an address is quoted', '[x]\n', set([0], 'https://a.b'), '["https://a.b"]\n'],
  ['a collection', '{a: 1}\n', set(['a'], { k: ['x', { l: 1 }] }), '{a: {k: [x, {l: 1}]}}\n'],
  [
    'a new key',
    '{id: a, done: false}\n',
    set(['on'], '2026-01-01'),
    '{id: a, done: false, on: 2026-01-01}\n',
  ],
  ['a new key in its order', '{id: a, z: 1}\n', set(['n'], 2, ['id', 'n', 'z']), '{id: a, n: 2, z: 1}\n'],
  ['a new key before a trailing comma', '{a: 1, }\n', set(['b'], 2), '{a: 1, b: 2, }\n'],
  [
    'a new key on its line',
    'm: {\n  a: 1, # x\n  b: 2 # y\n  }\n',
    set(['m', 'c'], 3),
    'm: {\n  a: 1, # x\n  b: 2, # y\n  c: 3\n  }\n',
  ],
  [
    'a new key on its line, trailing comma',
    'm: {\n  a: 1, # x\n  }\n',
    set(['m', 'c'], 3),
    'm: {\n  a: 1, # x\n  c: 3,\n  }\n',
  ],
  [
    'a new key where commas lead',
    'm: {\n  a: 1\n  , b: 2\n  }\n',
    set(['m', 'c'], 3),
    'm: {\n  a: 1\n  , b: 2, c: 3\n  }\n',
  ],
  ['a new key beside a pair', '[a: 1, x]\n', set([0, 'b'], 2), '[{a: 1, b: 2}, x]\n'],
];

describe.each([
  ['set replaces', scalars],
  ['set writes a text of several lines', texts],
  ['set puts a collection', collections],
  ['set adds a key', keys],
  ['set in flow style', braces],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_title, before, edit, after) => {
    expect(edited(before, edit)).toBe(after);
  });
});

describe('set', () => {
  it('keeps all the rest of a hand-kept file', () => {
    const before = file(
      '# Kept by דנה',
      '',
      'stage:   scoping   # first',
      "title: 'בחינה'",
      '',
      'checklist:',
      '  - {id: a,  done: false}   # x',
      '',
      '  # about b',
      '  - id:   b',
      '    done: no one',
    );
    const after = before.replace("'בחינה'", "'בחינה מקיפה'");
    expect(edited(before, set(['title'], 'בחינה מקיפה'))).toBe(after);
  });
});
