import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareDiagnostics, type Diagnostic } from '../../src/core/problem.ts';
import { newFolder } from '../folders.ts';
import { layOut, load, printed } from './gallery.ts';

const resourcing = 'stages/06-resourcing.yaml';
const measuring = 'stages/08-measuring.yaml';

function rewrite(root: string, file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
}

/** Adds observations to a file, each with a figure that is a word: one problem an entry. */
function addWrongFigures(root: string, count: number): void {
  const entry = '  - metric: children\n    on: 2026-05-20\n    value: many\n';
  rewrite(root, measuring, (text) => text + entry.repeat(count));
}

function ofFile(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.file === file);
}

describe('at most 50 problems of a file are told', () => {
  it.each([1, 49, 50])('all of them where there are %i', async (count) => {
    const root = layOut(newFolder());
    addWrongFigures(root, count);
    const { diagnostics } = await load(root);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(count).fill('wrong-type'));
  });

  it.each([51, 60, 3000])('the first 49 and the number of all where there are %i', async (count) => {
    const root = layOut(newFolder());
    addWrongFigures(root, count);
    const { diagnostics } = await load(root);
    expect(diagnostics).toHaveLength(50);
    expect(diagnostics.slice(0, 49).map(({ code, line }) => [code, line])).toEqual(
      Array.from({ length: 49 }, (_, index) => ['wrong-type', 39 + 3 * index]),
    );
    // The count stands where the fiftieth would.
    expect(await printed(diagnostics.slice(49), 'en')).toBe(
      `${measuring}:186:12: error[too-many-problems]: ${count} problems in this file; only the first ones are shown (fix these and validate again)\n`,
    );
    expect(await printed(diagnostics.slice(49), 'he')).toBe(
      `${measuring}:186:12: error[too-many-problems]: ${count} בעיות בקובץ; מוצגות רק הראשונות (לאחר תיקונן יש לבדוק שוב)\n`,
    );
  });

  it('also where the text itself is what is wrong', async () => {
    const root = layOut(newFolder());
    rewrite(root, measuring, (text) => text + '# \u0007\n'.repeat(70));
    const { diagnostics } = await load(root);
    expect(diagnostics).toHaveLength(50);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'too-many-problems', params: { count: 70 } });
  });

  it('of each file for itself', async () => {
    const root = layOut(newFolder());
    addWrongFigures(root, 60);
    rewrite(
      root,
      resourcing,
      (text) => text + '  - id: Wrong\n    partner: leumi\n    type: cash\n    status: idea\n'.repeat(60),
    );
    const { diagnostics } = await load(root);
    expect(ofFile(diagnostics, measuring)).toHaveLength(50);
    expect(ofFile(diagnostics, resourcing)).toHaveLength(50);
    expect(diagnostics).toHaveLength(100);
  });
});

describe('the order of problems', () => {
  // Overlays of different files, so that one folder holds all of their mistakes.
  const together = [
    'unknown-key-partner',
    'review-round',
    'yaml-unclosed-quote',
    'unknown-reference-role',
    'value-and-share',
    'out-of-range-score',
    'unknown-file',
    'invalid-choice-spelling',
  ];

  const crowded = async (names: readonly string[]): Promise<readonly Diagnostic[]> =>
    (await load(layOut(newFolder(), ...names))).diagnostics;

  it('is that of the files, lines and columns, whichever way the files came to stand there', async () => {
    const once = await crowded(together);
    expect(once.length).toBeGreaterThanOrEqual(together.length);
    expect([...once].sort(compareDiagnostics)).toEqual(once);
    expect(await crowded([...together].reverse())).toEqual(once);
    expect(await crowded(together)).toEqual(once);
  });

  it('at one place is that of the model', async () => {
    const root = layOut(newFolder());
    rewrite(root, resourcing, (text) => text.replace(/checklist:\n[\s\S]*?needs:/, 'checklist: []\nneeds:'));
    const { diagnostics } = await load(root);
    expect(diagnostics.map(({ code, line, column, params }) => [code, line, column, params.item])).toEqual(
      ['needs-and-pledges', 'budget-approved', 'in-kind-basis', 'commitments-written'].map((item) => [
        'missing-item',
        6,
        1,
        item,
      ]),
    );
  });
});
