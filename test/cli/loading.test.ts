import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { program, run } from './program.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Loaded {
  readonly out: string;
  /** The packages that were loaded, by their names. */
  readonly packages: readonly string[];
  /** Node's own modules that were loaded, by their names. */
  readonly builtins: readonly string[];
  readonly zod: boolean;
}

/** Runs the built program and says what it loaded; output is piped and nobody is there to be asked. */
function load(args: readonly string[], env: Record<string, string> = {}): Loaded {
  const { status, stdout, output } = spawnSync(
    process.execPath,
    ['--require', here('loads.cjs'), program, ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH ?? '', PARTNER_TODAY: '2026-12-01', ...env },
    },
  );
  expect(status).toBe(0);
  const { files, builtins, zod } = JSON.parse(output[3] ?? '') as {
    files: string[];
    builtins: string[];
    zod: boolean;
  };
  return {
    out: stdout,
    packages: files.flatMap((file) => /vendor\/([\w.-]+)\.cjs$/.exec(file)?.[1] ?? []),
    builtins: builtins.flatMap((name) => /^NativeModule (?!internal\/)(.*)$/.exec(name)?.[1] ?? []),
    zod,
  };
}

const full = here('../../examples/literacy-south');
let fresh: string;

beforeAll(() => {
  const parent = newFolder();
  fresh = join(parent, 'readers');
  expect(run(parent, ['init', 'readers', '--name', 'Readers', '--lang', 'en']).code).toBe(0);
});

const costly = ['tty', 'net', 'child_process', 'worker_threads', 'readline', 'http'];

describe('a status of a sound partnership', () => {
  it.each([
    ['fresh', [], () => fresh],
    ['full', [], () => full],
    ['full, as JSON', ['--json'], () => full],
    ['full, in English', ['--lang', 'en'], () => full],
  ])('loads no package that it can do without: %s', (_name, flags, folder) => {
    const { out, packages, builtins, zod } = load(['-C', folder(), 'status', ...flags]);
    expect(out).not.toBe('');
    expect(packages).toEqual([]);
    expect(zod).toBe(false);
    expect(builtins.filter((name) => costly.includes(name))).toEqual([]);
  });

  it('does not load the cryptography of Node where nothing is sealed', () => {
    expect(load(['-C', fresh, 'status']).builtins).not.toContain('crypto');
  });

  it('loads neither cryptography nor compression to write an index and to read it', () => {
    const env = { PARTNER_CACHE: newFolder() };
    for (const _ of [1, 2]) {
      const { builtins } = load(['-C', fresh, 'status'], env);
      expect(builtins.filter((name) => ['crypto', 'zlib', 'stream'].includes(name))).toEqual([]);
    }
  });

  it('loads chalk where there is colour', () => {
    expect(load(['-C', fresh, 'status'], { FORCE_COLOR: '1' }).packages).toEqual(['chalk']);
  });
});

it('asks zod and yaml what is wrong with a partnership that is not sound', () => {
  const broken = join(newFolder(), 'broken');
  cpSync(fresh, broken, { recursive: true });
  writeFileSync(join(broken, 'reviews.yaml'), 'reviews: []\nreview: []\n');
  const { packages, zod } = load(['-C', broken, 'status', '--json']);
  expect(packages).toEqual(['yaml']);
  expect(zod).toBe(true);
  // In words nobody is told the places of problems, which is what yaml is for.
  const told = load(['-C', broken, 'status']);
  expect(told.packages).toEqual([]);
  expect(told.out).toContain('1 error in the files');
});

it.each([['--help'], ['--version'], ['help', 'status']])(
  '%s loads neither packages nor schemas',
  (...args) => {
    const { packages, builtins, zod } = load(args);
    expect(packages).toEqual([]);
    expect(zod).toBe(false);
    expect(builtins.filter((name) => [...costly, 'crypto', 'tty'].includes(name))).toEqual([]);
  },
);

it.each([
  ['commands', 'partner st'],
  ['options', 'partner advance --'],
  ['items', 'partner check '],
  ['fields', 'partner add pledges '],
  ['choices', 'partner add pledges type='],
  ['tables', 'partner export --table '],
  ['kinds', 'partner schema '],
])('completes %s without a package or a schema', (_, line) => {
  const { out, packages, builtins, zod } = load(['__complete', 'fish', line.replace(' ', ` -C ${full} `)]);
  expect(out.split('\n').length).toBeGreaterThan(2);
  expect(packages).toEqual([]);
  expect(zod).toBe(false);
  expect(builtins.filter((name) => [...costly, 'crypto', 'tty'].includes(name))).toEqual([]);
});

it('loads no schemas to complete in a partnership that is not sound', () => {
  const broken = join(newFolder(), 'broken');
  cpSync(full, broken, { recursive: true });
  writeFileSync(join(broken, 'reviews.yaml'), 'reviews: [{ a: 1 }]\nreview: []\n');
  writeFileSync(join(broken, 'stages', '06-resourcing.yaml'), 'pledges: [{ id: p1, status: singed }]\n');
  const { out, packages, zod } = load(['__complete', 'zsh', '-C', broken, 'set', 'pledges/']);
  expect(out).toContain('pledges/p1');
  expect(packages).toEqual([]);
  expect(zod).toBe(false);
});

it('loads the packages that changing a file needs, and no others', () => {
  const folder = here('../../examples/harbour-skills');
  const { packages } = load(['-C', folder, 'check', 'partners-saw-draft', '--dry-run']);
  expect([...packages].sort()).toEqual(['diff', 'yaml']);
});

it('loads the reader of tables only for a table', () => {
  const folder = here('../../examples/harbour-skills');
  const table = join(newFolder(), 'table.csv');
  writeFileSync(table, 'metric,on,value\nstarters,2026-11-20,66\n');
  const record = ['-C', folder, 'record', '--dry-run'];
  const one = load([...record, 'starters', '66']).packages;
  expect([...one].sort()).toEqual(['diff', 'yaml']);
  expect([...load([...record, '--from', table]).packages].sort()).toEqual(['csv-parse-sync', 'diff', 'yaml']);
});

it.each(['en', 'he'])('loads the decimals alone to show the figures in %s', (language) => {
  const { packages, zod } = load(['-C', full, 'metrics', '--lang', language]);
  expect(packages).toEqual(['big.js']);
  expect(zod).toBe(false);
});

it('loads for a page what draws its charts, and no server', () => {
  const { packages, builtins } = load(['-C', full, 'report', '--lang', 'en']);
  expect([...packages].sort()).toEqual(['big.js', 'd3-scale', 'd3-shape']);
  expect(builtins).not.toContain('http');
});
