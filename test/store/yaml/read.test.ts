import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../../src/store/yaml/read.ts';
import type { YamlReading } from '../../../src/store/yaml/reading.ts';
import { oddText } from './odd-text.ts';
import { markedFile } from './realistic-files.ts';

const read = (text: string): YamlReading => readYaml(new TextEncoder().encode(text));

/** Each problem as its code and the text it points at. */
const found = (text: string): string[] =>
  read(text).problems.map(({ code, start, end }) => `${code} ${JSON.stringify(text.slice(start, end))}`);

describe('data', () => {
  test.each<[string, string, unknown]>([
    [
      'scalars of the core schema',
      'a: 1\nb: -2.50\nc: true\nd: ~\ne:\nf: x\n',
      { a: 1, b: -2.5, c: true, d: null, e: null, f: 'x' },
    ],
    [
      'words of YAML 1.1 as texts',
      'a: no\nb: on\nc: 12:30:45\nd: 2026-02-30\n',
      { a: 'no', b: 'on', c: '12:30:45', d: '2026-02-30' },
    ],
    ['quoted numbers as texts', 'a: "017"\n"1": \'1e3\'\n', { a: '017', '1': '1e3' }],
    ['numbers in block scalars as texts', 'a: |-\n  017\n', { a: '017' }],
    ['collections', 'a: [1, {b: c}]\nd:\n- e\n- f: g\n', { a: [1, { b: 'c' }], d: ['e', { f: 'g' }] }],
    ['keys of the user', 'x-a: 1\n"x-b c": 2\n', { 'x-a': 1, 'x-b c': 2 }],
    ['a document start and end', '---\na: 1\n...\n# more\n', { a: 1 }],
    ['CRLF', 'a: |\r\n  b\r\n  c\r\nd: "e\r\n  f"\r\n', { a: 'b\nc\n', d: 'e f' }],
    ['a scalar', 'a\n', 'a'],
    ['null, where it is written', '~\n', null],
    ['an empty text', '""\n', ''],
    ['explicit keys', '? a\n: b\n', { a: 'b' }],
    ['a pair in a flow sequence', '[a: b]\n', [{ a: 'b' }]],
    ['a flow key without a value', '{a, b: 1}\n', { a: null, b: 1 }],
    ['a text that looks like a document end', 'a: "\n  ---x"\n', { a: ' ---x' }],
    ['a quoted merge key', '"<<": 1\n', { '<<': 1 }],
    ['keys that objects inherit', 'constructor: 1\ntoString: 2\n', { constructor: 1, toString: 2 }],
    ['controls and bidi characters that are escaped', 'a: "\\e\\u202e"\n', { a: '\u001b\u202e' }],
    ['a pair of surrogates that are escaped', 'a: "\\ud83d\\ude00"\n', { a: '😀' }],
  ])('%s', (_, text, data) => {
    const reading = read(text);
    expect(reading.problems).toEqual([]);
    expect(reading.data).toEqual(data);
    expect(reading.document).toBeDefined();
  });

  test('a whole file', () => {
    expect(read(markedFile)).toMatchObject({ data: { id: 'river-clean-up' }, problems: [] });
  });
});

