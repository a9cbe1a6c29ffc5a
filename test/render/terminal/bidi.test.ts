import { describe, expect, it } from 'vitest';
import { printable, trusted } from '../../../src/render/printable.ts';
import { type BidiMode, baseDirection, detectBidiMode, isolated } from '../../../src/render/terminal/bidi.ts';
import { loadLayout } from '../../../src/render/terminal/layout.ts';
import { renderLine, type Segment } from '../../../src/render/terminal/styled-line.ts';

describe('who reorders', () => {
  it.each([
    ['a pipe', { VTE_VERSION: '7000' }, false, 'logical'],
    ['GNOME', { VTE_VERSION: '7000' }, true, 'terminal'],
    ['an old GNOME', { VTE_VERSION: '5202' }, true, 'visual'],
    ['Konsole', { KONSOLE_VERSION: '221203' }, true, 'terminal'],
    ['Apple', { TERM_PROGRAM: 'Apple_Terminal' }, true, 'terminal'],
    ['mlterm', { TERM: 'mlterm-256color' }, true, 'terminal'],
    ['xterm', { TERM: 'xterm-256color' }, true, 'visual'],
    ['a wish', { PARTNER_BIDI: 'logical', VTE_VERSION: '7000' }, true, 'logical'],
    ['a wish for a pipe', { PARTNER_BIDI: 'visual' }, false, 'visual'],
    ['a wish that means nothing', { PARTNER_BIDI: 'up' }, false, 'logical'],
  ])('%s', (_, env, isTTY, mode) => {
    expect(detectBidiMode(env, isTTY)).toBe(mode);
  });
});

it.each([
  ['קוראים בדרום', 'ltr', 'rtl'],
  ['IBLF מודל', 'rtl', 'rtl'],
  ['IBLF מודל', 'ltr', 'ltr'],
  ['due-diligence', 'rtl', 'ltr'],
  ['-5%', 'rtl', 'ltr'],
  ['1,200 ₪', 'rtl', 'rtl'],
  ['1,200 ₪', 'ltr', 'ltr'],
  ['', 'rtl', 'ltr'],
] as const)('"%s" on a page read %s reads %s', (text, page, direction) => {
  expect(baseDirection(text, page)).toBe(direction);
});

async function line(bidi: BidiMode, segments: Segment[], base: 'ltr' | 'rtl' = 'rtl', colorLevel: 0 | 1 = 0) {
  const sample = segments.map((segment) => segment.text).join('');
  const layout = await loadLayout({ direction: base, bidi, width: 80, colorLevel }, sample);
  return renderLine(segments, base, layout).text;
}

describe('a mixed line in visible order', () => {
  it.each([
    ['letters, brackets, figures', 'הבעיה (v2) עם 3/5', '3/5 םע (v2) היעבה'],
    ['Hebrew in brackets', 'שלב (חסרה ראיה)', '(היאר הרסח) בלש'],
    ['a date and a full stop', 'עד 2026-02-15.', '.2026-02-15 דע'],
    ['points stay behind their letter', 'שָׁלוֹם', 'םוֹלשָׁ'],
    ['an emoji between words', 'טוב 👍 מאוד', 'דואמ 👍 בוט'],
    ['a sum', '1,200 ₪ בשנה', 'הנשב ₪ 1,200'],
  ])('%s', async (_, text, seen) => {
    expect(await line('visual', [{ text: printable(text) }])).toBe(seen);
  });

  it('leaves the order of an English line and turns only the Hebrew in it', async () => {
    const text = printable('partner לאומי קארד joined 👍');
    expect(await line('visual', [{ text }], 'ltr')).toBe('partner דראק ימואל joined 👍');
  });

  it('keeps an emoji between two Hebrew words of an English line in their run', async () => {
    expect(await line('visual', [{ text: printable('to: טוב 👍 מאוד') }], 'ltr')).toBe('to: דואמ 👍 בוט');
  });

  it('isolates what must read from left to right', async () => {
    const segments: Segment[] = [
      { text: trusted('קובץ ') },
      { text: printable('stages/01.yaml:'), ltr: true },
      { text: trusted(' חסר') },
    ];
    expect(await line('visual', segments)).toBe('רסח stages/01.yaml: ץבוק');
  });

  it('isolates a foreign name inside a sentence', async () => {
    const text = trusted(`says ${isolated(printable('דנה'))} (60%)`);
    expect(await line('visual', [{ text }], 'ltr')).toBe('says הנד (60%)');
    expect(await line('logical', [{ text }], 'ltr')).toBe('says דנה (60%)');
  });

  it('colours each stretch where it ends up', async () => {
    const segments: Segment[] = [
      { text: trusted('אב '), style: 'good' },
      { text: trusted('cd ef'), style: 'bad' },
      { text: trusted(' גד') },
    ];
    expect(await line('visual', segments, 'rtl', 1)).toBe('דג \x1b[31mcd ef\x1b[39m\x1b[32m בא\x1b[39m');
  });
});

describe('a line for a terminal that reorders', () => {
  it('is an island, closed by a mark', async () => {
    expect(await line('terminal', [{ text: printable('שלב 4') }])).toBe('\u2067שלב 4\u2069\u200e');
  });

  it('has its inner islands closed where a line break cut them', async () => {
    expect(await line('terminal', [{ text: trusted('א \u2068ב') }])).toBe(
      '\u2067א \u2068ב\u2069\u2069\u200e',
    );
    expect(await line('terminal', [{ text: trusted('ב\u2069 ג') }])).toBe('\u2067ב ג\u2069\u200e');
  });

  it('gets no marks where everything is read from left to right', async () => {
    expect(await line('terminal', [{ text: printable('stage 4') }], 'ltr')).toBe('stage 4');
  });
});

it('adds and changes nothing in logical order', async () => {
  const segments: Segment[] = [{ text: printable('שלב (4): ') }, { text: printable('a/b'), ltr: true }];
  expect(await line('logical', segments)).toBe('שלב (4): a/b');
});
