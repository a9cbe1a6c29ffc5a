import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../src/core/problem.ts';
import { newFolder } from '../folders.ts';
import { cases, codeOf, codesIn, expected, layOut, load, printed } from './gallery.ts';
import { oddFolders } from './odd-files.ts';

// Codes that nothing finds: a code that comes to be found must leave this list and get a case.
// Told of a whole file, in many-problems.test.ts, of a file without permission, in program.test.ts, of one
// partnership among others, in test/cli/portfolio.test.ts, of a format that a step leads on from, in upgrade/formats.test.ts, and of a model's own sections, in own-model.test.ts.
const elsewhere: readonly string[] = [
  'too-many-problems',
  'unreadable-file',
  'shared-id',
  'older-format',
  'invalid-link',
  'counted-twice',
  'measure-without-metric',
];

it('starts from a partnership in which nothing is wrong', async () => {
  const { diagnostics, journey } = await load(layOut(newFolder()));
  expect(diagnostics).toEqual([]);
  expect(journey?.current).toEqual({ index: 3, round: 1 });
});

describe('the gallery', () => {
  it.each(cases)('%s', async (name) => {
    const { diagnostics } = await load(layOut(newFolder(), name));
    expect(await printed(diagnostics, 'en')).toBe(expected(name, 'en'));
    expect(await printed(diagnostics, 'he')).toBe(expected(name, 'he'));
  });

  it.each(cases)('%s is named for what it shows', (name) => {
    expect(codesIn(expected(name, 'en'))).toContain(codeOf(name));
    expect(codesIn(expected(name, 'he'))).toEqual(codesIn(expected(name, 'en')));
  });
});

describe('what git cannot hold', () => {
  it.each(oddFolders)('$name', async ({ spoil, codes, en, he }) => {
    const root = layOut(newFolder());
    spoil(root);
    const { diagnostics } = await load(root);
    expect((await printed(diagnostics, 'en')).trimEnd().split('\n')).toEqual(en);
    expect((await printed(diagnostics, 'he')).trimEnd().split('\n')).toEqual(he);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(codes));
  });
});

it('has a case for every code that can be found', () => {
  const shown = new Set<string>([
    ...cases.flatMap((name) => codesIn(expected(name, 'en'))),
    ...oddFolders.flatMap(({ codes }) => codes),
    ...elsewhere,
  ]);
  expect(problemCodes.filter((code) => !shown.has(code))).toEqual([]);
});