describe('what is refused', () => {
  test.each<[string, string, string[]]>([
    ['anchors and aliases', 'a: &x 1\nb: *x\n', ['yaml-anchor "&x"', 'yaml-alias "*x"']],
    ['an alias of itself', 'a: &a [*a]\n', ['yaml-anchor "&a"', 'yaml-alias "*a"']],
    ['tags', 'a: !!binary x\nb: !foo y\n', ['yaml-tag "!!binary"', 'yaml-tag "!foo"']],
    ['a directive', '%YAML 1.1\n---\na: no\n', ['yaml-directive "%YAML 1.1"']],
    ['a merge key', '<<: {a: 1}\n', ['yaml-merge-key "<<"']],
    ['a number as a key', '1: a\n"1": b\n', ['yaml-key-type "1"']],
    [
      'true, null and nothing as keys',
      'true: a\n~: b\n: c\n',
      ['yaml-key-type "true"', 'yaml-key-type "~"', 'yaml-key-type ""'],
    ],
    ['a collection as a key', '[a]: b\n? {c: d}\n: e\n', ['yaml-key-type "[a]"', 'yaml-key-type "{c: d}"']],
    ['a second document', 'a: 1\n---\nb: &x 2\n', ['multiple-documents "---"']],
    ['a second document, empty', '---\n---\n', ['multiple-documents "---"']],
    ['a document after a document end', 'a: 1\n...\nb: 2\n', ['multiple-documents ""']],
    ['a repeated key', 'a: 1\nb: 2\n"a": 3\n', ['duplicate-key "\\"a\\""']],
    [
      '__proto__',
      'a: {__proto__: {b: 1}}\n"__proto__": 2\n',
      ['unknown-key "__proto__"', 'unknown-key "\\"__proto__\\""'],
    ],
    [
      'numbers in other forms',
      'a: [1e3, 0x10, 017, +5, .5, .inf, .nan, 1_0, 1e999]\n',
      ['1e3', '0x10', '017', '+5', '.5', '.inf', '.nan', '1_0', '1e999'].map(
        (source) => `number-form "${source}"`,
      ),
    ],
    ['a number that would be rounded', 'a: 9007199254740993\n', ['number-form "9007199254740993"']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['yaml-tab "\\t"']],
    ['a tab after spaces', 'a:\n  \tb: 1\n', ['yaml-tab "\\t"']],
    ['a wrong indent', 'a:\n    b: 1\n  c: 2\n', ['yaml-indentation "c"']],
    ['a quote that is not closed', 'a: "b\nc: d\n', ['yaml-unclosed "\\""']],
    ['a quote that is closed by an escaped one', 'a: "b\\"', ['yaml-unclosed "\\""']],
    ['a quote that is closed by a doubled one', "a: 'b''", ['yaml-unclosed "\'"']],
    ['a bracket that is not closed', 'a: [b, {c: d}\ne: f\n', ['yaml-unclosed "["']],
    ['a bracket that is not closed at the end', '{a: [b', ['yaml-unclosed "["']],
    ['a bracket that is closed by another', 'a: [b}\n', ['yaml-unclosed "["']],
    ['a bracket too many', 'a: b]\nc: ]\n', ['yaml-syntax "]"']],
    ['a mapping on the line of its key', 'a: b: c\n', ['yaml-syntax "b"']],
    ['a reserved character', 'a: @b\n', ['yaml-syntax "@"']],
    ['a bad escape', 'a: "\\q \\\\q \\x1"\n', ['yaml-syntax "\\\\q"', 'yaml-syntax "\\\\x"']],
    ['an escape beyond Unicode', 'a: "\\U00110000"\n', ['yaml-syntax "\\\\U"']],
    ['half a pair of surrogates', 'a: "\\ud83d"\n', ['yaml-syntax "\\"\\\\ud83d\\""']],
    ['an empty file', '', ['file-empty ""']],
    ['nothing but comments', '# a\n\n', ['file-empty ""']],
    ['nothing but a document start', '---\n', ['file-empty ""']],
    ['nothing but a document end', '# a\n...\n', ['yaml-syntax "..."']],
  ])('%s', (_, text, problems) => {
    expect(found(text)).toEqual(problems);
    expect(read(text).data).toBeUndefined();
  });

  test('the place in the data and what a message may name', () => {
    expect(read('a:\n  - b: 1\n    b: 017\n').problems).toMatchObject([
      { code: 'duplicate-key', severity: 'error', path: ['a', 0, 'b'], params: { key: 'b', line: 2 } },
      { code: 'number-form', severity: 'error', path: ['a', 0, 'b'], params: { source: '017' } },
    ]);
    expect(read('a: b: c\n').problems).toMatchObject([{ params: { detail: 'block-as-implicit-key' } }]);
    expect(read('__proto__: 1\n').problems).toMatchObject([{ params: { key: '__proto__' } }]);
  });

  test('a tree is there where there is a problem with single values only', () => {
    expect(read('a: 017\n').document).toBeDefined();
    expect(read('a: &b c\n').document).toBeUndefined();
  });
});

