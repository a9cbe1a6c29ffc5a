import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYamlFast } from '../../../src/store/yaml/fast.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';
import { createVersionReader } from '../../../src/store/yaml/versions.ts';

const example = new URL('../../../examples/literacy-south/', import.meta.url);
const texts = [
  'partnership.yaml',
  'reviews.yaml',
  ...readdirSync(new URL('stages', example)).map((name) => `stages/${name}`),
].map((file) => readFileSync(new URL(file, example), 'utf8'));

const odd = [
  '',
  '# a remark',
  '  # a remark further in',
  'sources:',
  '  - id: x',
  '    title: "a: b"',
  '- at the margin',
  'vision: |',
  '  - no entry',
  '  two lines',
  'owner: >-',
  'checklist: []',
  '  - [1, 2]',
  '---',
  '\tx: 1',
  'title: again',
  '  - ',
  'list:\r',
];

/** One edit of a text, line by line: lines go, come, or stand twice. */
const edit = fc.record({
  at: fc.nat(),
  count: fc.integer({ min: 0, max: 6 }),
  lines: fc.array(fc.constantFrom(...odd), { maxLength: 3 }),
  repeat: fc.boolean(),
});

function apply(
  text: string,
  { at, count, lines, repeat }: { at: number; count: number; lines: readonly string[]; repeat: boolean },
): string {
  const all = text.split('\n');
  const start = at % (all.length + 1);
  const taken = all.slice(start, start + count);
  all.splice(start, count, ...lines, ...(repeat ? [...taken, ...taken] : []));
  return all.join('\n');
}

describe('the reader of versions', () => {
  it('gives what reading each version by itself gives, or leaves it to the strict reader', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (text, edits) => {
          const read = createVersionReader();
          let version = text;
          for (const one of [undefined, ...edits]) {
            if (one !== undefined) version = apply(version, one);
            const data = read('file', Buffer.from(version));
            if (data === undefined) continue;
            const whole = readYamlFast(version) ?? readYaml(Buffer.from(version)).data;
            expect(data).toEqual(whole);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('reads every file of an example, and shares what two versions have in common', () => {
    for (const text of texts) {
      const read = createVersionReader();
      expect(read('file', Buffer.from(text))).toEqual(readYamlFast(text));
    }
    const read = createVersionReader();
    type Book = { reviews: unknown[] };
    const long = 'reviews:\n  - id: a\n  - id: b\n  - id: c\n';
    const before = read('reviews.yaml', Buffer.from(long)) as Book;
    const after = read('reviews.yaml', Buffer.from(`${long}  - id: d\n`)) as Book;
    expect(after.reviews).toHaveLength(4);
    expect(after.reviews[0]).toBe(before.reviews[0]);
    expect(after.reviews[1]).toBe(before.reviews[1]);
  });

  it.each([
    ['a list whose last entry goes', 'a: 1\nlist:\n  - x\nb: 2\n', 'a: 1\nlist:\nb: 2\n'],
    ['a list that moves further in', 'list:\n  - x\n  - y\nb: 2\n', 'list:\n    - x\n  - y\nb: 2\n'],
    ['a key that comes twice', 'a: 1\nb: 2\nc: 3\n', 'a: 1\na: 2\nc: 3\n'],
    ['entries under a text', 'list:\n  - x\n  - y\n', 'list: |\n  - x\n  - y\n'],
    ['a title over a list', 'title: x, 2025\nlist:\n  - a: 1\n', 'title: y, 2025\nlist:\n  - a: 1\n'],
  ])('is not misled by %s', (_name, before, after) => {
    const read = createVersionReader();
    read('file', Buffer.from(before));
    const data = read('file', Buffer.from(after));
    const whole = readYaml(Buffer.from(after));
    if (data !== undefined)
      expect({ data, problems: [] }).toEqual({ data: whole.data, problems: whole.problems });
  });
});
