import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkModel } from '../../src/core/check-model.ts';
import type { Model } from '../../src/core/schema/model.ts';
import { readYaml } from '../../src/store/yaml/read.ts';
import { program, run } from '../cli/program.ts';
import { atTerminal } from '../commands/context.ts';
import { newFolder } from '../folders.ts';
import { item } from './models.ts';

const templates = fileURLToPath(new URL('../../templates/models', import.meta.url));
let resources: string;
let installed: string;

/** A program whose built-in ten stages have three versions: an item more, then another one and a new wording. */
beforeAll(() => {
  const here = dirname(dirname(program));
  installed = newFolder();
  resources = join(installed, 'dist');
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(here, part), join(installed, part), { recursive: true });
  const models = join(resources, 'models');
  const one = JSON.parse(readFileSync(join(models, 'iblf-10.json'), 'utf8')) as Model;
  const two = changed(one, 2, (items) => [...items, item('ethics-checked', 'Ethics are checked')]);
  const three = changed(two, 3, (items) =>
    items.map((each) =>
      each.id === 'problem-stated' ? item('problem-stated', 'The problem is stated') : each,
    ),
  );
  mkdirSync(join(models, 'iblf-10'));
  for (const model of [one, two])
    writeFileSync(join(models, 'iblf-10', `${model.version}.json`), JSON.stringify(model));
  writeFileSync(join(models, 'iblf-10.json'), JSON.stringify(three));
});

type Items = Model['stages'][number]['checklist'];

function changed(model: Model, version: number, change: (items: Items) => Items): Model {
  const stages = model.stages.map((stage, index) =>
    index === 0 ? { ...stage, checklist: change(stage.checklist) } : stage,
  );
  return { ...model, version, stages };
}

const partner = (folder: string, words: readonly string[], answers: readonly boolean[] = []) =>
  atTerminal(folder, words, answers, {}, { resources });

async function started(language: 'en' | 'he' = 'en'): Promise<string> {
  const folder = join(newFolder(), 'readers');
  // By the program of the day, which knows version 1 only.
  expect(run(dirname(folder), ['init', 'readers', '--name', 'Readers', '--lang', language]).code).toBe(0);
  return folder;
}

const scoping = (folder: string) => readFileSync(join(folder, 'stages/01-scoping.yaml'), 'utf8');

