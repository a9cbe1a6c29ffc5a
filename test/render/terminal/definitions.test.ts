import { expect, it } from 'vitest';
import { trusted } from '../../../src/render/printable.ts';
import type { TerminalSettings } from '../../../src/render/terminal/layout.ts';
import { createPage } from '../../../src/render/terminal/page.ts';
import { displayWidth } from '../../../src/render/terminal/width.ts';

const english: TerminalSettings = { direction: 'ltr', bidi: 'visual', width: 50, colorLevel: 0 };
const hebrew: TerminalSettings = { ...english, direction: 'rtl' };

async function lines(settings: TerminalSettings, given: readonly (readonly [string, string])[]) {
  const page = createPage(settings);
  page.definitions(
    given.map(([term, about]) => ({
      term: { text: trusted(term), ltr: true },
      about: [{ text: trusted(about) }],
    })),
  );
  return (await page.render()).split('\n').slice(0, -1);
}

const options = [
  ['--on <date>', 'the day of the review, which is today unless told'],
  ['--json', 'as JSON'],
] as const;

it('sets terms in one column and what they mean in another, wrapped below itself', async () => {
  expect(await lines(english, options)).toEqual([
    '  --on <date>  the day of the review, which is',
    '               today unless told',
    '  --json       as JSON',
  ]);
});

it('leaves every meaning on one line where there is no terminal', async () => {
  expect(await lines({ ...english, bidi: 'logical', width: undefined }, options)).toEqual([
    '  --on <date>  the day of the review, which is today unless told',
    '  --json       as JSON',
  ]);
});

it('gives a term that is too wide for its column a line of its own', async () => {
  expect(
    await lines({ ...english, width: 60 }, [['--condition <text;owner;due>', 'to be met'], ...options]),
  ).toEqual([
    '  --condition <text;owner;due>',
    '               to be met',
    '  --on <date>  the day of the review, which is today unless',
    '               told',
    '  --json       as JSON',
  ]);
});

it('puts meanings below their terms where there is no room for two columns', async () => {
  expect(await lines({ ...english, width: 36 }, options)).toEqual([
    '  --on <date>',
    '      the day of the review, which',
    '      is today unless told',
    '  --json',
    '      as JSON',
  ]);
});

const hebrewOptions = [
  ['--on <date>', 'יום הבחינה, והוא היום אם לא נאמר אחרת בפקודה'],
  ['--json', 'כ־JSON'],
] as const;

it('is mirrored for a page that reads from the right: terms at the right margin', async () => {
  expect(await lines(hebrew, hebrewOptions)).toEqual([
    '   רמאנ אל םא םויה אוהו ,הניחבה םוי  --on <date>',
    '                        הדוקפב תרחא',
    '                             JSON־כ       --json',
  ]);
  for (const bidi of ['visual', 'terminal'] as const) {
    const shown = await lines({ ...hebrew, bidi }, hebrewOptions);
    // The margin of two columns stays free at the right.
    const widths = await Promise.all(shown.map(displayWidth));
    expect(widths[0]).toBe(48);
    expect(widths.every((width) => width <= 48)).toBe(true);
  }
});

it('keeps the order of reading, and adds no marks, where nobody orders the text', async () => {
  expect(await lines({ ...hebrew, bidi: 'logical', width: undefined }, hebrewOptions)).toEqual([
    '  --on <date>  יום הבחינה, והוא היום אם לא נאמר אחרת בפקודה',
    '  --json       כ־JSON',
  ]);
});
