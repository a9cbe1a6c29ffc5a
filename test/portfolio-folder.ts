import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartnershipSummary } from '../src/core/portfolio/summary.ts';
import { scopeOf } from '../src/store/discover.ts';
import { readPortfolio } from '../src/store/portfolio/read-portfolio.ts';
import { ownReader } from '../src/store/portfolio/reader.ts';
import { newFolder } from './folders.ts';
import { exampleFolder, exampleNames } from './reports.ts';

/** The day on which the portfolio below is looked at. */
export const portfolioDay = '2026-11-24';

/**
 * A new folder of five partnerships: the three examples, one of them on the way a second time and late,
 * and one whose file cannot be read.
 */
export function newPortfolio(): string {
  const root = newFolder();
  for (const name of exampleNames)
    cpSync(exampleFolder(name), join(root, 'north', name), { recursive: true });
  const second = join(root, 'south', 'second');
  cpSync(exampleFolder('harbour-skills'), second, { recursive: true });
  edit(join(second, 'partnership.yaml'), [
    ['id: harbour-skills', 'id: second'],
    ['name: Harbour Skills', 'name: מיומנויות בנמל'],
  ]);
  edit(join(second, 'stages/08-measuring.yaml'), [['due: 2026-12-11', 'due: 2026-10-01']]);
  mkdirSync(join(root, 'broken'));
  writeFileSync(join(root, 'broken', 'partnership.yaml'), 'id: [');
  return root;
}

/** A new folder of generated partnerships; the same seed makes the same files. */
export function generatedPortfolio(count: number, seed = 1): string {
  const root = newFolder();
  const generator = join(import.meta.dirname, '../bench/portfolio/generate.js');
  execFileSync(process.execPath, [generator, root, String(count), String(seed)]);
  return root;
}

/** The summaries of the partnerships below a folder, read without threads and without an index. */
export async function summariesBelow(root: string, today = portfolioDay): Promise<PartnershipSummary[]> {
  const { base, roots } = scopeOf(root);
  const alone = {
    threads: { spare: 0, start: () => ownReader, compileLate: () => {} },
    cacheFolder: undefined,
    clock: () => 0,
  };
  const resources = join(import.meta.dirname, '../dist');
  const found: PartnershipSummary[] = [];
  const options = { today, resources, want: ['summary'] as const, ...alone };
  for await (const { summary } of readPortfolio(base, roots, options))
    if (summary !== undefined) found.push(summary);
  return found;
}

function edit(file: string, changes: readonly (readonly [string, string])[]): void {
  let text = readFileSync(file, 'utf8');
  for (const [before, after] of changes) {
    if (!text.includes(before)) throw new Error(`${file} has no "${before}"`);
    text = text.replace(before, after);
  }
  writeFileSync(file, text);
}
