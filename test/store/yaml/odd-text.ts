import fc from 'fast-check';
import { realisticFiles } from './realistic-files.ts';

// biome-ignore format: a table of snippets reads better in rows
const snippets = [
  'a', 'b', 'a: ', 'b:', 'c: d', '- ', '-', ': ', ':', '? ', '?', ' ', '  ', '    ', '\n', '\n', '\n  ', '\n    ',
  '\n- ', '\n  - ', '\r\n', '\t', '"', "'", '""', "''", '[', ']', '{', '}', ', ', ',', '#', ' #', ' # c', '|', '|-', '|+', '|2', '>',
  '&a ', '*a', '!', '!!str ', '%', '@', '`', '---', '--- ', '...', '1', '0', '01', '-1', '+1', '1e3', '0x1f', '0o7', '1_0', '.5', '1.', '1.50', '.inf', '.nan',
  '9007199254740993', '-0', 'null', 'NULL', 'true', 'False', '~', '\r', '... ', '<<', '<<: ', '__proto__: ', '=', '\\', '\\n', '\\"', '\\u05d0', '\\x', 'א', 'é', 'e\u0301', '😀',
  '\u2028', '\u00a0', '\u200f', '\ufeff', '\u202e', '\u0085', '\u0000', '<<<<<<< ', '\n>>>>>>> x', '2026-02-03', 'x: y: z', 'https://a.b/c#d', 'no', 'k v: ',
];

const snippetText = fc.array(fc.constantFrom(...snippets), { maxLength: 14 }).map((parts) => parts.join(''));

const indents = ['', '', '', ' ', '  ', '  ', '  ', '   ', '    ', '    ', '      '];
const dashes = ['', '', '', '', '- ', '- ', '-', '- - ', '-   ', '-\n'];
const keys = [
  'a: ',
  'b: ',
  'c:',
  'd:',
  'e :',
  '"q": ',
  "'s':",
  'k v: ',
  'א: ',
  '',
  '',
  '1: ',
  'null: ',
  '? ',
  'x-y: ',
  'a:b: ',
  '[a]: ',
  '"a"',
  '"e: ',
];
// biome-ignore format: a table of snippets reads better in rows
const values = [
  '', '', '', 'v', 'v', 'word two', '1', '0.10', '-3.5', '1e3', '017', 'true', 'TRUE', 'False', 'null', 'Null', 'NULL', '~', '"q"', '"q" x', "'it''s'", '"\\"', '"a\\nb"', '"\\u05d0"', '"', "'", "'a", '"#"',
  '[]', '{}', '[a, b]', '[a, b', '[1, [2, "x"], {c: d}]', '{a: 1, b: [c]}', '{a: 1, a: 2}', '{a}', '[a: b]', '[a,]', '[ a , b ]', '{"a":1}', '{"a": 1}', '{a: }', '[a:b]', '["a":b]',
  '[a #b]', '[a#b, c]', '|', '|-', '|+', '|1', '>', '>-', '| # c', '&x v', '*x', '!t v', '@v', '- v', 'v: w', 'v:', 'v:w', 'v#w', '#w', ': v', ':v', '-v', '--', '?v', '? v', 'a\\b', 'a"b', "a'b", 'a[b]', 'a, b', '{', ']', '=', '%', '...', '---',
];
const comments = ['', '', '', '', ' # c', '  #', '#', ' ', '   ', ' #c: d'];
const lineEnds = [
  '\n',
  '\n',
  '\n',
  '\n',
  '\n',
  '\n',
  '\r\n',
  '\n\n',
  '\n  \n',
  '\n# c\n',
  '\n   # c\n',
  '',
  '\n      \n',
];

const line = fc
  .tuple(
    fc.constantFrom(...indents),
    fc.constantFrom(...dashes),
    fc.constantFrom(...keys),
    fc.constantFrom(...values),
    fc.constantFrom(...comments),
    fc.constantFrom(...lineEnds),
  )
  .map((parts) => parts.join(''));

const lineText = fc.array(line, { minLength: 1, maxLength: 7 }).map((lines) => lines.join(''));

