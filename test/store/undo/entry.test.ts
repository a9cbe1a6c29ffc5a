import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEntry, parseEntry, type UndoEntry } from '../../../src/store/undo/entry.ts';

const stage = 'stages/01-scoping.yaml';
const entry: UndoEntry = {
  command: 'check',
  at: '2026-03-01T10:00:00.000Z',
  user: 'דנה',
  files: [
    { file: stage, before: Buffer.from('done: false\r\n'), after: Buffer.from('done: true\r\n') },
    { file: 'schemas/reviews.json', before: undefined, after: Buffer.from('{}\n') },
    { file: 'schemas/stages/scoping.json', before: Buffer.from('{}\n'), after: undefined },
  ],
};

/** The states of a parsed entry, comparable. */
function statesOf(parsed: ReturnType<typeof parseEntry>) {
  if (typeof parsed === 'string') return parsed;
  const text = (bytes: Uint8Array | undefined) =>
    bytes === undefined ? undefined : Buffer.from(bytes).toString('hex');
  return parsed.files.map(({ file, before, after }) => [file, text(before), text(after)]);
}

/** An entry as somebody who knows the form would forge it, with a true digest. */
function forged(head: unknown, bytes = Buffer.alloc(0), format: number | string = 1): Uint8Array {
  const rest = Buffer.concat([
    Buffer.from(`${typeof head === 'string' ? head : JSON.stringify(head)}\n`),
    bytes,
  ]);
  const sum = createHash('sha256').update(rest).digest('hex');
  return Buffer.concat([Buffer.from(`partner-undo ${format} ${sum}\n`), rest]);
}

const head = { command: 'check', at: '2026-03-01T10:00:00Z' };
const change = { file: stage, before: 2, after: { start: 0, end: 1, bytes: 1 } };

describe('an entry', () => {
  it('gives back what was put in, byte for byte', () => {
    const parsed = parseEntry(formatEntry(entry));
    expect(statesOf(parsed)).toEqual(statesOf(entry));
    expect(parsed).toMatchObject({ command: 'check', at: entry.at, user: 'דנה' });
  });

  it('does so with any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const near = fc.tuple(bytes, bytes, bytes, bytes).map(([head, old, added, tail]) => ({
      before: Buffer.concat([head, old, tail]),
      after: Buffer.concat([head, added, tail]),
    }));
    fc.assert(
      fc.property(near, ({ before, after }) => {
        const one = { ...entry, files: [{ file: stage, before, after }] };
        expect(statesOf(parseEntry(formatEntry(one)))).toEqual(statesOf(one));
      }),
    );
  });

  it('holds of the new content only what the old has not', () => {
    const before = Buffer.alloc(100_000, 'line of a file\n');
    const after = Buffer.concat([before, Buffer.from('one more\n')]);
    expect(formatEntry({ ...entry, files: [{ file: stage, before, after }] }).length).toBeLessThan(100_400);
  });

  it('is damaged where it was cut off, wherever that was', () => {
    const whole = formatEntry(entry);
    for (let length = 0; length < whole.length; length++)
      expect(parseEntry(whole.subarray(0, length))).toBe('damaged');
  });

  it('is damaged where any byte of it is another', () => {
    const whole = Buffer.from(formatEntry(entry));
    for (let at = 0; at < whole.length; at++) {
      const spoiled = Buffer.from(whole);
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      expect(parseEntry(spoiled), `at ${at}`).toMatch(/^(damaged|another-format)$/);
    }
  });

  it('is left to the program that made it where its form is another', () => {
    expect(parseEntry(forged({ ...head, more: true }, Buffer.from('xyz'), 2))).toBe('another-format');
  });

  it('takes a forged one that is well-formed', () => {
    expect(statesOf(parseEntry(forged({ ...head, files: [change] }, Buffer.from('abX'))))).toEqual([
      [stage, Buffer.from('ab').toString('hex'), Buffer.from('Xb').toString('hex')],
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', ''],
    ['no mapping', [change], ''],
    ['no files', { ...head, files: [] }, ''],
    ['files that are no list', { ...head, files: { length: 1 } }, ''],
    ['no command', { at: head.at, files: [change] }, 'abX'],
    ['an endless command', { ...head, command: 'x'.repeat(301), files: [change] }, 'abX'],
    ['a user that is no text', { ...head, user: 1, files: [change] }, 'abX'],
    ['one file twice', { ...head, files: [change, change] }, 'abXabX'],
    ['more files than a model has', { ...head, files: Array.from({ length: 201 }, () => change) }, ''],
    ['too few bytes', { ...head, files: [change] }, 'ab'],
    ['bytes left over', { ...head, files: [change] }, 'abXX'],
    ['a size below nothing', { ...head, files: [{ ...change, before: -1 }] }, 'abX'],
    ['a size that is no whole number', { ...head, files: [{ ...change, before: 1.5 }] }, 'abX'],
    ['a size beyond any file', { ...head, files: [{ ...change, before: 2 ** 40 }] }, 'abX'],
    ['a splice that ends before it starts', spliced({ start: 2, end: 1, bytes: 1 }), 'abX'],
    ['a splice beyond the end', spliced({ start: 0, end: 3, bytes: 1 }), 'abX'],
    ['a splice that is no mapping', spliced([0, 1, 1]), 'abX'],
    ['no splice', { ...head, files: [{ file: stage, before: 2 }] }, 'ab'],
    [
      'nothing before and after',
      { ...head, files: [{ file: 'schemas/a.json', before: null, after: null }] },
      '',
    ],
    ...['partnership.yaml', 'reviews.yaml'].flatMap((file): [string, unknown, string][] => [
      [`a new ${file}`, { ...head, files: [{ ...change, file, before: null }] }, 'X'],
      [`a ${file} that goes`, { ...head, files: [{ ...change, file, after: null }] }, 'ab'],
    ]),
    ...[
      '/etc/passwd',
      '../partnership.yaml',
      'stages/../../x.yaml',
      'stages/..yaml',
      'stages/a/b.yaml',
      'stages\\01.yaml',
      'stages/01\u0000.yaml',
      'stages/01.yaml\n',
      'C:/partnership.yaml',
      'docs/memo.pdf',
      '.git/config',
      '.partner/lock',
      'schemas/.gitattributes',
      'schemas/stages/../../x.json',
      'models/x.yaml',
      'models/a/../b/model.yaml',
      'models/a/b/c.yaml',
      'models/.a/model.yaml',
      'stages/01:x.yaml',
      'Partnership.yaml',
      '',
    ].map((file): [string, unknown, string] => [
      `the file ${JSON.stringify(file)}`,
      { ...head, files: [{ ...change, file }] },
      'abX',
    ]),
  ])('is damaged with %s', (_name, body, bytes) => {
    expect(parseEntry(forged(body, Buffer.from(bytes)))).toBe('damaged');
  });
});

function spliced(after: unknown) {
  return { ...head, files: [{ ...change, after }] };
}
