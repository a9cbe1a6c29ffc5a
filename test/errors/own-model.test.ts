import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { inLanguage } from '../../src/core/model.ts';
import { newPartnershipFiles } from '../../src/core/scaffold.ts';
import { newFileText } from '../../src/store/create-partnership.ts';
import { readModel } from '../../src/store/models.ts';
import { newFolder } from '../folders.ts';
import { load, printed } from './gallery.ts';

let root: string;
const source = new URL('../cli/own-model.yaml', import.meta.url);

beforeEach(async () => {
  root = newFolder();
  const folder = join(root, 'models/neighbourhood-clinics');
  for (const made of ['stages', 'models', 'models/neighbourhood-clinics']) mkdirSync(join(root, made));
  writeFileSync(join(folder, 'model.yaml'), readFileSync(source));
  const { model, diagnostics } = await readModel(folder, 'model.yaml');
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  expect(inLanguage(model.title, 'ar')).toBe('عيادات الأحياء');
  const partnership = { ...{ id: 'clinics', name: 'C', language: 'en', currency: 'ILS', partners: [] }, model };
  for (const file of newPartnershipFiles({ ...partnership, started: '2026-01-01' }))
    writeFileSync(join(root, file.file), newFileText(file));
});

const append = (file: string, text: string) => {
  const path = join(root, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}${text}`);
};

async function told(language: 'en' | 'he'): Promise<string[]> {
  return (await printed((await load(root)).diagnostics, language)).trimEnd().split('\n');
}

it('begins without problems', async () => {
  expect(await told('en')).toEqual(['']);
});

it('tells what a link is', async () => {
  append('stages/03-run.yaml', 'clinic_days:\n  - id: lod\n    place: Lod\n    held_on: 2026-02-01\n    page: www.example.org\n');
  expect(await told('en')).toEqual([
    'stages/03-run.yaml:17:11: error[invalid-link]: "www.example.org" is not a link (write a whole address: https://…, http://… or mailto:…)',
  ]);
  expect(await told('he')).toEqual([
    'stages/03-run.yaml:17:11: error[invalid-link]: "www.example.org" אינו קישור (יש לכתוב כתובת מלאה: https://…, http://… או mailto:…)',
  ]);
});

it('tells of a figure that is counted twice', async () => {
  append(
    'stages/03-run.yaml',
    'clinic_days:\n  - id: lod\n    place: Lod\n    held_on: 2026-02-01\n    seen: 4\n' +
      'observations:\n  - metric: patients\n    on: 2026-02-01\n    value: 4\n',
  );
  expect(await told('en')).toEqual([
    'stages/03-run.yaml:20:9: warning[counted-twice]: patients is measured on this day by an entry of clinic_days as well, and both are counted (remove the observation if it is the same figure)',
  ]);
  expect(await told('he')).toEqual([
    'stages/03-run.yaml:20:9: warning[counted-twice]: גם רשומה של clinic_days מודדת את patients ביום הזה, ושתיהן נספרות (אם זה אותו נתון, יש להסיר את התצפית)',
  ]);
});

it('tells of a metric that is not there, once of a section', async () => {
  const path = join(root, 'stages/01-agree.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('id: patients', 'id: patiens'));
  const day = (id: string) => `  - id: ${id}\n    place: Lod\n    held_on: 2026-02-01\n    seen: 4\n`;
  append('stages/03-run.yaml', `clinic_days:\n${day('a')}${day('b')}`);
  expect(await told('en')).toEqual([
    'stages/03-run.yaml:13:1: warning[measure-without-metric]: entries of "clinic_days" measure "patients", and there is no metric of that id (did you mean "patiens"?)',
  ]);
  expect(await told('he')).toEqual([
    'stages/03-run.yaml:13:1: warning[measure-without-metric]: הרשומות של "clinic_days" מודדות את "patients", ואין מדד שזה המזהה שלו (האם הכוונה ל־"patiens"?)',
  ]);
});
