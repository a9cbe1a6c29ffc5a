import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/render/printable.ts';
import type { BidiMode } from '../../../src/render/terminal/bidi.ts';
import { createPage } from '../../../src/render/terminal/page.ts';
import type { Cell, Column, TableContent } from '../../../src/render/terminal/table-content.ts';

const columnRules: Omit<Column, 'header'>[] = [
  { align: 'number' },
  { flexible: true, minWidth: 16 },
  {},
  { align: 'number' },
  {},
  { droppable: 1 },
];

function table(headers: string[], rows: string[][]): TableContent {
  return {
    columns: headers.map((header, index) => ({ header: printable(header), ...columnRules[index] })),
    rows: rows.map((row) => row.map((text): Cell => ({ text: printable(text) }))),
  };
}

const english = table(
  ['#', 'Stage', 'State', 'Done', 'Due', 'Last review'],
  [
    ['1', 'Comprehensive scoping', '✓ passed', '5/5', '2026-02-15', '2026-02-20 advance'],
    ['5', "Planning the partnership's management", '▶ current', '2/5', '2026-06-15', '—'],
    ['10', 'Institutionalise or part', '· upcoming', '0/6', '—', '—'],
  ],
);

const hebrew = table(
  ['#', 'שלב', 'מצב', 'רשימה', 'מועד', 'סקירה אחרונה'],
  [
    ['1', 'בחינה מקיפה', '✓ הושלם', '5/5', '15/02/2026', '20/02/2026 מעבר'],
    ['8', 'מדידת תפוקות השותפות', '▶ נוכחי', '2/5', '15/06/2026', '—'],
    ['10', 'מיסוד או פירוד', '· בהמשך', '0/6', '—', '—'],
  ],
);

async function render(
  content: TableContent,
  direction: 'ltr' | 'rtl',
  bidi: BidiMode,
  width: number | undefined,
  colorLevel: 0 | 1 = 0,
): Promise<string[]> {
  const page = createPage({ direction, bidi, width, colorLevel });
  page.table(content);
  return (await page.render()).split('\n').slice(0, -1);
}

describe('an English table', () => {
  it('stands as it is where it fits', async () => {
    expect(await render(english, 'ltr', 'visual', 100)).toEqual([
      '  #  Stage                                  State       Done  Due         Last review',
      '─────────────────────────────────────────────────────────────────────────────────────────────',
      '  1  Comprehensive scoping                  ✓ passed     5/5  2026-02-15  2026-02-20 advance',
      "  5  Planning the partnership's management  ▶ current    2/5  2026-06-15  —",
      ' 10  Institutionalise or part               · upcoming   0/6  —           —',
    ]);
  });

  it('wraps its flexible column at 80 and drops a column at 60', async () => {
    expect(await render(english, 'ltr', 'visual', 80)).toEqual([
      '  #  Stage                     State       Done  Due         Last review',
      '────────────────────────────────────────────────────────────────────────────────',
      '  1  Comprehensive scoping     ✓ passed     5/5  2026-02-15  2026-02-20 advance',
      '  5  Planning the              ▶ current    2/5  2026-06-15  —',
      "     partnership's management",
      ' 10  Institutionalise or part  · upcoming   0/6  —           —',
    ]);
    expect(await render(english, 'ltr', 'visual', 60)).toEqual([
      '  #  Stage                     State       Done  Due',
      '────────────────────────────────────────────────────────────',
      '  1  Comprehensive scoping     ✓ passed     5/5  2026-02-15',
      '  5  Planning the              ▶ current    2/5  2026-06-15',
      "     partnership's management",
      ' 10  Institutionalise or part  · upcoming   0/6  —',
    ]);
  });

  it('becomes blocks at 20', async () => {
    expect((await render(english, 'ltr', 'visual', 20)).slice(0, 13)).toEqual([
      '1 Comprehensive',
      'scoping',
      '  State: ✓ passed',
      '  Done: 5/5',
      '  Due: 2026-02-15',
      '  Last review:',
      '  2026-02-20 advance',
      '',
      '5 Planning the',
      "partnership's",
      'management',
      '  State: ▶ current',
      '  Done: 2/5',
    ]);
  });
});

