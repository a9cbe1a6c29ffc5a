import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../../src/store/discover.ts';
import { checkSum } from '../../../src/store/portfolio/check-sum.ts';
import type { FolderReading, Wanted } from '../../../src/store/portfolio/folder-reading.ts';
import { readPortfolio } from '../../../src/store/portfolio/read-portfolio.ts';
import { ownReader } from '../../../src/store/portfolio/reader.ts';
import { newFolder } from '../../folders.ts';
import { exampleFolder, exampleNames } from '../../reports.ts';

const resources = join(import.meta.dirname, '../../../dist');
const anHourLater = () => Date.now() + 3_600_000;

/** A folder of as many partnerships as an index is made for, of which the last cannot be read. */
function manyPartnerships(): string {
  const root = newFolder();
  for (let number = 0; number < 13; number += 1)
    cpSync(exampleFolder(exampleNames[number % 3] ?? ''), join(root, `p${number}`), { recursive: true });
  mkdirSync(join(root, 'z'));
  writeFileSync(join(root, 'z', 'partnership.yaml'), 'id: [');
  return root;
}

type Reading = Omit<FolderReading, 'validity'>;

interface How {
  readonly today?: string;
  readonly want?: Wanted;
  readonly clock?: () => number;
}

/** What reading gives, without what only an index wants to know of it. */
async function read(
  root: string,
  cacheFolder: string | undefined,
  { today = '2026-11-24', want = 'summary', clock = anHourLater }: How = {},
): Promise<Reading[]> {
  const { base, roots } = scopeOf(root);
  const threads = { spare: 0, start: () => ownReader, compileLate: () => {} };
  const readings: Reading[] = [];
  const options = { today, resources, want: [want], threads, cacheFolder, clock };
  for await (const { validity: _, ...reading } of readPortfolio(base, roots, options)) readings.push(reading);
  return readings;
}

function indexIn(cacheFolder: string): string {
  const folder = join(cacheFolder, 'portfolios');
  const [name, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name ?? '');
}

const mark = 'out of the index';

/** Marks every summary in the index, so that it shows which readings come out of it. */
function markIndex(cacheFolder: string): void {
  const file = indexIn(cacheFolder);
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const body = lines.join('\n').replaceAll(/"tags":\[[^\]]*\]/g, `"tags":["${mark}"]`);
  const sum = checkSum(Buffer.from(body));
  writeFileSync(file, `${JSON.stringify({ ...JSON.parse(head), sum })}\n${body}`);
}

function fromIndex(readings: readonly Reading[]): string[] {
  return readings.flatMap(({ dir, summary }) => (summary?.tags[0] === mark ? [dir] : []));
}

/** A portfolio with an index of it, in which every summary is marked. */
async function indexed(): Promise<{ root: string; cache: string; all: string[] }> {
  const root = manyPartnerships();
  const cache = newFolder();
  const all = (await read(root, cache)).map(({ dir }) => dir);
  markIndex(cache);
  expect(fromIndex(await read(root, cache))).toEqual(all);
  return { root, cache, all };
}

