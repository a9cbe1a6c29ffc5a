import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { printable } from '../../../src/render/printable.ts';
import { displayWidth, loadTextMetrics } from '../../../src/render/terminal/width.ts';
import { truncateText, wrapText } from '../../../src/render/terminal/wrap.ts';

it.each([
  ['plain', 5],
  ['שלום', 4],
  ['שָׁלוֹם', 4],
  ['\u2067אבג\u2069\u200e', 3],
  ['日本', 4],
  ['👨‍👩‍👧', 2],
  ['⚠️', 2],
  ['👩🏽‍💻 ok', 5],
  ['✓ ▶ · — … ₪', 11],
  ['e\u0301', 1],
  ['', 0],
])('%s takes %i columns', async (text, width) => {
  expect(await displayWidth(text)).toBe(width);
});

it('counts the characters it knows by itself as string-width does', async () => {
  const simple = await loadTextMetrics('שלום');
  const ranges = [
    [0x20, 0x7e],
    [0xa0, 0xac],
    [0xae, 0x2ff],
    [0x370, 0x482],
    [0x48a, 0x52f],
    [0x591, 0x5c7],
    [0x5d0, 0x5ea],
    [0x200e, 0x200f],
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x2066, 0x2069],
    [0x20a0, 0x20c0],
    [0x2190, 0x2211],
    [0x2500, 0x25fc],
    [0x2713, 0x2718],
  ] as const;
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) {
      const text = `a${String.fromCharCode(code)}ב`;
      expect([code, simple.width(text)]).toEqual([code, stringWidth(text)]);
    }
  }
});

it('cuts simple text into the same characters as the engine does', async () => {
  const segmenter = new Intl.Segmenter();
  const letters = fc.constantFrom('a', ' ', 'ש', 'ָ', 'ׁ', 'ו', 'ֹ', '־', '5', '–');
  const simple = await loadTextMetrics('שָׁ');
  fc.assert(
    fc.property(fc.array(letters), (pieces) => {
      const text = pieces.join('');
      expect(simple.graphemes(text)).toEqual(Array.from(segmenter.segment(text), (piece) => piece.segment));
    }),
  );
});

it('wraps at blanks and breaks only words that are too long', async () => {
  const text = printable('the stakeholders-mapped list of 日本語 people');
  const metrics = await loadTextMetrics(text);
  expect(wrapText(text, 10, metrics)).toEqual([
    'the',
    'stakeholde',
    'rs-mapped',
    'list of',
    '日本語',
    'people',
  ]);
  expect(wrapText(printable(''), 10, metrics)).toEqual(['']);
  expect(wrapText(printable('日本'), 1, metrics)).toEqual(['日', '本']);
});

it('never separates points from their letter', async () => {
  const text = printable('שָׁלוֹם');
  const metrics = await loadTextMetrics(text);
  expect(wrapText(text, 2, metrics)).toEqual(['שָׁל', 'וֹם']);
  expect(truncateText(text, 3, metrics)).toBe('שָׁל…');
  expect(truncateText(text, 4, metrics)).toBe(text);
});

it('keeps every line within the width and loses no letter', async () => {
  const metrics = await loadTextMetrics('日 👍');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 12 }), (source, width) => {
      const text = printable(source);
      const lines = wrapText(text, width, metrics);
      for (const line of lines) {
        // Some single characters (notes with flags, syllables) are wider than a narrow line.
        const fits = stringWidth(line) <= width || metrics.graphemes(line).length === 1;
        expect([line, fits]).toEqual([line, true]);
      }
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