type Change = (text: string, place: number) => string;

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...snippets).map(
    (snippet): Change =>
      (text, place) =>
        text.slice(0, place) + snippet + text.slice(place),
  ),
  fc.nat({ max: 3 }).map(
    (length): Change =>
      (text, place) =>
        text.slice(0, place) + text.slice(place + length),
  ),
  fc.constant<Change>((text, place) => text.slice(0, place)),
  line.map(
    (added): Change =>
      (text, place) =>
        withLines(text, place, (lines, at) => lines.splice(at, 0, added)),
  ),
  fc.constant<Change>((text, place) => withLines(text, place, (lines, at) => lines.splice(at, 1))),
  fc.constant<Change>((text, place) =>
    withLines(text, place, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  ),
  fc.constantFrom(...indents).map(
    (indent): Change =>
      (text, place) =>
        withLines(text, place, (lines, at) => lines.splice(at, 1, indent + (lines[at] ?? '').trimStart())),
  ),
);

function withLines(text: string, place: number, change: (lines: string[], at: number) => unknown): string {
  const lines = text.split('\n');
  change(lines, text.slice(0, place).split('\n').length - 1);
  return lines.join('\n');
}

const changedFile = fc
  .tuple(
    fc.constantFrom(...realisticFiles),
    fc.array(fc.tuple(changes, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 3 }),
  )
  .map(([file, applied]) =>
    applied.reduce((text, [change, place]) => change(text, Math.floor(place * text.length)), file),
  );

/** A tree whose every place carries how it is to be written. */
type Tree =
  | { readonly scalar: string }
  | { readonly isMapping: boolean; readonly step: number; readonly parts: readonly Part[] };

interface Part {
  readonly before: string;
  readonly after: string;
  readonly isCompact: boolean;
  readonly node: Tree;
}

// biome-ignore format: a table of snippets reads better in rows
const goodScalars = [
  'v', 'word two', 'א ב', '1', '0.50', '-3', 'true', '~', 'null', '"q: # \\" x"', "'it''s'", '[]', '{}', '[a, "b", {c: 1}]', '{a: [x, y], "b": 2}',
  'v#w', 'a:b', '-x', '😀 v', '|\n', '|-\n', '', '', '017', '1.', 'v # c', '"q" # c', '[a] # c', 'a, b', "it's", 'a "b"', '...', '<<', '=', '2026-02-03', '10:30',
];

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; collection: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...goodScalars).map((scalar) => ({ scalar })),
    tie('collection'),
  ),
  collection: fc.record({
    isMapping: fc.boolean(),
    step: fc.constantFrom(0, 1, 2, 2, 2, 4),
    parts: fc.array(
      fc.record({
        before: fc.constantFrom('', '', '', '', '\n', '# c\n', '      # c: d\n', '   \n'),
        after: fc.constantFrom('', '', '', '', ' # c', '  ', ' '),
        isCompact: fc.boolean(),
        node: tie('tree'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
})).collection;

function written(node: Tree, column: number, isFirstOnLine: boolean): string {
  if ('scalar' in node) return `${node.scalar}\n`;
  let text = '';
  for (const [index, part] of node.parts.entries()) {
    if (index > 0 || isFirstOnLine) text += part.before + ' '.repeat(column);
    text += node.isMapping ? `k${index}:` : '-';
    text += writtenPart(node.isMapping, node.step, part, column);
  }
  return text;
}

function writtenPart(
  isMapping: boolean,
  step: number,
  { node, after, isCompact }: Part,
  column: number,
): string {
  if (!('scalar' in node)) {
    const isDeeper = isMapping && !node.isMapping ? step : Math.max(1, step);
    if (isMapping || !isCompact) return `${after}\n${written(node, column + isDeeper, true)}`;
    const gap = Math.max(1, step);
    return ' '.repeat(gap) + written(node, column + 1 + gap, false);
  }
  const indent = ' '.repeat(column + Math.max(1, step));
  if (node.scalar.endsWith('\n')) return ` ${node.scalar}${indent}text: 1\n\n${indent}  more # x\n`;
  return node.scalar === '' ? `${after}\n` : ` ${node.scalar}${after}\n`;
}

const writtenTree = tree.map((node) => written(node, 0, true));

/**
 * Text that is nearly YAML: random snippets, random lines, trees written in random styles, and
 * realistic files with a few changes.
 */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: snippetText, weight: 1 },
  { arbitrary: lineText, weight: 5 },
  { arbitrary: writtenTree, weight: 4 },
  {
    arbitrary: fc
      .tuple(writtenTree, changes, fc.nat({ max: 200 }))
      .map(([text, change, place]) => change(text, Math.min(place, text.length))),
    weight: 2,
  },
  { arbitrary: changedFile, weight: 2 },
);
