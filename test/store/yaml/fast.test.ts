import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYamlFast, readYamlFastBytes } from '../../../src/store/yaml/fast.ts';
import { lexText } from '../../../src/store/yaml/lexemes.ts';
import { emptyProblemList } from '../../../src/store/yaml/problem-list.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';
import { oddText } from './odd-text.ts';
import { markedFile, realisticFiles } from './realistic-files.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

// biome-ignore format: a table of snippets reads better in rows
const denseUnits = [
  '- a\n', '-\n', '- - a\n', '-   a   # c\n', '- "a"\n', "- ''\n", '- a: b # c\n  d: e\n', '- a:\n    b: 1\n', '- a:\n  - b\n', '# c\n- |\n  a\n',
  '- [a , b , "c" , {} , []]\n', '- { "a": "b" , c : d }   # c\n', '- [ ]\n', '\n  # c\n- x\n', '- ? a\n', '- "a": b\n', '- |-\n  a\n\n', '- >-\n  a\n', '- >\n  a\n  b\n',
];

/** The shortest text of a unit, over and over, that the strict reader refuses for its many values. */
function firstRefused(unit: string): string {
  const problems = emptyProblemList();
  lexText(unit.repeat(1_048_576 / unit.length), problems);
  const refused = problems.kept.find(({ code }) => code === 'too-many-values')?.start ?? Number.NaN;
  return unit.repeat(Math.ceil(refused / unit.length));
}

describe('the fast reader', () => {
  test.each(realisticFiles.map((file) => [file.slice(0, 40), file]))(
    'reads a file as people have it: %j',
    (_, file) => {
      const strict = readYaml(encode(file));
      expect(strict.problems).toEqual([]);
      expect(readYamlFast(file)).toEqual(strict.data);
      expect(readYamlFastBytes(encode(`\ufeff${file}`))).toEqual({
        text: file,
        hasBom: true,
        data: strict.data,
      });
    },
  );

  test('reads folded texts as the strict reader does', () => {
    let accepted = 0;
    const line = fc.constantFrom(
      'one',
      'two words',
      ' further in',
      'ends ',
      '',
      '# none',
      'a: b',
      '- c',
      '\ttab',
    );
    const lines = fc.array(line, { minLength: 1, maxLength: 5 });
    const property = fc.property(fc.constantFrom('>', '>-', '>+', '>2'), lines, (header, content) => {
      const text = `a: ${header}\n${content.map((one) => (one === '' ? '' : `  ${one}`)).join('\n')}\nb: 1\n`;
      const fast = readYamlFast(text);
      if (fast === undefined) return;
      accepted += 1;
      expect(readYaml(encode(text))).toMatchObject({ data: fast, problems: [] });
    });
    fc.assert(property, { numRuns: 3_000 });
    expect(accepted).toBeGreaterThan(200);
  });

  test('gives no data that the strict reader would not give', () => {
    let accepted = 0;
    const property = fc.property(oddText, (text) => {
      const fast = readYamlFastBytes(encode(text));
      if (fast === undefined) return;
      accepted += 1;
      const { problems, document: _, ...strict } = readYaml(encode(text));
      expect(problems).toEqual([]);
      expect(fast).toStrictEqual(strict);
    });
    fc.assert(property, { numRuns: 20_000 });
    // Were hardly anything accepted, the above would prove little.
    expect(accepted).toBeGreaterThan(3_000);
  });

  test.each([
    ['a document start', markedFile],
    ['a document end', 'a: 1\n... b: 2\n'],
    ['a tab', 'a:\tb\n'],
    ['text after a quote', 'a: "b"c\n'],
    ['a comment without a space before it', 'a: "b"#c\n'],
    ['a comment with a bidi control', 'a: b # \u202e\n'],
    ['a lone CR', 'a: b\rc: d\n'],
    ['a conflict', 'a: |\n  b\n<<<<<<< HEAD\n'],
    ['an anchor', 'a: &b c\n'],
    ['a number in a form of its own', 'a: 1e3\n'],
    ['a number that does not survive', 'a: 9007199254740993\n'],
    ['a repeated key', 'a: 1\na: 2\n'],
    ['__proto__', '__proto__: 1\n'],
    ['__proto__ in a flow mapping', 'a: {"__proto__": 1}\n'],
    ['a number as a key', '1: a\n'],
    ['null as a key', 'null: a\n'],
    ['a merge key', '<<: a\n'],
    ['a scalar of two lines', 'a: b\n  c\n'],
    ['a folded scalar of two paragraphs', 'a: >\n  b\n\n  c\n'],
    ['a folded scalar with a line further in', 'a: >\n  b\n    c\n'],
    ['a folded scalar with a blank at a line’s end', 'a: >\n  b \n  c\n'],
    ['a folded scalar that keeps its end', 'a: >+\n  b\n'],
    ['a mapping on the line of its key', 'a: b: c\n'],
    ['an empty file', ''],
    ['nothing but comments', '# a\n'],
    ['a scalar', 'a\n'],
    ['a wrong indent', 'a:\n   b: 1\n  c: 2\n'],
    ['an indented sequence that ends in a mapping', 'a:\n  - b\n  c: 1\n'],
    ['too many keys', Array.from({ length: 5_001 }, (_, index) => `k${index}: 1\n`).join('')],
    ['too deep a sequence', `a: ${'['.repeat(65)}${']'.repeat(65)}\n`],
    ['too deep a mapping', Array.from({ length: 66 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['compact sequences too deep', `${'- '.repeat(70)}a\n`],
  ])('leaves to the strict reader: %s', (_, text) => {
    expect(readYamlFast(text)).toBeUndefined();
  });

  test('leaves bytes that are not UTF-8, or too many, to the strict reader', () => {
    expect(readYamlFastBytes(Uint8Array.of(0x61, 0x3a, 0x20, 0xe9, 0x0a))).toBeUndefined();
    expect(readYamlFastBytes(encode(`a: b # ${'c'.repeat(1_048_570)}\n`))).toBeUndefined();
    expect(readYamlFastBytes(encode(`a: b # ${'c'.repeat(1_048_568)}\n`))).toMatchObject({
      data: { a: 'b' },
    });
  });

  test('counts no fewer tokens than the strict reader, where that one refuses too many', () => {
    for (const unit of ['- {a: 1, b: 2}\n', ...denseUnits]) {
      const refused = firstRefused(unit);
      expect(readYamlFast(refused), unit).toBeUndefined();
    }
  });

  test('reads a large file of short entries', () => {
    const entry = '  - metric: reading-level\n    on: 2026-02-03\n    value: 12.5\n    by: dana\n';
    const text = `observations:\n${entry.repeat(4_000)}`;
    expect(readYamlFast(text)).toMatchObject({ observations: { length: 4_000 } });
    expect(readYaml(encode(text)).problems).toEqual([]);
  });

  test('does not load yaml, nor does positions', () => {
    const folder = new URL('../../../src/store/yaml/', import.meta.url);
    const seen = new Set<string>(['fast.ts', 'positions.ts']);
    for (const file of seen) {
      const source = readFileSync(new URL(file, folder), 'utf8');
      for (const [, from = ''] of source.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gms)) {
        expect(from, file).not.toBe('yaml');
        if (from.startsWith('./')) seen.add(from.slice(2));
      }
    }
    expect(seen).toContain('fast-cursor.ts');
  });
});
