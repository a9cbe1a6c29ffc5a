import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordingProblemCodes } from '../../src/core/recording/problem.ts';
import { atTerminal, interrupt } from './context.ts';
import { copyOf, measuredPartnership, observationsIn } from './measured.ts';
import { oddTables } from './odd-tables.ts';

let sound: string;
let cwd: string;

beforeAll(async () => {
  sound = await measuredPartnership();
  const { code } = await atTerminal(sound, ['record', 'children', '100', '--on', '2026-01-31']);
  expect(code).toBe(0);
});
beforeEach(() => {
  cwd = copyOf(sound);
});

const put = (content: string | Uint8Array) => writeFileSync(join(cwd, 'table.csv'), content);
const record = (...words: readonly string[]) => atTerminal(cwd, ['record', '--from', 'table.csv', ...words]);

describe('a table that is sound', () => {
  const written =
    '  - metric: books\n    on: 2026-02-28\n    value: 7\n    source: תנ"ך, ספרייה\n' +
    '  - metric: reading\n    on: 2026-02-28\n    num: 42\n    den: 60\n    by: Noa\n';

  it.each([
    [
      'commas',
      'metric,on,value,source,by\nbooks,2026-02-28,7,"תנ""ך, ספרייה",\nreading,2026-02-28,42/60,,Noa\n',
    ],
    [
      'semicolons',
      'on;metric;source;value;by\n2026-02-28;books;תנ"ך, ספרייה;7;\n2026-02-28;reading;;42/60;Noa\n',
    ],
    [
      'tabs',
      'by\tmetric\ton\tvalue\tsource\n\tbooks\t2026-02-28\t7\tתנ"ך, ספרייה\nNoa\treading\t2026-02-28\t42/60\t\n',
    ],
    [
      'CRLF and a BOM',
      '\ufeffmetric,on,value,source,by\r\nbooks,2026-02-28,7,"תנ""ך, ספרייה",\r\nreading,2026-02-28,42/60,,Noa\r\n',
    ],
    [
      'Hebrew columns',
      'מדד,תאריך,ערך,מונה,מכנה,מקור,שיטה,מי רשם\nbooks,2026-02-28,7,,,"תנ""ך, ספרייה",,\nreading,2026-02-28,,42,60,,,Noa\n',
    ],
    [
      'other case and blanks',
      ' Metric ,DATE, Value ,Source,Recorded  by\n books ,2026-02-28, 7 ,"תנ""ך, ספרייה ",\nreading,2026-02-28, 42 / 60 ,,Noa',
    ],
    [
      'blank rows',
      '\n\nmetric,on,value,source,by\n\n,,,,\nbooks,2026-02-28,7,"תנ""ך, ספרייה",\n\nreading,2026-02-28,42/60,,Noa\n ,,,,\n\n',
    ],
  ])('is recorded whole: %s', async (_, text) => {
    put(text);
    const { code, err } = await record('--yes');
    expect([code, err]).toEqual([0, '']);
    expect(observationsIn(cwd)).toBe(
      `observations:\n  - metric: children\n    on: 2026-01-31\n    value: 100\n${written}`,
    );
  });

  it('keeps the lines of a cell, and takes what no cell says from the options', async () => {
    put('metric,value,source,by\nbooks,7,"one\r\ntwo",\nchildren,8,,Dana\n');
    expect((await record('--yes', '--on', '2026-02-01', '--by', 'Noa', '--source', 'registers')).code).toBe(
      0,
    );
    expect(observationsIn(cwd)).toContain(
      '  - metric: books\n    on: 2026-02-01\n    value: 7\n    source: |-\n      one\n      two\n    by: Noa\n' +
        '  - metric: children\n    on: 2026-02-01\n    value: 8\n    source: registers\n    by: Dana\n',
    );
  });

  it('adds nothing twice, whatever was added meanwhile', async () => {
    put('metric,on,value\nbooks,2026-02-28,7\nchildren,2026-01-31,100\n');
    const first = JSON.parse((await record('--json')).out).result;
    expect([first.recorded, first.already]).toEqual([1, 1]);
    const once = observationsIn(cwd);
    const again = await record('--yes');
    expect([again.code, again.out.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      'All 2 observations are recorded already; nothing was written.',
    ]);
    expect(observationsIn(cwd)).toBe(once);
    put('metric,on,value\nbooks,2026-02-28,7\nbooks,2026-03-01,9\nchildren,2026-01-31,100\n');
    const { result } = JSON.parse((await record('--json')).out);
    expect(result).toMatchObject({
      recorded: 1,
      already: 2,
      metrics: [
        { metric: 'books', recorded: 1, already: 1, from: '2026-02-28', to: '2026-03-01' },
        { metric: 'children', recorded: 0, already: 1 },
      ],
      observations: [{ metric: 'books', on: '2026-03-01', value: 9 }],
    });
  });

  it('is shown and asked about on a terminal, and left alone on a no and on ^C', async () => {
    put('metric,on,value\nbooks,2026-02-28,7\nbooks,2026-03-01,9\nchildren,2026-01-31,100\n');
    const ask = (answer: boolean | typeof interrupt) =>
      atTerminal(cwd, ['record', '--from', 'table.csv'], [answer]);
    const before = observationsIn(cwd);
    for (const answer of [false, interrupt] as const) {
      const { code, asked } = await ask(answer);
      expect([code, asked, observationsIn(cwd)]).toEqual([130, ['Record the 2 new ones?'], before]);
    }
    const { code, out, err } = await ask(true);
    expect([code, out]).toEqual([
      0,
      'Recorded 2 observations of one metric\n1 observation was recorded already\n',
    ]);
    expect(err).toMatch(
      /table\.csv holds:\n.*Metric +New +There already +Of the days\n─+\n *books +2 +0 +28 Feb 2026 – 1 Mar 2026\n *children +0 +1 +31 Jan 2026\n/,
    );
  });

  it('shows on a dry run what it would do', async () => {
    put('metric,on,value\nbooks,2026-02-28,7\n');
    const { code, out, err } = await record('--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('+  - metric: books');
    expect(err).toContain('table.csv holds:');
    expect(observationsIn(cwd)).not.toContain('books');
  });
});

describe('a table that is not sound', () => {
  const golden = (language: string) =>
    fileURLToPath(new URL(`../golden/record-table.${language}.txt`, import.meta.url));

  it.each(['en', 'he'])('is refused whole, every problem at its place, in %s', async (language) => {
    const before = observationsIn(cwd);
    let told = '';
    for (const { name, bytes } of oddTables) {
      put(bytes);
      const { code, out, err } = await record('--lang', language);
      expect([name, code, out, observationsIn(cwd)]).toEqual([name, 2, '', before]);
      told += `# ${name}\n${err.replaceAll(/a{100,}/g, 'a…a')}\n`;
    }
    await expect(told).toMatchFileSnapshot(golden(language));
  });

  it.each(oddTables.map((table) => [table.name, table] as const))(
    'has the code that it is of: %s',
    async (_, { code, bytes }) => {
      put(bytes);
      const { error } = JSON.parse((await record('--json')).out);
      expect([error.code, error.diagnostics[0].code]).toEqual(['invalid-table', code]);
    },
  );

  it('has a case of every code', () => {
    const shown = new Set(oddTables.map(({ code }) => code));
    expect(recordingProblemCodes.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('has all its problems told, up to fifty, with their number', async () => {
    put(`metric,on,value\n${'boks,2026-02-30,x\n'.repeat(20)}`);
    const sixty = await record('--json');
    const { error } = JSON.parse(sixty.out);
    expect(error.message).toBe('table.csv: 60 problems, so none of its rows is recorded');
    expect(error.hint).toBe(
      'nothing was written; these are the first 50: correct the file and repeat the command',
    );
    expect(error.diagnostics).toHaveLength(50);
    expect(error.diagnostics[49]).toMatchObject({ line: 18, column: 6, code: 'day-form' });
  });

  it('counts columns in code points and lines inside cells', async () => {
    put('source,metric,on,value\r\n"שורה\r\n😀 שנייה",boks,2026-01-31,5\r\n"a\r\nb",books,2026-02-31,5\r\n');
    const { error } = JSON.parse((await record('--json')).out);
    expect(
      error.diagnostics.map(({ line, column }: { line: number; column: number }) => [line, column]),
    ).toEqual([
      [3, 10],
      [5, 10],
    ]);
  });
});

it('refuses what would make the file larger than one that is read', async () => {
  const rows = Array.from(
    { length: 300 },
    (_, index) => `books,2026-02-28,${index},${index} ${'x'.repeat(3_000)}`,
  );
  const header = 'metric,on,value,source\n';
  put(header + rows.slice(0, 200).join('\n'));
  expect((await record('--yes')).code).toBe(0);
  put(header + rows.slice(200).join('\n').replaceAll('x', 'א').slice(0, 500_000));
  const before = observationsIn(cwd);
  const { code, err } = await record('--yes');
  expect([code, observationsIn(cwd) === before]).toEqual([2, true]);
  expect(err).toMatch(
    /^partner: error: with this the file would have 1\d{6} bytes; more than 1048576 are not read\n/,
  );
});

it('needs metrics', async () => {
  const start = ['init', 'bare', '--name', 'Bare', '--lang', 'en', '--model', 'iblf-10', '--no-input'];
  expect((await atTerminal(cwd, start)).code).toBe(0);
  put('metric,on,value\nbooks,2026-02-28,7\n');
  const bare = (...words: readonly string[]) => atTerminal(join(cwd, 'bare'), ['record', ...words]);
  for (const words of [['--from', '../table.csv'], []]) {
    const { code, err } = await bare(...words);
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'partner: error: there are no metrics to record values of',
    ]);
  }
  expect((await bare('books', '1')).err).toContain('there is no metric "books", and none at all yet');
});