describe('a Hebrew table', () => {
  it('is mirrored, in visible order, at the right margin', async () => {
    expect(await render(hebrew, 'rtl', 'visual', 80)).toEqual([
      '             הנורחא הריקס        דעומ  המישר      בצמ                   בלש   #',
      '         ───────────────────────────────────────────────────────────────────────',
      '          רבעמ 20/02/2026  15/02/2026    5/5  םלשוה ✓           הפיקמ הניחב   1',
      '                        —  15/06/2026    2/5  יחכונ ▶  תופתושה תוקופת תדידמ   8',
      '                        —           —    0/6  ךשמהב ·        דוריפ וא דוסימ  10',
    ]);
  });

  it('goes to a terminal that reorders in the same places, each cell an island', async () => {
    const islands = await render(hebrew, 'rtl', 'terminal', 80);
    expect(islands[2]).toBe(
      '          \u206720/02/2026 מעבר\u2069\u200e  15/02/2026    5/5  \u2067✓ הושלם\u2069\u200e           \u2067בחינה מקיפה\u2069\u200e   1',
    );
    const visible = await render(hebrew, 'rtl', 'visual', 80);
    expect(islands.map((line) => stringWidth(line))).toEqual(visible.map((line) => stringWidth(line)));
  });

  it('wraps and becomes blocks where it must', async () => {
    expect(await render(hebrew, 'rtl', 'visual', 50)).toEqual([
      '         דעומ  המישר      בצמ             בלש   #',
      '  ────────────────────────────────────────────────',
      '   15/02/2026    5/5  םלשוה ✓     הפיקמ הניחב   1',
      '   15/06/2026    2/5  יחכונ ▶    תוקופת תדידמ   8',
      '                                      תופתושה',
      '            —    0/6  ךשמהב ·  דוריפ וא דוסימ  10',
    ]);
    expect((await render(hebrew, 'rtl', 'visual', 20)).slice(0, 8)).toEqual([
      '       הפיקמ הניחב 1',
      '      םלשוה ✓ :בצמ  ',
      '        5/5 :המישר  ',
      '  15/02/2026 :דעומ  ',
      '     :הנורחא הריקס  ',
      '   רבעמ 20/02/2026  ',
      '',
      '      תוקופת תדידמ 8',
    ]);
  });

  it('stays in reading order, plain and uncut, without a terminal', async () => {
    expect(await render(hebrew, 'rtl', 'logical', undefined)).toEqual([
      '  #  שלב                   מצב      רשימה  מועד        סקירה אחרונה',
      '───────────────────────────────────────────────────────────────────────',
      '  1  בחינה מקיפה           ✓ הושלם    5/5  15/02/2026  20/02/2026 מעבר',
      '  8  מדידת תפוקות השותפות  ▶ נוכחי    2/5  15/06/2026  —',
      ' 10  מיסוד או פירוד        · בהמשך    0/6  —           —',
    ]);
  });
});

it('keeps a cell in one piece in a block as well', async () => {
  const content = table(['#', 'Name', 'Partner'], [['1', 'a', 'שלב (v2) 60%']]);
  expect(await render(content, 'ltr', 'visual', 12)).toEqual(['1 a', '  Partner:', '  (v2) בלש', '  60%']);
});

it('shows pointed letters, emoji and wide characters in straight columns', async () => {
  const content = table(
    ['#', 'Name', 'State'],
    [
      ['1', 'שָׁלוֹם', 'a'],
      ['2', '日本', 'b'],
      ['3', '👨‍👩‍👧 ok', 'c'],
    ],
  );
  expect(await render(content, 'ltr', 'logical', undefined)).toEqual([
    ' #  Name   State',
    '─────────────────',
    ' 1  שָׁלוֹם   a',
    ' 2  日本   b',
    ' 3  👨‍👩‍👧 ok  c',
  ]);
});

it('colours the cell after it was placed', async () => {
  const content: TableContent = {
    columns: [{ header: printable('A') }, { header: printable('B') }],
    rows: [[{ text: printable('late'), style: 'bad' }, { text: printable('x') }]],
  };
  expect(await render(content, 'ltr', 'visual', 40, 1)).toEqual([
    ' \x1b[1mA\x1b[22m     \x1b[1mB\x1b[22m',
    '\x1b[2m─────────\x1b[22m',
    ' \x1b[31mlate\x1b[39m  x',
  ]);
});

it('has no row forged and no control let through by hostile cells', async () => {
  const hostile = ['a\nb', '\x1b]0;t\x07', '\x1b[2J', 'x\rY', '\u202egpj', '\x9b1m'];
  const lines = await render(table(['a', 'b', 'c', 'd', 'e', 'f'], [hostile]), 'ltr', 'visual', undefined);
  expect(lines).toEqual([
    '      a  b             c             d  e            f',
    '────────────────────────────────────────────────────────────',
    ' a\\x0ab  \\x1b]0;t\\x07  \\x1b[2J  x\\x0dY  \\u{202e}gpj  \\x9b1m',
  ]);
});

it('keeps within the width and free of controls, whatever the cells hold', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(fc.constantFrom('שלום', 'word', '日本語', '👍', '3/5', '(', ')', '"'), { maxLength: 8 })
      .map((w) => w.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('ltr', 'rtl'),
      fc.constantFrom('visual', 'terminal'),
      fc.integer({ min: 8, max: 130 }),
      fc.constantFrom(0, 1),
      async (rows, direction, bidi, width, colorLevel) => {
        const content = table(['#', 'Stage', 'מצב', 'Done', 'מועד', 'Last'], rows);
        for (const line of await render(content, direction, bidi, width, colorLevel)) {
          expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(width, 100));
          expect(line.replace(/\x1b\[\d+m/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        }
      },
    ),
    { numRuns: 300 },
  );
});