describe('an index', () => {
  it.each(['summary', 'problems', 'status'] as const)(
    'says of every partnership what reading it says: %s',
    async (want) => {
      const root = manyPartnerships();
      const cache = newFolder();
      const fresh = await read(root, undefined, { want });
      expect(await read(root, cache, { want })).toEqual(fresh);
      expect(await read(root, cache, { want })).toEqual(fresh);
      expect(fresh.filter((reading) => reading[want] !== undefined).length).toBeGreaterThan(12);
      // Of what cannot be put together there is no status.
      const errors = fresh.map(({ summary, problems }) => summary?.errors ?? problems?.length ?? 0);
      expect(errors.some((count) => count > 0)).toBe(want !== 'status');
      expect(fresh).toHaveLength(14);
    },
  );

  it('keeps what one command made beside what another made of the same files', async () => {
    const { root, cache, all } = await indexed();
    const problems = await read(root, cache, { want: 'problems' });
    expect(problems).toEqual(await read(root, undefined, { want: 'problems' }));
    expect(fromIndex(await read(root, cache))).toEqual(all);
    const { ino } = statSync(indexIn(cache));
    expect(await read(root, cache, { want: 'problems' })).toEqual(problems);
    expect(statSync(indexIn(cache)).ino).toBe(ino);
  });

  it('loses what it had of a folder that has changed, whoever looks at it next', async () => {
    const { root, cache, all } = await indexed();
    edit(join(root, 'p3/partnership.yaml'), /name: ./, 'name: Q');
    await read(root, cache, { want: 'problems' });
    expect(fromIndex(await read(root, cache))).toEqual(all.filter((dir) => dir !== 'p3'));
  });

  it('has no status of another day', async () => {
    const root = manyPartnerships();
    const cache = newFolder();
    const on = (today: string) => read(root, cache, { want: 'status', today });
    await on('2026-11-24');
    const later = await on('2026-11-25');
    expect(later).toEqual(await read(root, undefined, { want: 'status', today: '2026-11-25' }));
    expect(later[0]?.status?.status.asOf).toBe('2026-11-25');
  });

  it('is left as it is where nothing has changed', async () => {
    const { root, cache } = await indexed();
    const { ino, mtimeMs } = statSync(indexIn(cache));
    await read(root, cache);
    expect(statSync(indexIn(cache))).toMatchObject({ ino, mtimeMs });
  });

  const changes: readonly (readonly [string, (folder: string) => void])[] = [
    [
      'a file that says something else',
      (folder) => edit(join(folder, 'partnership.yaml'), /name: ./, 'name: Q'),
    ],
    [
      'a file of the same size and time of change',
      (folder) => {
        const file = join(folder, 'stages/04-planning.yaml');
        const { atime, mtime, size } = statSync(file);
        edit(file, /owner: ./, 'owner: Q');
        utimesSync(file, atime, mtime);
        expect(statSync(file).size).toBe(size);
      },
    ],
    ['a stage file that is gone', (folder) => unlinkSync(join(folder, 'stages/04-planning.yaml'))],
    ['a file more', (folder) => writeFileSync(join(folder, 'stages/04-planning copy.yaml'), 'a: b\n')],
    ['a minutes book that is gone', (folder) => unlinkSync(join(folder, 'reviews.yaml'))],
    ['a model of its own', (folder) => mkdirSync(join(folder, 'models'))],
    ['a file that was saved by renaming', (folder) => replace(join(folder, 'reviews.yaml'))],
  ];

  it.each(changes)('does not hide %s', async (_, change) => {
    const { root, cache, all } = await indexed();
    change(join(root, 'p3'));
    const readings = await read(root, cache);
    expect(fromIndex(readings)).toEqual(all.filter((dir) => dir !== 'p3'));
    const [changed] = (await read(root, undefined)).filter(({ dir }) => dir === 'p3');
    expect(readings.find(({ dir }) => dir === 'p3')).toEqual(changed);
  });

  it('keeps nothing that was changed in the tick of the clock in which it was read', async () => {
    const { root, cache, all } = await indexed();
    const file = join(root, 'p3/reviews.yaml');
    writeFileSync(file, readFileSync(file));
    const { mtimeMs } = lstatSync(file);
    await read(root, cache, { clock: () => mtimeMs + 1 });
    markIndex(cache);
    expect(fromIndex(await read(root, cache))).toEqual(all.filter((dir) => dir !== 'p3'));
  });

  it('keeps nothing of a folder whose names it was not told', async () => {
    const root = manyPartnerships();
    const cache = newFolder();
    rmSync(join(root, 'p3/stages'), { recursive: true });
    writeFileSync(join(root, 'p3/stages'), 'no folder');
    await read(root, cache);
    markIndex(cache);
    const kept = fromIndex(await read(root, cache));
    expect(kept).not.toContain('p3');
    expect(kept).toContain('p4');
  });

  it('keeps nothing that comes from the future', async () => {
    const root = manyPartnerships();
    const cache = newFolder();
    utimesSync(join(root, 'p3/partnership.yaml'), new Date(), new Date('2099-01-01T00:00:00Z'));
    await read(root, cache);
    markIndex(cache);
    expect(fromIndex(await read(root, cache))).not.toContain('p3');
  });

  it('holds on the days on which the summaries hold', async () => {
    const { root, cache } = await indexed();
    const later = await read(root, cache, { today: '2027-06-30' });
    const fresh = await read(root, undefined, { today: '2027-06-30' });
    const unmarked = later.filter(({ summary }) => summary?.tags[0] !== mark);
    expect(unmarked.length).toBeGreaterThan(5);
    for (const reading of unmarked) expect(fresh).toContainEqual(reading);
  });

  it('tells of what is new and forgets what is gone', async () => {
    const { root, cache } = await indexed();
    rmSync(join(root, 'p0'), { recursive: true });
    cpSync(exampleFolder('literacy-south'), join(root, 'new'), { recursive: true });
    const dirs = (await read(root, cache)).map(({ dir }) => dir);
    expect(dirs).toContain('new');
    expect(dirs).not.toContain('p0');
    expect(readFileSync(indexIn(cache), 'utf8')).not.toContain('"p0"');
  });
});

