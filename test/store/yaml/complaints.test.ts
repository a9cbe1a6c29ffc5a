import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineStartsOf, positionAt } from '../../../src/store/yaml/positions.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';
import { oddText } from './odd-text.ts';

/** Each problem as line:column and code. */
function told(text: string): string[] {
  const starts = lineStartsOf(text);
  return readYaml(new TextEncoder().encode(text)).problems.map(({ code, start }) => {
    const { line, column } = positionAt(text, starts, start);
    return `${line}:${column} ${code}`;
  });
}

describe('one mistake is told once, where it is', () => {
  test.each<[string, string, string[]]>([
    [
      'a key indented too far',
      'a:\n  - id: b\n    text: c\n     done: d\n  - id: e\n',
      ['4:6 yaml-indentation'],
    ],
    ['a key not indented enough', 'a:\n   b: 1\n  c: 2\n  d: 3\n', ['3:3 yaml-indentation']],
    ['a key between two columns', 'a:\n  - b: 1\n   c: 2\n   d: 3\n  - e: 1\n', ['3:4 yaml-indentation']],
    ['a block of text not indented enough', 'a: |\n   x\n  y\n z\nb: 1\n', ['3:3 yaml-indentation']],
    ['a key below a text of two lines', 'a: b\n  c\n  d: e\n', ['3:3 yaml-indentation']],
    ['text after a quote', '- "it"s" "x\n- b: "c" d\n', ['1:7 yaml-syntax']],
    ['a bracket too many', 'a: [1, 2]]\nb: {c: d}}\n', ['1:10 yaml-syntax']],
    ['a line without a colon', 'a: 1\nb\nc: 2\n', ['2:1 yaml-syntax']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['tabs', 'a:\n\t- b\n\t- c\nd: e\n', ['2:1 yaml-tab', '3:1 yaml-tab']],
    ['second colons', 'a: b: c\nd: e: f\n', ['1:4 yaml-syntax', '2:4 yaml-syntax']],
    ['signs that no text begins with', 'a: @b\nc: `d`\n', ['1:4 yaml-syntax', '2:4 yaml-syntax']],
    [
      'a wrong indent, and a tab further down',
      'a:\n   b: 1\n  c: 2\nd:\n\te: 1\n',
      ['3:3 yaml-indentation', '5:1 yaml-tab'],
    ],
  ])('each of several that show by themselves: %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ['below a comment', 'a: 1\n# c\n\n: b\n', '4:1 yaml-key-type'],
    ['in a mapping below a comment', 'a:\n  b: 1\n  # x\n  : c\n', '4:3 yaml-key-type'],
    ['in braces', 'a: {: b}\n', '1:5 yaml-key-type'],
  ])('an empty key stands at its colon: %s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each<[string, string, string]>([
    ['brackets', '['.repeat(70), '1:65 too-deep'],
    ['dashes', `${'- '.repeat(70)}a\n`, '1:129 too-deep'],
    [
      'mappings',
      Array.from({ length: 66 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      '65:65 too-deep',
    ],
  ])('the first collection that is too deep: %s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each(['=======', '=======\r', '||||||| 3f2a1c0', '<<<<<<< HEAD', '>>>>>>> theirs'])(
    'what a merge has left: %j',
    (line) => {
      expect(told(`a: 1\n${line}\nb: 2\n`)).toEqual(['2:1 conflict-marker']);
    },
  );

  test.each(['a: |\n  b\n  =======\n', '# =======\na: 1\n', 'a: "======="\n', '========: 1\n'])(
    'no merge has left %j',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );

  test('no line is told of twice, and no text with a mistake passes', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const { problems, data } = readYaml(new TextEncoder().encode(text));
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(errors.length > 0).toBe(data === undefined);
        const starts = lineStartsOf(text);
        const lines = errors
          .filter(
            ({ code, params }) =>
              /^yaml-(?:syntax|tab|indentation)$/.test(code) && params.detail !== 'bad-dq-escape',
          )
          .map(({ start }) => positionAt(text, starts, start).line);
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 3_000 },
    );
  });
});
