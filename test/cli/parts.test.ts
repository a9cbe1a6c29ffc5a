import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { newFolder } from '../folders.ts';

// As bin/partner.js loads it.
const root = join(import.meta.dirname, '..', '..');
const { loadFiles } = createRequire(import.meta.url)(join(root, 'bin', 'partner.js')) as {
  loadFiles(main: string, compiled: () => undefined): { program: Built; files: { path: string }[] };
};

interface Built {
  runProcess(argv: readonly string[], instead: Partial<Context>): Promise<number>;
}

/** The parts of the program that one run of it loads, in their order; `kept` is where an index may be. */
async function partsOf(argv: readonly string[], kept?: string): Promise<string[]> {
  const { program, files } = loadFiles(join(root, 'dist', 'main.cjs'), () => undefined);
  const quiet = { isTTY: false, columns: undefined, write: () => {}, finished: async () => undefined };
  const env = { PARTNER_TODAY: '2026-11-20' };
  const clock = () => Date.now() + 3_600_000;
  await program.runProcess(argv, { stdout: quiet, stderr: quiet, env, cacheFolder: kept, clock });
  return files.map(({ path }) => basename(path, '.cjs'));
}

const example = (name: string) => join(root, 'examples', name);
const statusOf = (name: string) => ['-C', example(name), 'status'];

describe('the parts of the program', () => {
  it('are loaded when something of them is asked for: help wants one', async () => {
    expect(await partsOf(['--help'])).toEqual(['main']);
    expect(await partsOf(['advance', '--help'])).toEqual(['main']);
  });

  it('are few where a status is told out of the index', async () => {
    const kept = newFolder();
    expect(await partsOf(statusOf('harbour-skills'), kept)).toContain('reading');
    expect(await partsOf(statusOf('harbour-skills'), kept)).toEqual(['main', 'status', 'english']);
    expect(await partsOf(statusOf('literacy-south'))).toEqual(['main', 'status', 'reading', 'hebrew']);
  });

  it('are found wherever a command needs them', async () => {
    expect(await partsOf(['-C', example('harbour-skills'), 'report', '--format', 'md'])).toContain('telling');
    expect(await partsOf(['model', 'list'])).toContain('tools');
  });
});
