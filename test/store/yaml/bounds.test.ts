import { describe, expect, test } from 'vitest';
import { readYamlFastBytes } from '../../../src/store/yaml/fast.ts';
import { readYaml } from '../../../src/store/yaml/read.ts';

const mebibyte = 1_048_576;

/** A unit over and over, between two ends, up to a size; 1 MiB where none is given. */
function filled(unit: string, { head = '', tail = '', size = mebibyte } = {}): string {
  return head + unit.repeat(Math.floor((size - head.length - tail.length) / unit.length)) + tail;
}

const rising = (unit: string, depth: number): string =>
  Array.from({ length: depth }, (_, column) => ' '.repeat(column) + unit).join('');

// Each of these took yaml alone seconds, minutes or the process, or might have; what is told of
// them is the first problem's code and, in brackets, its detail.
const inputs: readonly (readonly [name: string, text: string, told: string])[] = [
  ['1,000 brackets', '['.repeat(1_000), 'too-deep'],
  ['5,000 brackets after that', '['.repeat(5_000), 'too-deep'],
  ['5,000 brackets that are closed', '['.repeat(5_000) + ']'.repeat(5_000), 'too-deep'],
  ['500,000 braces', '{'.repeat(500_000), 'too-deep'],
  ['400 explicit keys', '? '.repeat(400), 'too-deep'],
  ['64 explicit keys', '? '.repeat(64), 'yaml-key-type'],
  ['1 MiB of dashes', filled('- '), 'too-deep'],
  ['70 keys on one line', 'a: '.repeat(70), 'too-deep'],
  ['1 MiB of keys on one line', filled('a: '), 'too-many-values'],
  ['1 MiB of rising indentation', rising('a:\n', 1_440), 'too-deep'],
  [
    '300 KB of explicit keys, 60 levels up and down',
    filled(rising('? a\n', 60), { size: 300_000 }),
    'duplicate-key',
  ],
  ['20,000 keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join(''), 'too-many-keys'],
  ['100,000 double quotes', '"'.repeat(100_000), 'yaml-syntax (unexpected-token)'],
  ['1 MiB of double quotes', filled('"'), 'too-many-values'],
  ['1 MiB of single quotes', filled("'"), ''],
  ['1 MiB of quoted lines that are not closed', filled("- '''\n"), 'yaml-unclosed'],
  ['1 MiB of bad escapes', filled('\\u', { head: '"', tail: '"' }), 'yaml-syntax (bad-dq-escape)'],
  ['1 MiB of backslashes', filled('\\', { head: '"', tail: '"' }), ''],
  ['1 MiB of hashes', filled('#'), 'file-empty'],
  ['1 MiB of comments', filled('#\n'), 'too-many-blank-lines'],
  ['1 MiB of line ends', filled('\n'), 'too-many-blank-lines'],
  ['1 MiB of spaces', filled(' '), 'file-empty'],
  [
    'blank lines, then comments',
    `a: |\n  b\n${'\n'.repeat(20_000)}${' #\n'.repeat(20_000)}`,
    'too-many-blank-lines',
  ],
  ['blank lines, almost too many', `a: b\n${'\n'.repeat(49_000)} #\nc: d\n`, ''],
  ['1 MiB of commas', filled(',', { head: '[', tail: ']' }), 'too-many-values'],
  ['1 MiB of empty mappings', filled('{},', { head: '[', tail: ']' }), 'too-many-values'],
  ['1 MiB of closing brackets', filled(']'), 'too-many-values'],
  ['1 MiB of a plain scalar of many lines', filled('b\n  ', { head: 'a: ' }), ''],
  ['1 MiB of a plain scalar with spaces', filled('b      ', { head: 'a: ' }), ''],
  ['1 MiB of a quoted scalar of many lines', filled('b  \n  ', { head: 'a: "', tail: '"' }), ''],
  ['1 MiB of a literal scalar', filled('  b\n', { head: 'a: |\n' }), ''],
  ['1 MiB of anchors', filled('&a '), 'yaml-anchor'],
  ['1 MiB of aliases', filled('*a,', { head: '[', tail: ']' }), 'yaml-alias'],
  ['1 MiB of tags', filled('!a '), 'yaml-tag'],
  ['1 MiB of directives', filled('%a\n'), 'yaml-directive'],
  ['1 MiB of documents', filled('---\n'), 'multiple-documents'],
  [
    '100 KB of texts that begin with a sign',
    filled('@,', { head: '- [', tail: ']', size: 100_000 }),
    'yaml-syntax (bad-scalar-start)',
  ],
  ['1 MiB of ESC', filled('\u001b'), 'control-character'],
  ['100 KB of one repeated key', filled('a: 1\n', { size: 100_000 }), 'duplicate-key'],
];

describe('no input up to 1 MiB takes long or ends the process', () => {
  test.each(inputs)('%s', { timeout: 5_000 }, (_, text, told) => {
    const bytes = new TextEncoder().encode(text);
    const [first] = readYaml(bytes).problems;
    const detail = first?.params.detail;
    expect(first === undefined ? '' : detail === undefined ? first.code : `${first.code} (${detail})`).toBe(
      told,
    );
    if (told !== '') expect(readYamlFastBytes(bytes)).toBeUndefined();
  });
});
