import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newFolder } from '../folders.ts';
import { run, runJson } from './program.ts';

const builtIn = (id: string) =>
  parse(readFileSync(new URL(`../../templates/models/${id}/model.yaml`, import.meta.url), 'utf8')) as object;

describe('model new', () => {
  it.each(['iblf-10', 'partnering-cycle-12'])('copies %s, to be checked, shown and used at once', (from) => {
    const cwd = newFolder();
    expect(run(cwd, ['model', 'new', 'ours', '--from', from])).toEqual({
      code: 0,
      out: 'The model ours stands in ours/model.yaml\nNext:\n    partner model check ours\n    partner init NEW --model ours\n',
      err: '',
    });
    const text = readFileSync(join(cwd, 'ours/model.yaml'), 'utf8');
    expect(parse(text)).toEqual({ ...builtIn(from), model: 'ours', version: 1 });
    expect(text).toContain('# A model of your own, copied from');
    expect(text).toContain('# מודל משלכם');
    expect(text).not.toContain('copy this folder');
    expect(run(cwd, ['model', 'check', 'ours']).code).toBe(0);
    expect(run(cwd, ['model', 'check', 'ours/model.yaml']).code).toBe(0);
    expect(run(cwd, ['init', 'p', '--name', 'P', '--model', 'ours']).code).toBe(0);
    expect(run(cwd, ['validate', 'p']).out).toBe('');
  });

  it('holds an example that is sound once its comment signs are off', () => {
    const cwd = newFolder();
    run(cwd, ['model', 'new', 'ours']);
    const path = join(cwd, 'ours/model.yaml');
    const text = readFileSync(path, 'utf8');
    const from = text.indexOf('# own_sections:');
    const to = text.indexOf('\nstages:');
    const example = text.slice(from, to).replace(/^# /gm, '');
    const placed = text
      .slice(to)
      .replace('sections: [contributions', 'sections: [site_visits, contributions');
    const used =
      text.slice(0, from) +
      example +
      placed.replace(/sections: \[progress/, 'sections: [site_visits, progress');
    writeFileSync(path, used);
    expect(used).toContain('site_visits, ');
    expect(run(cwd, ['model', 'check', 'ours'])).toMatchObject({ code: 0, out: '' });
    run(cwd, ['init', 'p', '--name', 'P', '--model', 'ours']);
    const added = run(join(cwd, 'p'), ['add', 'site_visits', 'place=Lod', 'held_on=2026-02-01', 'people=4']);
    expect(added.out).toBe('Added site_visits/lod\n');
    expect(run(join(cwd, 'p'), ['metrics']).out).toContain('site_visits/lod');
  });

  it('copies a model of one’s own with its comments and languages, and a new head', () => {
    const cwd = newFolder();
    run(cwd, ['model', 'new', 'first']);
    const path = join(cwd, 'first/model.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('version: 1', 'version: 7 # ours').replace(/\n/g, '\r\n'),
    );
    expect(
      run(cwd, ['model', 'new', 'second', '--from', 'first', '--id', 'other', '--lang', 'he']).code,
    ).toBe(0);
    const copy = readFileSync(join(cwd, 'second/model.yaml'), 'utf8');
    expect(copy).toMatch(/^# מודל משלכם, העתק של first\.\r\n/);
    expect(copy.match(/partner model check second/g)).toHaveLength(2);
    expect(copy).not.toContain('partner model check first');
    expect(copy).toContain('model: other\r\nversion: 1 # ours\r\n');
    expect(copy.replaceAll('\r\n', '')).not.toContain('\n');
    expect(copy.match(/# own_sections:/g)).toHaveLength(1);
  });

  it('shows what it would write, in JSON as well, and writes nothing', () => {
    const cwd = newFolder();
    const shown = run(cwd, ['model', 'new', 'ours', '--dry-run']);
    expect(shown.out).toContain('+++ b/ours/model.yaml');
    expect(runJson(cwd, ['model', 'new', 'ours', '--dry-run'])).toEqual({
      code: 0,
      json: {
        ...{ format: 1, changed: ['ours/model.yaml'] },
        ...{ result: { id: 'ours', from: 'iblf-10', dir: 'ours' }, dry_run: true },
      },
    });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('goes beside documents, and never over a model, a file or a broken link', () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, 'docs'));
    writeFileSync(join(cwd, 'docs/memo.txt'), 'mine');
    expect(run(cwd, ['model', 'new', 'docs']).code).toBe(0);
    expect(readdirSync(join(cwd, 'docs')).sort()).toEqual(['memo.txt', 'model.yaml']);
    const before = readFileSync(join(cwd, 'docs/model.yaml'));
    mkdirSync(join(cwd, 'linked'));
    symlinkSync('/nowhere', join(cwd, 'linked/model.yaml'));
    for (const [dir, said] of [
      ['docs', 'is there already'],
      ['docs/memo.txt', 'in the way'],
      ['linked', 'is there already'],
    ] as const) {
      for (const more of [[], ['--dry-run']]) {
        const { code, err } = run(cwd, ['model', 'new', dir, ...more]);
        expect([code, err.includes(said)]).toEqual([2, true]);
      }
    }
    expect(readFileSync(join(cwd, 'docs/model.yaml'))).toEqual(before);
    expect(existsSync('/nowhere')).toBe(false);
  });

  it.each([
    [['--id', 'Our Way'], '--id "Our Way"'],
    [['--from', 'iblf-1O'], 'there is no model "iblf-1O"'],
  ])('refuses %j', (more, said) => {
    const cwd = newFolder();
    const { code, err } = run(cwd, ['model', 'new', 'ours', ...more]);
    expect([code, err.includes(said), readdirSync(cwd)]).toEqual([2, true, []]);
  });

  it('does not copy what is wrong', () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, 'bad'));
    writeFileSync(join(cwd, 'bad/model.yaml'), 'format: 1\nmodl: a\n');
    const { code, err } = run(cwd, ['model', 'new', 'ours', '--from', 'bad']);
    expect([code, err.includes('did you mean "model"')]).toEqual([1, true]);
    expect(existsSync(join(cwd, 'ours'))).toBe(false);
  });

  it('has a folder of any name in its commands', () => {
    const cwd = newFolder();
    const { out } = run(cwd, ['model', 'new', "our 'way"]);
    expect(out).toContain("partner model check 'our '\\''way'");
    expect(readFileSync(join(cwd, "our 'way/model.yaml"), 'utf8')).toContain('model: our-way\n');
  });
});

describe('model list', () => {
  interface Row {
    readonly id: string;
    readonly dir: string | null;
    readonly in_use: boolean;
    readonly problems: number;
  }
  const rowsIn = (cwd: string) => (runJson(cwd, ['model', 'list']).json as { models: Row[] }).models;
  const short = (cwd: string) =>
    rowsIn(cwd).map(({ id, dir, in_use: used, problems }) => [id, dir, used, problems > 0]);
  const known = [
    ['iblf-10', null, false, false],
    ['partnering-cycle-12', null, false, false],
  ];

  function withModels(): string {
    const cwd = newFolder();
    expect(run(cwd, ['model', 'new', 'club']).code).toBe(0);
    expect(run(cwd, ['init', 'p', '--name', 'P', '--lang', 'en', '--model', 'club']).code).toBe(0);
    const folder = join(cwd, 'p');
    expect(run(folder, ['model', 'new', 'models/other', '--from', 'partnering-cycle-12']).code).toBe(0);
    expect(run(folder, ['model', 'new', 'draft']).code).toBe(0);
    mkdirSync(join(folder, 'models/bad'));
    writeFileSync(join(folder, 'models/bad/model.yaml'), 'format: 1\n');
    symlinkSync('other', join(folder, 'models/linked'));
    return folder;
  }

  it('lists those of the partnership that one stands in, and says which it goes by', () => {
    const folder = withModels();
    const own = [
      ['bad', 'models/bad', false, true],
      ['club', 'models/club', true, false],
      ['other', 'models/other', false, false],
      ['draft', 'draft', false, false],
    ];
    expect(short(folder)).toEqual([...known, ...own]);
    mkdirSync(join(folder, 'docs'));
    expect(short(join(folder, 'docs'))).toEqual([
      ...known,
      ...own.map(([id, dir, ...rest]) => [id, `../${dir}`, ...rest]),
    ]);
    const lines = run(folder, ['model', 'list', '--lang', 'en']).out.split('\n');
    const line = (id: string) => lines.find((one) => one.startsWith(` ${id} `)) ?? '';
    expect(line('club')).toMatch(
      /version 1 +10 stages +in use here · this partnership’s own, in models\/club$/,
    );
    expect(line('other')).toMatch(/version 1 +12 stages +this partnership’s own, in models\/other$/);
    expect(line('bad')).toMatch(
      /has problems: `partner model check`.* this partnership’s own, in models\/bad$/,
    );
    expect(line('iblf-10')).toMatch(/10 stages *$/);
    const hebrew = run(folder, ['model', 'list', '--lang', 'he']).out;
    expect(hebrew).toContain('בשימוש כאן · של השותפות עצמה, ב־models/club');
  });

  it('knows the model of the program that a partnership goes by, and its copy before it', () => {
    const cwd = newFolder();
    expect(run(cwd, ['init', 'p', '--name', 'P']).code).toBe(0);
    const folder = join(cwd, 'p');
    expect(rowsIn(folder).filter(({ in_use: used }) => used)).toMatchObject([{ id: 'iblf-10', dir: null }]);
    expect(run(folder, ['model', 'new', 'models/iblf-10']).code).toBe(0);
    expect(rowsIn(folder).filter(({ in_use: used }) => used)).toMatchObject([{ dir: 'models/iblf-10' }]);
  });

  it('lists what `model new` made in a folder that is no partnership', () => {
    const cwd = newFolder();
    expect(short(cwd)).toEqual(known);
    expect(run(cwd, ['model', 'new', 'ours']).code).toBe(0);
    expect(short(cwd)).toEqual([...known, ['ours', 'ours', false, false]]);
    expect(run(cwd, ['model', 'list', '--lang', 'en']).out).toMatch(/ ours .* in ours\n/);
  });

  it('gives ids that the other commands take', () => {
    const folder = withModels();
    expect(runJson(folder, ['model', 'show', 'other']).json).toMatchObject({ model: 'other' });
    expect(run(folder, ['model', 'new', 'third', '--from', 'other', '--dry-run']).code).toBe(0);
    expect(run(folder, ['model', 'show', 'bad']).code).toBe(1);
    expect(run(folder, ['model', 'show', '../p/models/other']).code).toBe(0);
    expect(runJson(folder, ['model', 'show', 'others'])).toMatchObject({
      code: 2,
      json: { error: { code: 'unknown-model' } },
    });
  });
});