describe('limits', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  const indented = (depth: number): string =>
    Array.from({ length: depth }, (_, column) => `${' '.repeat(column)}a:\n`).join('');

  test('64 levels', () => {
    for (const text of [nested(64), indented(64), `${'- '.repeat(64)}a\n`, `a: ${nested(63)}`]) {
      expect(found(text)).toEqual([]);
    }
    for (const text of [nested(65), indented(65), `${'- '.repeat(65)}a\n`, `a: ${nested(64)}`]) {
      expect(read(text).problems, text).toMatchObject([{ code: 'too-deep', params: { limit: 64 } }]);
    }
  });

  test('64 levels where flow pairs make mappings', () => {
    const pairs = (depth: number): string => `${'[a: '.repeat(depth)}b${']'.repeat(depth)}\n`;
    expect(found(pairs(32))).toEqual([]);
    expect(read(pairs(33)).problems).toMatchObject([{ code: 'too-deep' }]);
  });

  test('5,000 keys', () => {
    const keys = (count: number): string =>
      Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('');
    expect(found(keys(5_000))).toEqual([]);
    const text = keys(5_001);
    expect(found(text)).toEqual(['too-many-keys "k5000"']);
    expect(read(text).problems).toMatchObject([{ params: { limit: 5_000, count: 5_001 } }]);
  });

  test('50 problems, the last of them a count of all', () => {
    const lines = (count: number): string => '- 017\n'.repeat(count);
    expect(read(lines(50)).problems.every(({ code }) => code === 'number-form')).toBe(true);
    const { problems } = read(lines(51));
    expect(problems).toHaveLength(50);
    expect(problems[49]).toMatchObject({
      code: 'too-many-problems',
      severity: 'error',
      start: 296,
      params: { count: 51 },
    });
    expect(problems.slice(0, 49).every(({ code }) => code === 'number-form')).toBe(true);
    expect(read('- 017\n'.repeat(25_000)).problems[49]).toMatchObject({ params: { count: 25_000 } });
  });

  test('many warnings keep the data, and hide no error', () => {
    const warnings = 'a: "\u202e"\n'.replace('\u202e', '\u202e'.repeat(60));
    expect(read(warnings)).toMatchObject({ data: { a: '\u202e'.repeat(60) } });
    expect(read(warnings).problems[49]).toMatchObject({ code: 'too-many-problems', severity: 'warning' });
    expect(read(`${warnings}b: 017\n`).data).toBeUndefined();
    expect(read(`${warnings}b: 017\n`).problems[49]).toMatchObject({
      severity: 'error',
      params: { count: 61 },
    });
  });

  test('problems come in the order of the text', () => {
    const { problems } = read('a: 017 # \u202e\nb: 1\nb: \u202ex\n');
    expect(problems.map(({ code }) => code)).toEqual([
      'number-form',
      'bidi-control',
      'duplicate-key',
      'bidi-control',
    ]);
  });
});

describe('whatever the text', () => {
  test('problems lie in it, in order, and an error leaves no data', () => {
    const property = fc.property(oddText, (text) => {
      const { problems, data, text: decoded } = read(text);
      const starts = problems.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const { start, end } of problems) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(decoded.length);
      }
      expect(data === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
    });
    fc.assert(property, { numRuns: 5_000 });
  });

  test('the data are what yaml makes of it', () => {
    let accepted = 0;
    const property = fc.property(oddText, (text) => {
      const { data, text: decoded } = read(text);
      if (data === undefined) return;
      accepted += 1;
      expect(data).toStrictEqual(parse(decoded, { schema: 'core', version: '1.2' }));
    });
    fc.assert(property, { numRuns: 5_000 });
    expect(accepted).toBeGreaterThan(1_000);
  });
});
