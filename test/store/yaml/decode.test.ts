import { describe, expect, test } from 'vitest';
import { lineStartsOf, positionAt } from '../../../src/store/yaml/positions.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each problem of a file as code, line and column, the way they are told to people. */
function places(bytes: Uint8Array): string[] {
  const { text, problems } = readYaml(bytes);
  return problems.map(({ code, start }) => {
    const { line, column } = positionAt(text, lineStartsOf(text), start);
    return `${code} ${line}:${column}`;
  });
}

describe('encoding', () => {
  test.each<[string, number[], string, string]>([
    ['Hebrew in windows-1255', [0x61, 0x3a, 0x20, 0xf9, 0xec, 0xe5, 0xed, 0x0a], 'not-utf8 1:4', 'a: '],
    [
      'Latin-1 after characters of several bytes',
      [...encode('ש: 😀\nb: '), 0xe9, 0x0a],
      'not-utf8 2:4',
      'ש: 😀\nb: ',
    ],
    ['a character cut at the end', [...encode('a: '), 0xd7], 'not-utf8 1:4', 'a: '],
    ['a surrogate', [...encode('a: '), 0xed, 0xa0, 0x80, 0x0a], 'not-utf8 1:4', 'a: '],
    ['an overlong NUL', [0xc0, 0x80], 'not-utf8 1:1', ''],
    ['beyond Unicode', [0x61, 0xf4, 0x90, 0x80, 0x80], 'not-utf8 1:2', 'a'],
    ['after a BOM', [0xef, 0xbb, 0xbf, 0x61, 0xff], 'not-utf8 1:2', 'a'],
  ])('%s', (_, bytes, place, text) => {
    const reading = readYaml(Uint8Array.from(bytes));
    expect(places(Uint8Array.from(bytes))).toEqual([place]);
    expect(reading).toMatchObject({ text, data: undefined });
    expect(reading.problems).toMatchObject([{ params: { encoding: 'windows-1255 or Latin-1' } }]);
  });

  test.each<[string, number[]]>([
    ['with its BOM', [0xff, 0xfe, 0x61, 0, 0x3a, 0, 0x20, 0, 0xe9, 0x05]],
    ['big-endian with its BOM', [0xfe, 0xff, 0, 0x61, 0, 0x3a]],
    ['without a BOM', [0x61, 0, 0x3a, 0, 0x20, 0, 0x62, 0]],
  ])('UTF-16 %s', (_, bytes) => {
    expect(readYaml(Uint8Array.from(bytes)).problems).toMatchObject([
      { code: 'not-utf8', start: 0, params: { encoding: 'UTF-16' } },
    ]);
  });

  test('one BOM is remembered and no part of the text', () => {
    expect(readYaml(encode('\ufeffa: 1\n'))).toMatchObject({
      hasBom: true,
      text: 'a: 1\n',
      data: { a: 1 },
      problems: [],
    });
    expect(readYaml(encode('a: 1\n'))).toMatchObject({ hasBom: false });
    expect(places(encode('\ufeffa: 017\n'))).toEqual(['number-form 1:4']);
  });

  test('a BOM anywhere else is refused', () => {
    expect(places(encode('\ufeff\ufeffa: 1\n'))).toEqual(['repeated-bom 1:1']);
    expect(places(encode('a: 1\n\ufeffb: 2\n'))).toEqual(['repeated-bom 2:1']);
  });

  test('1 MiB is read, a byte more is not', () => {
    const comment = (size: number): Uint8Array => encode(`a: 1\n#${'x'.repeat(size - 6)}`);
    expect(readYaml(comment(1_048_576))).toMatchObject({ data: { a: 1 }, problems: [] });
    expect(readYaml(comment(1_048_577))).toMatchObject({
      text: '',
      data: undefined,
      problems: [{ code: 'file-too-large', params: { size: 1_048_577, limit: 1_048_576 } }],
    });
  });
});

describe('characters', () => {
  test.each<[string, string]>([
    ['\0', 'U+0000'],
    ['\u0007', 'U+0007'],
    ['\v', 'U+000B'],
    ['\f', 'U+000C'],
    ['\u001b', 'U+001B'],
    ['\u007f', 'U+007F'],
    ['\u0085', 'U+0085'],
    ['\u009b', 'U+009B'],
    ['\ufffe', 'U+FFFE'],
    ['\uffff', 'U+FFFF'],
    ['\r', 'U+000D'],
  ])('%j is refused', (character, name) => {
    const bytes = encode(`a: "b"\nc: '😀${character}d'\n`);
    expect(places(bytes)).toEqual(['control-character 2:6']);
    expect(readYaml(bytes)).toMatchObject({ data: undefined, problems: [{ params: { character: name } }] });
  });

  test('TAB, LF, CR before LF, joiners and direction marks are text', () => {
    expect(readYaml(encode('a: "b\tc"\r\nd: "\u200f\u200e\u200d\u00a0\u2028"\r\n')).problems).toEqual([]);
  });

  test.each(['\u202a', '\u202e', '\u2066', '\u2069'])('%j is warned of', (character) => {
    const reading = readYaml(encode(`a: b # ${character}\n`));
    expect(reading.data).toEqual({ a: 'b' });
    expect(reading.problems).toMatchObject([{ code: 'bidi-control', severity: 'warning', start: 7, end: 8 }]);
  });
});

describe('conflict markers', () => {
  const conflict = 'a: 1\n<<<<<<< HEAD\nb: &x 1\n=======\nb: "2\u202e\n>>>>>>> theirs\nc: \u001b\n';

  test('are one problem, at the first, and nothing else is told', () => {
    expect(places(encode(conflict))).toEqual(['conflict-marker 2:1']);
    expect(places(encode('>>>>>>> theirs\n'))).toEqual(['conflict-marker 1:1']);
    expect(places(encode(conflict.replaceAll('\n', '\r\n')))).toEqual(['conflict-marker 2:1']);
    expect(readYaml(encode(conflict))).toMatchObject({ data: undefined, document: undefined });
  });

  test('are only those at the beginning of a line', () => {
    expect(places(encode('a: |\n  <<<<<<< b\nc: x >>>>>>> d\n'))).toEqual([]);
  });
});
