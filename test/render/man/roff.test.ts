import { expect, it } from 'vitest';
import { macro, roffBlock, roffCommands, roffTerms, roffText, tidied } from '../../../src/render/man/roff.ts';

it.each([
  ['a.b', 'a.b'],
  ['.de evil', '\\&.de evil'],
  ["'so /etc/passwd", "\\&'so /etc/passwd"],
  ['C:\\new', 'C:\\enew'],
  ['a-b --json', 'a\\-b \\-\\-json'],
  ['say `partner status` now', 'say \\fBpartner status\\fR now'],
  ['two\n.lines', 'two .lines'],
  ['ב־`--to`\u200f,', 'ב־\\fB\\-\\-to\\fR,'],
])('%j is %j in a manual page', (text, shown) => {
  expect(roffText(text)).toBe(shown);
});

it('doubles quotes in titles, and obeys nothing in terms and commands', () => {
  expect(macro('SH', 'the "words"')).toBe('.SH "the ""words"""');
  expect(roffTerms([{ term: ".x \\n 'y", about: '.z' }])).toEqual(['.TP', "\\fB\\&.x \\en 'y\\fR", '\\&.z']);
  expect(roffCommands(['.so x', 'echo `date`'])).toEqual([
    ...['.PP', '.RS 4', '.nf', '\\&.so x', 'echo \\(gadate\\(ga', '.fi', '.RE'],
  ]);
});

it('breaks long lines at blanks, never into something that is obeyed, and leaves examples whole', () => {
  const long = `${'word '.repeat(15)}...and more 'quoted`;
  const lines = tidied(['.SH X', '.PP', long, '.nf', 'x'.repeat(60).concat(' ', 'y'.repeat(60)), '.fi']);
  expect(lines).toEqual([
    '.SH X',
    'word '.repeat(15).trim(),
    "\\&...and more 'quoted",
    '.nf',
    `${'x'.repeat(60)} ${'y'.repeat(60)}`,
    '.fi',
    '',
  ]);
});

it('leaves tables out', () => {
  expect(roffBlock({ kind: 'table', columns: ['a'], rows: [['b']] })).toEqual([]);
});
