import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, foreign, html, link, text } from '../../src/render/escape/html.ts';
import { linkTo, plain } from '../../src/render/escape/markdown.ts';

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

describe('text in HTML', () => {
  it('is the same text again when it is read, and holds no mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const escaped = text(value);
        expect(escaped).not.toMatch(/[<>"']/);
        const read = escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? '');
        expect(read.replaceAll('\ufffd', '')).toBe(
          value
            .replace(/[\p{Cc}]/gu, (one) => (/[\t\n\r]/.test(one) ? one : ''))
            .replace(/[\ufffd\ufffe\uffff\u202a-\u202e\u2066-\u2069\p{Cs}]/gu, ''),
        );
      }),
    );
  });

  it.each([
    ['a reversing override', 'a\u202eb', 'a\ufffdb'],
    ['an isolate that is never closed', 'a\u2067b', 'a\ufffdb'],
    ['a NUL', 'a\u0000b', 'a\ufffdb'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
  ])('shows %s instead of obeying it', (_name, value, shown) => {
    expect(text(value)).toBe(shown);
  });

  it('keeps Hebrew points, marks of direction and joined emoji', () => {
    const value = 'שָׁלוֹם \u200f👩\u200d👧';
    expect(text(value)).toBe(value);
  });

  it('is set apart where it is foreign', () => {
    expect(foreign('<b>')).toBe('<bdi>&lt;b&gt;</bdi>');
  });

  it('stands in a template as it is, lists one after another and null as nothing', () => {
    expect(html`<p>${text('&')}${3}${null}${[text('a'), [text('b')]]}</p>`).toBe('<p>&amp;3ab</p>');
  });
});

describe('links', () => {
  it.each([
    'https://example.org/a?b=1&c',
    'http://example.org',
    'mailto:dana@example.org',
    'HTTPS://example.org',
  ])('lead to %s', (address) => {
    expect(link(address, text('x'))).toContain('<a href="');
    expect(linkTo(address)).toBe(`<${address}>`);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'docs/memo.pdf',
    '//example.org',
    'https://example.org/\u0000',
    'https://exa mple.org',
    'vbscript:x',
  ])('do not lead to %j', (address) => {
    expect(link(address, text('x'))).toBe('x');
    expect(linkTo(address)).not.toMatch(/^</);
  });
});

it('a string of CSS can neither end nor close the style element', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(cssString(value).slice(1, -1)).not.toMatch(/["'<>{};\n\r\f]|\\(?![0-9a-f]+ )/);
    }),
  );
});

describe('text in Markdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['`x`', '\\`x\\`'],
    ['[a](b)', '\\[a\\](b)'],
    ['<b>', '\\<b\\>'],
    ['&lt;', '&amp;lt;'],
    ['a\nb', 'a b'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['# title', '\\# title'],
    ['---', '\\---'],
    ['\u200f5\u00a0₪', '5\u00a0₪'],
    ['\u001b[31m', '\\\\x1b\\[31m'],
    ['שלום', 'שלום'],
  ])('%j is written %j', (value, written) => {
    expect(plain(value)).toBe(written);
  });
});
