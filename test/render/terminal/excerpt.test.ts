import { expect, it } from 'vitest';
import type { BidiMode } from '../../../src/render/terminal/bidi.ts';
import type { Excerpt } from '../../../src/render/terminal/excerpt.ts';
import { createPage } from '../../../src/render/terminal/page.ts';

async function render(excerpt: Excerpt, width: number | undefined = 60, bidi: BidiMode = 'visual') {
  const page = createPage({ direction: 'ltr', bidi, width, colorLevel: 0 });
  page.excerpt(excerpt);
  return (await page.render()).split('\n').slice(0, -1);
}

it('marks the place under the line', async () => {
  expect(await render({ text: '  - owner: leumy', line: 14, column: 12, endColumn: 17 })).toEqual([
    '    │',
    ' 14 │   - owner: leumy',
    '    │            ^^^^^',
  ]);
});

it('marks one column where the place is empty, and one behind the line where it stands at its end', async () => {
  expect((await render({ text: 'due:', line: 3, column: 1, endColumn: 1 }))[2]).toBe('   │ ^');
  expect((await render({ text: 'due:', line: 3, column: 5, endColumn: 5 }))[2]).toBe('   │     ^');
});

it('counts columns in code points and carets in columns of the terminal', async () => {
  expect(await render({ text: 'a: 👍👍 日本 x', line: 1, column: 7, endColumn: 9 })).toEqual([
    '   │',
    ' 1 │ a: 👍👍 日本 x',
    '   │         ^^^^',
  ]);
  expect(await render({ text: 'a:\t\x1bx', line: 1, column: 4, endColumn: 5 })).toEqual([
    '   │',
    ' 1 │ a:\\x09\\x1bx',
    '   │       ^^^^',
  ]);
  expect((await render({ text: 'ab\u05b8c', line: 1, column: 4, endColumn: 5 }))[2]).toBe('   │   ^');
});

const hebrew: Excerpt = { text: 'text: שלום עולם # see', line: 7, column: 12, endColumn: 16 };

it('puts the carets under the reordered letters, whoever reorders them', async () => {
  expect(await render(hebrew)).toEqual(['   │', ' 7 │ text: םלוע םולש # see', '   │       ^^^^']);
  expect(await render(hebrew, 60, 'terminal')).toEqual([
    '   │',
    ' 7 │ \u2066text: שלום עולם # see\u2069\u200e',
    '   │       ^^^^',
  ]);
  expect((await render(hebrew, undefined, 'logical'))[2]).toBe('   │            ^^^^');
});

it('cuts a long line around the place', async () => {
  const text = `${'a'.repeat(100)} wrong ${'b'.repeat(100)}`;
  expect(await render({ text, line: 2, column: 102, endColumn: 107 }, 30)).toEqual([
    '   │',
    ' 2 │ …aaaaaaa wrong bbbbbbbbb…',
    '   │          ^^^^^',
  ]);
  expect(await render({ text, line: 2, column: 3, endColumn: 5 }, 30)).toEqual([
    '   │',
    ' 2 │ aaaaaaaaaaaaaaaaaaaaaaaa…',
    '   │   ^^',
  ]);
});

it('lays out a line of a megabyte in no time', async () => {
  const text = `${'ש'.repeat(500_000)}x${'ש'.repeat(500_000)}`;
  const lines = await render({ text, line: 1, column: 500_001, endColumn: 500_002 }, 40);
  expect(lines[2]?.trimEnd().length).toBeLessThan(40);
});
