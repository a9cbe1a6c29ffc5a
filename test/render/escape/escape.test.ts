import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarLine, calendarText } from '../../../src/render/escape/calendar.ts';
import { cellText } from '../../../src/render/escape/cell.ts';
import { link, text } from '../../../src/render/escape/html.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<',
          '>',
          '"',
          "'",
          '&',
          '`',
          '|',
          '\\',
          '[',
          '](',
          '*',
          '_',
          '\n',
          '\r',
          '\t',
          '=',
          '-',
          ';',
          ',',
          ':',
        ],
        ...[
          '\u0000',
          '\u001b',
          '\u202e',
          '\ud800',
          'א',
          '😀',
          'BEGIN:VEVENT',
          '<script>',
          'javascript:',
          'a',
          ' ',
        ],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

describe('links of HTML', () => {
  it.each([
    'https://example.org/a?b=c&d',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG',
    'mailto:dana@example.org',
  ])('links %s', (address) => {
    expect(link(address, text('x'))).toContain(`href="${address.replaceAll('&', '&amp;')}"`);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/docs/memo.pdf',
    'docs/memo.pdf',
    'https:example.org',
    'https://',
    'https://exa mple.org',
    'https://example.org/\u202etxt',
    'https://\\example.org',
    'mailto:',
    'https://example.org/\nSet-Cookie: a',
    '',
  ])('does not link %j', (address) => {
    expect(link(address, text('x'))).toBe('x');
  });

  it('gives addresses that stay inside their quotes', () => {
    expect(link('https://example.org/"onload="x', text('x'))).toContain(
      'href="https://example.org/&quot;onload=&quot;x"',
    );
  });
});

describe('cells of CSV and XLSX', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\nx', "'\nx"],
    ['  =1', "'  =1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['\uff1d1', "'\uff1d1"],
    ['a=1', 'a=1'],
    ['', ''],
    ['לאומי, "קארד"', 'לאומי, "קארד"'],
    ['a\u0000b', 'a\ufffdb'],
  ])('%j', (text, defused) => {
    expect(cellText(text)).toBe(defused);
  });

  it('never begins like a formula', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cellText(text)).not.toMatch(/^[\s\ufeff]*[=+\-@]|^[\t\r\n]/);
      }),
    );
  });
});

describe('iCalendar', () => {
  it.each([
    ['a;b,c\\d', 'a\\;b\\,c\\\\d'],
    ['x\r\nBEGIN:VEVENT', 'x\\nBEGIN:VEVENT'],
    ['x\rATTENDEE:y', 'x\\nATTENDEE:y'],
    ['x\u2028ATTENDEE:y', 'x\\nATTENDEE:y'],
    ['a\u0000\u001b\u202eb', 'a\ufffd\ufffd\ufffdb'],
    ['מפגש, יום א׳', 'מפגש\\, יום א׳'],
  ])('%j', (text, escaped) => {
    expect(calendarText(text)).toBe(escaped);
  });

  test('lines are folded at 75 octets, between characters, and unfold to what they were', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const value = calendarText(text);
        const line = calendarLine('SUMMARY', value);
        expect(line.endsWith('\r\n')).toBe(true);
        const lines = line.slice(0, -2).split('\r\n');
        for (const [index, part] of lines.entries()) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
          expect(part).not.toMatch(/[\r\n]|\p{Cs}/u);
          if (index > 0) expect(part.startsWith(' ')).toBe(true);
        }
        expect(lines.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(
          `SUMMARY:${value}`,
        );
      }),
    );
  });
});
