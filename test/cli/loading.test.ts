import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { program, run } from './program.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
let spy: string;

beforeAll(() => {
  // Tells on stderr, when the program ends, which packages kept apart it has read.
  spy = join(newFolder(), 'spy.cjs');
  writeFileSync(
    spy,
    "process.on('exit',()=>console.error(JSON.stringify(Object.keys(require.cache).filter((name)=>name.includes('vendor')))));",
  );
});

function loaded(args: readonly string[], env: Record<string, string> = {}): string[] {
  const { stderr } = spawnSync(process.execPath, ['--require', spy, program, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', PARTNER_TODAY: '2026-11-20', ...env },
  });
  const files = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as string[];
  return files.map((name) => basename(name, '.cjs')).sort();
}

describe('what a command reads beside the program itself', () => {
  it.each([
    [['--help'], []],
    [['--version'], []],
    [['-C', 'harbour-skills', 'status'], ['cli-table3']],
    [['-C', 'harbour-skills', 'status', '--json'], []],
    [['-C', 'literacy-south', 'status'], ['cli-table3']],
    [['-C', 'harbour-skills', 'validate'], []],
    [
      ['-C', 'harbour-skills', 'check', 'partners-saw-draft', '--dry-run'],
      ['diff', 'yaml'],
    ],
  ])('%j: %j', (args, packages) => {
    const there = args.map((word) =>
      /^[a-z]+-[a-z]+$/.test(word) && args[0] === '-C' && word === args[1] ? join(examples, word) : word,
    );
    expect(loaded(there)).toEqual(packages);
  });

  it('is colour where colour is asked for, and the strict reader where there is a problem', () => {
    expect(loaded(['-C', join(examples, 'harbour-skills'), 'status'], { FORCE_COLOR: '1' })).toEqual([
      'chalk',
      'cli-table3',
    ]);
    const folder = newFolder();
    run(folder, ['init', 'new', '--name', 'New']);
    writeFileSync(join(folder, 'new', 'reviews.yaml'), 'reviews: {}\n');
    expect(loaded(['-C', join(folder, 'new'), 'validate'])).toEqual(['yaml']);
  });
});
