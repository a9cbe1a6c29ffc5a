import { expect, it } from 'vitest';
import { markDirections } from '../../scripts/docs/right-to-left.ts';

const inside = (text: string) => markDirections(`<div dir="rtl">\n\n${text}\n\n</div>`).slice(17, -8);
const [ltr, rtl] = ['\u200e', '\u200f'];

it.each([
  ['a heading that begins in Latin letters', '## partner list', `## ${rtl}partner list`],
  ['a paragraph that begins with code', '`init` פותחת', `${rtl}\`init\` פותחת`],
  [
    'a paragraph that begins with a link',
    '[Read](https://example.org) כאן',
    `${rtl}[Read](https://example.org) כאן`,
  ],
  ['a picture', '![תמונה](a.svg)', `${rtl}![תמונה](a.svg)`],
  ['a list', '- YAML פשוט', `- ${rtl}YAML פשוט`],
  ['a Hebrew paragraph', '**מתחילים** ב־`init`', '**מתחילים** ב־`init`'],
  ['a number and then Hebrew', '3 פקודות', '3 פקודות'],
  ['an option', 'עם `--json` יוצא', `עם ${ltr}\`--json\` יוצא`],
  ['code that ends in a sign', 'קוד `key=` מסיר', `קוד \`key=\`${ltr} מסיר`],
  ['Hebrew code', 'העמודה `מדד`', 'העמודה `מדד`'],
  ['pieces of code in a row', 'אחת מ־`he`, `en`', `אחת מ־\`he\`,${rtl} \`en\``],
  ['a cell of a table', '| `--out` | לאן |', `| ${ltr}\`--out\` | לאן |`],
  ['the second line of a paragraph', 'שורה ראשונה\nGit שומר', 'שורה ראשונה\nGit שומר'],
])('%s', (_, given, marked) => {
  expect(inside(given)).toBe(marked);
  expect(inside(marked)).toBe(marked);
});

it('leaves alone what reads from left to right, and code in fences', () => {
  const text = 'Read `--json`\n\n<div dir="rtl">\n\n```sh\npartner --json\n```\n\n</div>\n';
  expect(markDirections(text)).toBe(text);
});