describe('a newer program', () => {
  it('changes nothing in a partnership by itself, and tells of the newer version', async () => {
    const folder = await started();
    const status = await partner(folder, ['status']);
    expect(status.out).not.toContain('ethics-checked');
    expect(status.out).toContain(
      'Version 3 of the model is there; the files follow version 1: partner model upgrade --dry-run',
    );
    expect(JSON.parse((await partner(folder, ['status', '--json'])).out)).toMatchObject({
      ...{ model: 'iblf-10', model_version: 1, newest_model_version: 3 },
    });
    const validated = await partner(folder, ['validate', '--strict']);
    expect(validated).toMatchObject({
      code: 0,
      err: expect.stringContaining('partner model upgrade --dry-run'),
    });
    expect(JSON.parse((await partner(folder, ['validate', '--json'])).out).newer_models).toEqual([
      { dir: '.', model: 'iblf-10', version: 1, newest: 3 },
    ]);
    expect((await partner(folder, ['model', 'list'])).out).toMatch(/iblf-10 .*version 3/);
  });

  it('starts new partnerships by its newest version', async () => {
    const folder = newFolder();
    await partner(folder, ['init', 'new', '--name', 'New']);
    expect(readFileSync(join(folder, 'new/partnership.yaml'), 'utf8')).toContain('model_version: 3');
    const { out } = await partner(join(folder, 'new'), ['status']);
    expect(out).not.toContain('partner model upgrade');
  });

  it('brings one to its newest version, or to the one that is told', async () => {
    const folder = await started();
    expect((await partner(folder, ['model', 'upgrade', '--to', '2', '--yes'])).code).toBe(0);
    expect(scoping(folder)).toContain('id: ethics-checked');
    expect(scoping(folder)).toContain('The problem is stated with data');
    expect((await partner(folder, ['model', 'upgrade'], [true])).code).toBe(0);
    expect(scoping(folder)).not.toContain('The problem is stated with data');
    expect(readFileSync(join(folder, 'partnership.yaml'), 'utf8')).toContain('model_version: 3');
    expect(await partner(folder, ['validate', '--strict'])).toMatchObject({ code: 0 });
    expect((await partner(folder, ['model', 'upgrade'])).out).toContain('version 3 of iblf-10 already');
  });

  it.each(['en', 'he'] as const)(
    'makes of an old partnership what it makes of a new one, in %s',
    async (language) => {
      const old = await started(language);
      const next = newFolder();
      await partner(old, ['model', 'upgrade', '--yes']);
      await partner(next, ['init', 'readers', '--name', 'Readers', '--lang', language]);
      const names = readdirSync(join(next, 'readers'), { recursive: true, encoding: 'utf8' });
      for (const name of names.filter((one) => /\.(yaml|json)$/.test(one)))
        expect(readFileSync(join(old, name), 'utf8')).toBe(readFileSync(join(next, 'readers', name), 'utf8'));
    },
  );

  it('keeps passed stages to the version under which they were reviewed', async () => {
    const folder = await started();
    const items = ['problem-stated', 'stakeholders-mapped', 'affected-heard', 'vision-drafted'];
    await partner(folder, ['check', ...items]);
    await partner(folder, ['advance', '--reviewer', 'Dana']);
    const before = scoping(folder);
    expect((await partner(folder, ['model', 'upgrade', '--yes'])).out).toContain(
      'scoping – stays by version 1, as it was reviewed',
    );
    expect(scoping(folder)).toBe(before);
    expect((await partner(folder, ['validate', '--strict'])).code).toBe(0);
    const { stages } = JSON.parse((await partner(folder, ['status', '--json'])).out);
    expect(stages[0]).toMatchObject({ state: 'passed', required: { done: 4, total: 4 } });
  });

  it.each([
    [['--to', '4'], 'has no version 4; the newest that comes with this program is 3'],
    [['--to', 'two'], 'a version is a whole number'],
    [['--to', '0'], 'a version is a whole number'],
    [['--model', 'nowhere'], 'nowhere'],
    [['--model', 'partnering-cycle-12'], 'leave --model out'],
  ])('refuses %j', async (words, told) => {
    const folder = await started();
    const before = scoping(folder);
    expect(await partner(folder, ['model', 'upgrade', ...words])).toMatchObject({
      code: 2,
      err: expect.stringContaining(told),
    });
    expect(scoping(folder)).toBe(before);
  });

  it('does not go back', async () => {
    const folder = await started();
    await partner(folder, ['model', 'upgrade', '--yes']);
    expect(await partner(folder, ['model', 'upgrade', '--to', '1'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no way back to version 1'),
    });
  });
});

describe('the same program in processes of its own', () => {
  it('upgrades without a terminal, and tells a script what it did', async () => {
    const folder = await started('he');
    const ran = (...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(installed, 'bin', 'partner.js'), ...words],
        { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH ?? '', PARTNER_TODAY: '2026-03-01' } },
      );
      return { code: status, out: stdout, err: stderr };
    };
    expect(ran('status').out).toContain('יש גרסה 3 של המודל; הקבצים כתובים לפי גרסה 1');
    const dry = ran('model', 'upgrade', '--dry-run');
    expect(dry.code).toBe(0);
    // What it prints on a pipe is a patch.
    const patch = spawnSync('git', ['apply', '--check', '-'], {
      cwd: folder,
      input: dry.out,
      encoding: 'utf8',
    });
    expect(patch.stderr).toBe('');
    const { code, out } = ran('model', 'upgrade', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).result).toMatchObject({ model: 'iblf-10', from: 1, to: 3, conflicts: [] });
    expect(ran('validate', '--strict').code).toBe(0);
    expect(ran('model', 'upgrade').out).toContain('הקבצים כבר כתובים לפי גרסה 3 של iblf-10');
    // The program of before knows nothing of version 3, and says so.
    expect(run(folder, ['status'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('יש להתקין partner חדש יותר'),
    });
  });
});

describe('the models that come with the program', () => {
  it.each(readdirSync(templates))('%s is sound in every version, and no version is missing', async (id) => {
    const read = (file: string) => readYaml(readFileSync(join(templates, id, file))).data as Model;
    const newest = read('model.yaml');
    const earlier = Array.from({ length: newest.version - 1 }, (_, index) => `versions/${index + 1}.yaml`);
    for (const [index, file] of [...earlier, 'model.yaml'].entries()) {
      expect(await checkModel(read(file))).toEqual([]);
      expect(read(file)).toMatchObject({ model: id, version: index + 1 });
    }
  });
});
