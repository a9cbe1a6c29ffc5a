import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableLines, showCodePoints } from '../../src/render/printable.ts';

describe('hostile text is shown, not obeyed', () => {
  it.each([
    ['a window title (OSC)', '\x1b]0;owned\x07', '\\x1b]0;owned\\x07'],
    ['clearing the screen', '\x1b[2J', '\\x1b[2J'],
    ['a link (OSC 8)', '\x1b]8;;http://evil\x1b\\here', '\\x1b]8;;http://evil\\x1b\\here'],
    ['the one-byte CSI', '\x9b31mred', '\\x9b31mred'],
    ['a return that overwrites the line', 'bad\rgood', 'bad\\x0dgood'],
    ['a line feed that forges a row', 'a\nb', 'a\\x0ab'],
    ['a tab', 'a\tb', 'a\\x09b'],
    ['NUL, backspace and DEL', '\0\b\x7f', '\\x00\\x08\\x7f'],
    ['an override', 'user\u202etxt.exe', 'user\\u{202e}txt.exe'],
    ['embeddings and isolates', '\u202a\u202b\u202c\u2066\u2067\u2068\u2069', /^(\\u\{20[0-9a-f]{2}\}){7}$/],
    ['direction marks', '\u200e\u200f\u061c', '\\u{200e}\\u{200f}\\u{61c}'],
    ['characters without width', 'a\u200b\u2060\ufeff\u00adb', 'a\\u{200b}\\u{2060}\\u{feff}\\xadb'],
    ['a joiner between letters', 'a\u200db', 'a\\u{200d}b'],
    ['tag characters', '\u{e0041}', '\\u{e0041}'],
    ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['half a character', 'a\ud83d', 'a\\u{d83d}'],
  ])('%s', (_, text, shown) => {
    if (typeof shown === 'string') expect(printable(text)).toBe(shown);
    else expect(printable(text)).toMatch(shown);
  });
});

describe('what people write stays as it is', () => {
  it.each([
    'לאומי קארד',
    'שָׁלוֹם לְכֻלָּם',
    'יישום לפי לו"ז – 12% · ₪ 1,200',
    'נוסחה בצוות־על',
    'Šárka Ångström, Ελένη, Ольга',
    '日本語 한국어',
    '👨‍👩‍👧 👩🏽‍💻 🏳️‍🌈 ✓ ⚠️',
    'C:\\files\\memo.pdf',
  ])('%s', (text) => {
    expect(printable(text)).toBe(text);
  });
});

it('keeps the lines of a text of several lines and nothing else', () => {
  expect(printableLines('one\r\ntwo\rtoo\nthree\x1b[A')).toEqual(['one', 'two\\x0dtoo', 'three\\x1b[A']);
});

it('counts one entry for each code point of the source', () => {
  expect(showCodePoints('א\t👍').map((point) => point.shown)).toEqual(['א', '\\x09', '👍']);
});

it('never lets a control or a hidden character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(
        /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u,
      );
    }),
    { numRuns: 1000 },
  );
});

it('has a quick check for plain text that lets nothing through which the full check would show', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    expect(printable(character)).toBe(showCodePoints(character)[0]?.shown);
  }
});
