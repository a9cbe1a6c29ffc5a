import { describe, expect, it } from 'vitest';
import { printable, trusted } from '../../../src/render/printable.ts';
import type { TerminalSettings } from '../../../src/render/terminal/layout.ts';
import { createPage } from '../../../src/render/terminal/page.ts';

const wide: TerminalSettings = { direction: 'ltr', bidi: 'visual', width: 30, colorLevel: 0 };

async function englishPage(settings: TerminalSettings): Promise<string> {
  const page = createPage(settings);
  page.heading(trusted('The gate is closed'));
  page.paragraph(trusted('Two required items of this stage are not done.'));
  page.list([
    [{ text: trusted('goals-agreed'), style: 'strong' }, { text: trusted(' shared goals of all') }],
    trusted('vision'),
  ]);
  page.blank();
  page.command(trusted('partner check goals-agreed vision-drafted'));
  return page.render();
}

async function hebrewPage(settings: TerminalSettings): Promise<string> {
  const page = createPage(settings);
  page.heading(trusted('השער סגור'));
  page.paragraph([{ text: trusted('חסרים פריטים בשלב ') }, { text: trusted('building'), ltr: true }]);
  page.list([[{ text: trusted('goals-agreed'), ltr: true }, { text: trusted(' הוסכמו מטרות') }]]);
  page.command(trusted('partner check goals-agreed'));
  return page.render();
}

it('is empty, or ends in a line break', async () => {
  const page = createPage(wide);
  expect(await page.render()).toBe('');
  page.blank();
  expect(await page.render()).toBe('\n');
});

describe('an English page', () => {
  it('is wrapped, with commands left whole', async () => {
    expect((await englishPage(wide)).split('\n')).toEqual([
      'The gate is closed',
      'Two required items of this',
      'stage are not done.',
      '  • goals-agreed shared goals',
      '    of all',
      '  • vision',
      '',
      '    partner check goals-agreed vision-drafted',
      '',
    ]);
  });

  it('is not wrapped without a terminal', async () => {
    const text = await englishPage({ ...wide, bidi: 'logical', width: undefined });
    expect(text).toContain('Two required items of this stage are not done.\n');
  });

  it('has its colours around pieces of lines, never across line breaks', async () => {
    const text = await englishPage({ ...wide, colorLevel: 1 });
    expect(text.split('\n').slice(3, 5)).toEqual([
      '  • \x1b[1mgoals-agreed\x1b[22m shared goals',
      '    of all',
    ]);
  });

  it('survives a terminal of one column', async () => {
    expect((await englishPage({ ...wide, width: 1 })).split('\n')[0]).toBe('T');
  });
});

describe('a Hebrew page', () => {
  const settings: TerminalSettings = { ...wide, direction: 'rtl' };

  it('stands at the right margin in visible order, its commands at the left', async () => {
    expect((await hebrewPage(settings)).split('\n')).toEqual([
      '                     רוגס רעשה',
      '    building בלשב םיטירפ םירסח',
      ' תורטמ ומכסוה goals-agreed •  ',
      '    partner check goals-agreed',
      '',
    ]);
  });

  it('goes in islands to a terminal that reorders, a blank before each', async () => {
    expect((await hebrewPage({ ...settings, bidi: 'terminal', width: 40 })).split('\n')).toEqual([
      '                               \u2067השער סגור\u2069\u200e',
      '              \u2067חסרים פריטים בשלב \u2066building\u2069\u2069\u200e',
      '           \u2067  • \u2066goals-agreed\u2069 הוסכמו מטרות\u2069\u200e',
      '    partner check goals-agreed',
      '',
    ]);
  });

  it('goes to a pipe as it was written', async () => {
    const text = await hebrewPage({ ...settings, bidi: 'logical', width: undefined });
    expect(text).toBe(
      'השער סגור\nחסרים פריטים בשלב building\n  • goals-agreed הוסכמו מטרות\n    partner check goals-agreed\n',
    );
  });
});

it('shows characters that only a foreign name brings along', async () => {
  const page = createPage(wide);
  page.list([printable('日本語の会社 と 日本語の会社'), printable('\x1b[2J')]);
  expect(await page.render()).toBe('  • 日本語の会社 と\n    日本語の会社\n  • \\x1b[2J\n');
});
