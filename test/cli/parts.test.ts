import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';

// As bin/partner.js loads it.
const root = join(import.meta.dirname, '..', '..');
const { loadFiles } = createRequire(import.meta.url)(join(root, 'bin', 'compiled.js')) as {
  loadFiles(main: string, compiled: () => undefined): { program: Built; files: { path: string }[] };
};

interface Built {
  runProcess(argv: readonly string[], instead: Partial<Context>): Promise<number>;
}

/** The parts of the program that one run of it loads, in their order. */
async function partsOf(...argv: string[]): Promise<string[]> {
  const { program, files } = loadFiles(join(root, 'dist', 'main.cjs'), () => undefined);
  const quiet = { isTTY: false, columns: undefined, write: () => {}, finished: async () => undefined };
  const env = { PARTNER_TODAY: '2026-11-20' };
  await program.runProcess(argv, { stdout: quiet, stderr: quiet, env });
  return files.map(({ path }) => basename(path, '.cjs'));
}

const example = (name: string) => join(root, 'examples', name);

describe('the parts of the program', () => {
  it('are loaded when something of them is asked for: help and status want few', async () => {
    expect(await partsOf('--help')).toEqual(['main']);
    expect(await partsOf('advance', '--help')).toEqual(['main']);
    expect(await partsOf('-C', example('harbour-skills'), 'status')).toEqual(['main', 'status', 'english']);
    expect(await partsOf('-C', example('literacy-south'), 'status')).toEqual(['main', 'status', 'hebrew']);
  });

  it('are found wherever a command needs them', async () => {
    expect(await partsOf('-C', example('harbour-skills'), 'report', '--format', 'md')).toContain('telling');
    expect(await partsOf('model', 'list')).toContain('tools');
  });
});