describe('an index that cannot be used', () => {
  const broken: readonly (readonly [string, (file: string) => void])[] = [
    ['is empty', (file) => truncateSync(file)],
    ['is cut off', (file) => truncateSync(file, 5_000)],
    ['has a letter changed', (file) => edit(file, /scoping/g, 'scopinG')],
    ['is of another build', (file) => edit(file, /"build":"source"/, '"build":"sourcf"')],
    ['is of another folder', (file) => edit(file, /"base":"\//, '"base":"/x')],
    ['is no index at all', (file) => writeFileSync(file, '\n\n\t\0')],
    [
      'is a folder',
      (file) => {
        unlinkSync(file);
        mkdirSync(file);
      },
    ],
  ];

  it.each(broken)('because it %s is passed over', async (_, spoil) => {
    const { root, cache } = await indexed();
    spoil(indexIn(cache));
    const readings = await read(root, cache);
    expect(fromIndex(readings)).toEqual([]);
    expect(readings).toEqual(await read(root, undefined));
  });

  it('because its folder cannot be made is not missed', async () => {
    const root = manyPartnerships();
    const file = join(newFolder(), 'file');
    writeFileSync(file, 'mine');
    expect(await read(root, join(file, 'cache'))).toEqual(await read(root, undefined));
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('the cache', () => {
  it('belongs to its owner only', async () => {
    const { cache } = await indexed();
    expect(statSync(indexIn(cache)).mode & 0o777).toBe(0o600);
    expect(statSync(join(cache, 'portfolios')).mode & 0o777).toBe(0o700);
  });

  it('loses its oldest indexes when it has grown too large', async () => {
    const { root, cache } = await indexed();
    for (const [name, time] of [
      ['old', 1],
      ['older', 0],
    ] as const) {
      writeFileSync(join(cache, 'portfolios', name), '');
      truncateSync(join(cache, 'portfolios', name), 150 * 1_048_576);
      utimesSync(join(cache, 'portfolios', name), time, time);
    }
    rmSync(join(root, 'p0'), { recursive: true });
    await read(root, cache);
    expect(readdirSync(join(cache, 'portfolios'))).toHaveLength(2);
    expect(readdirSync(join(cache, 'portfolios'))).toContain('old');
  });

  it('is no business of what writes', () => {
    const source = join(import.meta.dirname, '../../../src');
    const users = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('store/portfolio/'))
      .filter((name) => /store\/portfolio\//.test(readFileSync(join(source, name), 'utf8')));
    expect(users.sort()).toEqual([
      'commands/reading-status.ts',
      'commands/reading-together.ts',
      'commands/validate.ts',
      'commands/validation-output.ts',
      'context.ts',
      'invocation.ts',
      'reader-threads.ts',
    ]);
  });
});

function edit(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

function replace(file: string): void {
  const text = readFileSync(file);
  unlinkSync(file);
  writeFileSync(file, text);
}
