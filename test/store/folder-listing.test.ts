import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolder, mayHold } from '../../src/store/folder-listing.ts';
import { loadFolder } from '../../src/store/load-partnership.ts';
import { newFolder } from '../folders.ts';
import { exampleFolder } from '../reports.ts';

const resources = join(import.meta.dirname, '../../dist');

function partnership(): string {
  const root = newFolder();
  cpSync(exampleFolder('harbour-skills'), root, { recursive: true });
  return root;
}

async function codesIn(root: string): Promise<string[]> {
  const { diagnostics } = await loadFolder(root, { today: '2026-11-24', resources });
  return diagnostics.map(({ file, code }) => `${file} ${code}`);
}

describe('the listing of a folder', () => {
  it('has its names and those in stages/', () => {
    const root = partnership();
    writeFileSync(join(root, 'stages', 'more.yaml'), '');
    const { top, stages, areStagesLinked, isWhole } = listFolder(root);
    expect(top).toEqual(expect.arrayContaining(['partnership.yaml', 'reviews.yaml', 'stages']));
    expect(stages).toEqual(expect.arrayContaining(['01-scoping.yaml', 'more.yaml']));
    expect([areStagesLinked, isWhole]).toEqual([false, true]);
  });

  it('has none of what lies behind a link', () => {
    const root = partnership();
    renameSync(join(root, 'stages'), join(root, 'elsewhere'));
    symlinkSync('elsewhere', join(root, 'stages'));
    expect(listFolder(root)).toMatchObject({ stages: [], areStagesLinked: true, isWhole: true });
  });

  it('is not whole where the system does not tell all names', () => {
    const root = partnership();
    rmSync(join(root, 'stages'), { recursive: true });
    expect(listFolder(root)).toMatchObject({ stages: [], isWhole: true });
    writeFileSync(join(root, 'stages'), 'no folder');
    expect(listFolder(root)).toMatchObject({ stages: [], isWhole: false });
    expect(listFolder(join(root, 'stages'))).toMatchObject({ top: undefined, isWhole: false });
  });

  it('may hold a name in other capitals, and any where there is none', () => {
    expect(mayHold({ top: ['stages'] }, 'models')).toBe(false);
    expect(mayHold({ top: ['Models'] }, 'models')).toBe(true);
    expect(mayHold({ top: undefined }, 'models')).toBe(true);
  });
});

describe('a partnership', () => {
  it('lacks its stages where something else bears their name', async () => {
    const root = partnership();
    rmSync(join(root, 'stages'), { recursive: true });
    writeFileSync(join(root, 'stages'), 'no folder');
    const codes = await codesIn(root);
    expect(codes).toContain('stages/01-scoping.yaml missing-file');
    expect(codes).toContain('stages/10-concluding.yaml missing-file');
  });

  it('does not read its stages through a link', async () => {
    const root = partnership();
    renameSync(join(root, 'stages'), join(root, 'elsewhere'));
    symlinkSync('elsewhere', join(root, 'stages'));
    expect(await codesIn(root)).toContain('stages/01-scoping.yaml not-a-regular-file');
  });

  it('is told of a model of its own, and of a journal, that came since the last reading', async () => {
    const root = partnership();
    const before = await codesIn(root);
    mkdirSync(join(root, 'models', 'iblf-10'), { recursive: true });
    writeFileSync(join(root, 'models', 'iblf-10', 'model.yaml'), 'model: [');
    const after = await codesIn(root);
    expect(after.filter((code) => !before.includes(code)).join()).toContain('models/iblf-10/model.yaml');
  });
});
