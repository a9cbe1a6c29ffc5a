import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { expectGolden } from '../golden.ts';
import { newPortfolio, portfolioDay } from '../portfolio-folder.ts';
import { atTerminal } from './context.ts';

let root: string;

beforeAll(() => {
  root = newPortfolio();
});

const partner = (...argv: readonly string[]) => atTerminal(root, [...argv, '--today', portfolioDay]);
const json = async (...argv: readonly string[]) => {
  const { code, out } = await partner('list', ...argv, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as {
    partnerships: Record<string, unknown>[];
    totals: Record<string, unknown>;
    organisation: { names: string[]; totals: Record<string, Record<string, unknown>> } | null;
  };
};
const dirs = async (...argv: readonly string[]) => (await json(...argv)).partnerships.map(({ dir }) => dir);

describe('partner list at a terminal', () => {
  it.each([
    ['plain', []],
    ['by-state', ['--by', 'state']],
    ['partner', ['--partner', 'college']],
    ['times', ['--durations', '--forecast']],
  ] as const)('shows the portfolio: %s', async (name, flags) => {
    for (const language of ['en', 'he']) {
      const { code, out, err } = await partner('list', '--lang', language, ...flags);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expectGolden(`list/${name}.${language}.txt`, out);
    }
  });

  it('says so where nothing is like that', async () => {
    const { code, out } = await partner('list', '--lang', 'en', '--state', 'on_hold');
    expect(code).toBe(0);
    expect(out).toContain('0 of 5 partnerships');
    expect(out).toContain('No partnership is like that.');
  });
});

describe('partner list --json', () => {
  it('has what its contract says of every partnership', async () => {
    const { partnerships, totals } = await json();
    const promised = [
      ...['dir', 'id', 'name', 'model', 'state', 'stage', 'number', 'of', 'round', 'required', 'due'],
      ...['overdue_days', 'next_review', 'problems'],
    ];
    for (const row of partnerships) expect(Object.keys(row)).toEqual(expect.arrayContaining(promised));
    expect(partnerships[0]).toMatchObject({ dir: 'broken', state: null, stage: null, problems: 2 });
    expect(partnerships[1]).toMatchObject({
      ...{
        dir: 'south/second',
        id: 'second',
        state: 'active',
        stage: 'measuring',
        number: 8,
        of: 10,
        round: 1,
      },
      ...{ required: { done: 2, total: 4 }, due: '2026-10-01', overdue_days: 54, next_review: '2026-12-08' },
    });
    expect(totals).toMatchObject({
      count: 5,
      by_stage: { implementing: 1, measuring: 2 },
      by_state: { active: 3, closed: 1, unreadable: 1 },
      overdue: 1,
      inputs: { GBP: { total: 609_452 }, ILS: { total: 170_320 } },
    });
  });

  it('gives the very figures of metrics', async () => {
    const folder = join(root, 'north', 'harbour-skills');
    const { out } = await atTerminal(folder, ['metrics', '--json', '--today', portfolioDay]);
    const metrics = JSON.parse(out) as { inputs: unknown; beneficiaries: unknown };
    const { partnerships } = await json();
    const row = partnerships.find(({ dir }) => dir === 'north/harbour-skills');
    expect(row).toMatchObject({ inputs: metrics.inputs, reached: metrics.beneficiaries });
  });

  it.each([
    [['--overdue'], ['south/second']],
    [
      ['--stage', '8', '--sort', 'dir'],
      ['north/harbour-skills', 'south/second'],
    ],
    [
      ['--state', 'closed', '--state', 'unreadable'],
      ['broken', 'north/riverside-garden'],
    ],
    [['--tag', 'Education'], ['north/literacy-south']],
    [
      ['--sort', 'name', '--reverse', '--state', 'active'],
      ['north/literacy-south', 'south/second', 'north/harbour-skills'],
    ],
  ])('%j gives %j', async (flags, expected) => {
    expect(await dirs(...flags)).toEqual(expected);
  });

  it('tells of one organisation what it gives where, and what the others add', async () => {
    const { organisation } = await json('--partner', 'college');
    expect(organisation).toMatchObject({
      names: ['Eastharbour College'],
      totals: { GBP: { own: { total: 111_280 }, others: { total: 432_580, leveraged: 108_000 } } },
    });
  });

  it('speaks of the one partnership where it is asked within', async () => {
    const folder = join(root, 'north', 'literacy-south', 'stages');
    const { out } = await atTerminal(folder, ['list', '--json', '--today', portfolioDay]);
    expect(JSON.parse(out)).toMatchObject({ totals: { count: 1 } });
  });
});

describe('partner list refuses', () => {
  it.each([
    [['--tag', 'skils'], 'did you mean skills?'],
    [['--stage', 'mesuring'], 'did you mean measuring?'],
    [['--stage', '13'], 'has "13"'],
    [['--partner', 'colege'], 'did you mean college?'],
    [['--sort', 'colour'], '--sort'],
  ])('%j', async (flags, told) => {
    const { code, err } = await partner('list', '--lang', 'en', ...flags);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it('a folder without partnerships, as validate does', async () => {
    const empty = newFolder();
    for (const command of ['list', 'validate']) {
      const { code, err } = await atTerminal(empty, [command]);
      expect(code).toBe(2);
      expect(err).toContain('partner init');
    }
  });
});

describe('partner list --format csv', () => {
  it('gives a line a partnership, and defuses what a spreadsheet would take for a formula', async () => {
    const folder = newPortfolio();
    const home = join(folder, 'south', 'second', 'partnership.yaml');
    writeFileSync(home, readFileSync(home, 'utf8').replace(/^name: .*/m, 'name: \'=HYPERLINK("x"), "y"\''));
    const { out } = await atTerminal(folder, [
      'list',
      '--format',
      'csv',
      '--sort',
      'dir',
      '--today',
      portfolioDay,
    ]);
    const lines = out.split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^dir,id,name,model,state,stage,number,of,/);
    expect(lines[5]).toContain('south/second,second,"\'=HYPERLINK(""x""), ""y""",iblf-10,active,');
  });
});

describe('partner report above the partnerships', () => {
  it('writes a page of all into a folder, with a page each that leads back', async () => {
    const out = join(newFolder(), 'site');
    const { code, err } = await partner('report', '--lang', 'en', '--out', out);
    expect(code).toBe(0);
    expect(err).toContain('5 pages');
    const files = readdirSync(out).sort();
    const pages = ['north-harbour-skills.html', 'north-literacy-south.html', 'north-riverside-garden.html'];
    expect(files).toEqual(['index.html', ...pages, 'south-second.html']);
    const index = readFileSync(join(out, 'index.html'), 'utf8');
    for (const [, href = ''] of index.matchAll(/<a href="([^"#]+)"/g))
      expect(existsSync(join(out, href))).toBe(true);
    expect(readFileSync(join(out, 'south-second.html'), 'utf8')).toContain('<a href="index.html">');
    // Made again over its own pages, and never over somebody else's.
    expect((await partner('report', '--out', out)).code).toBe(0);
    writeFileSync(join(out, 'index.html'), '<p>mine</p>');
    expect((await partner('report', '--out', out)).code).toBe(2);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('<p>mine</p>');
  });

  it('writes a single file without links', async () => {
    const file = join(newFolder(), 'all.html');
    expect((await partner('report', '--out', file)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toMatch(/<a href="(?!#)/);
  });

  it.each([['--at', 'HEAD'], ['--serve'], ['--watch']])('has no %s', async (...flags) => {
    expect((await partner('report', ...flags)).code).toBe(2);
  });

  it('writes nothing into a partnership', async () => {
    const stages = join(root, 'north', 'harbour-skills', 'stages');
    const before = readdirSync(stages);
    expect((await partner('report', '--out', stages)).code).toBe(2);
    mkdirSync(join(root, 'docs'), { recursive: true });
    expect(readdirSync(stages)).toEqual(before);
  });
});
