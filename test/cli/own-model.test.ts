import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { commitAll, git, gitEnvironment, newRepository } from '../git/repositories.ts';
import { type Run, run } from './program.ts';

const ownModel = readFileSync(fileURLToPath(new URL('own-model.yaml', import.meta.url)), 'utf8');

/** What a partnership in each of the model's languages shows of it. */
const texts = {
  he: {
    name: 'מרפאות לוד',
    stage: 'הסכמה',
    section: 'ימי מרפאה',
    choice: 'פתוח לכול',
    dir: 'rtl',
    words: 'he',
  },
  en: {
    name: 'Clinics of Lod',
    stage: 'Agree',
    section: 'Clinic days',
    choice: 'open to all',
    dir: 'ltr',
    words: 'en',
  },
  ar: {
    name: 'عيادات اللد',
    stage: 'الاتفاق',
    section: 'أيام العيادة',
    choice: 'مفتوح للجميع',
    dir: 'rtl',
    words: 'en',
  },
} as const;
type Tag = keyof typeof texts;

let repository: string;
let root: string;
const day = { PARTNER_TODAY: '2026-03-01' };

function partner(...args: string[]): Run {
  return run(root, args, { ...gitEnvironment(), ...day });
}

function done(...args: string[]): string {
  const { code, out, err } = partner(...args);
  expect(code === 0 ? '' : `${args.join(' ')}: ${err}`).toBe('');
  return out;
}

function json<T>(...args: string[]): T {
  return JSON.parse(partner(...args, '--json').out) as T;
}

const file = (name: string) => join(root, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const modelPath = 'models/neighbourhood-clinics/model.yaml';

function begin(language: Tag): void {
  repository = newRepository();
  mkdirSync(join(repository, 'model'));
  writeFileSync(join(repository, 'model', 'model.yaml'), ownModel);
  const flags = [
    '--name',
    texts[language].name,
    '--language',
    language,
    '--started',
    '2026-01-01',
    '--currency',
    'ILS',
  ];
  const partners = ['--partner', 'clalit:Clalit:public', '--partner', 'city:Lod:public'];
  const args = ['init', 'clinics', '--model', 'model', ...flags, ...partners];
  const { code, err } = run(repository, args, { ...gitEnvironment(), ...day });
  expect([code, err]).toEqual([0, '']);
  root = join(repository, 'clinics');
  commitAll(repository, 'start');
}

function pass(item: string): void {
  done('check', item, '--by', 'Noa');
  done('advance', '--reviewer', 'Dana:clalit');
  commitAll(repository, item);
}

const visits = [
  [
    'place=Lod',
    'held_on=2026-02-01',
    'host=clalit',
    'nurse=rana',
    'seen=40',
    'referred=10',
    'cost=1200.50',
    'free=yes',
    'mood=4',
    'page=https://example.org/a',
    'kind=open',
    'topics=teeth,eyes',
  ],
  ['place=Ramla', 'held_on=2026-02-08', 'seen=20', 'referred=11'],
];

/** Everything up to the last stage. */
function live(language: Tag): void {
  begin(language);
  done('set', 'permit', 'code=77', 'until=2027-01-01');
  pass('permit-there');
  done('add', 'staff', 'full_name=Rana', 'weekly=20');
  pass('nurse-found');
  for (const visit of visits) done('add', 'clinic_days', ...visit);
  done('add', 'stock', 'article=Bandage', 'counted_on=2026-02-01', 'pieces=5');
  done('add', 'contributions', 'partner=clalit', 'type=cash', 'amount=5000', 'on=2026-02-01');
  pass('days-held');
}

interface StatusJson {
  readonly language: string;
  readonly state: string;
  readonly progress: object;
  readonly stages: readonly { readonly stage: string; readonly title: string; readonly state: string }[];
  readonly diagnostics: readonly object[];
}

describe.each(['he', 'en', 'ar'] as const)('a whole life after a model of one’s own, in %s', (language) => {
  const { name, stage, section, choice, dir, words } = texts[language];

  it('goes from the first gate to the last, and every gate is proved after the model has changed', () => {
    live(language);
    expect(json<StatusJson>('status')).toMatchObject({
      ...{ language, state: 'active', progress: { passed: 3, of: 4 }, diagnostics: [] },
    });
    expect(json<StatusJson>('status').stages[0]).toMatchObject({ title: stage, state: 'passed' });
    const before = git(repository, ['rev-parse', 'HEAD']);

    // What runs grows after its gate; what does not is under the seal.
    done('add', 'clinic_days', 'place=Tira', 'held_on=2026-02-20', 'seen=7', '--commit');
    expect(json<StatusJson>('status').stages[2]).toMatchObject({ state: 'passed' });
    expect(partner('set', 'stock/Bandage/2026-02-01', 'pieces=6').err).toContain('run');
    expect(json<StatusJson>('status').stages[2]).toMatchObject({ state: 'suspect' });
    done('advance', '--decision', 'reconfirm', '--stage', 'run', '--reason', 'counted again');
    commitAll(repository, 'counted again');

    // The model goes on: another field, another item, and a section that nobody wants any more.
    const changed = read(modelPath)
      .replace('version: 1', 'version: 2')
      .replace(
        '      - { key: cost,',
        '      - { key: rain, type: yes_no, label: { he: גשם, en: Rain, ar: مطر } }\n      - { key: cost,',
      )
      .replace(/ {2}- id: permit\n(?: {4}.*\n)+/, '')
      .replace('goals, permit, metrics', 'goals, metrics');
    expect(changed).not.toBe(read(modelPath));
    writeFileSync(file(modelPath), changed);
    writeFileSync(
      file('stages/01-agree.yaml'),
      read('stages/01-agree.yaml').replace(/permit:\n(?: {2}.*\n?)+/, ''),
    );
    done('advance', '--decision', 'reconfirm', '--stage', 'agree', '--reason', 'no permit is needed');
    commitAll(repository, 'the model goes on');
    done('add', 'clinic_days', 'place=Haifa', 'held_on=2026-02-25', 'seen=3', 'rain=yes', '--commit');

    expect(json('validate')).toMatchObject({ diagnostics: [] });
    expect(json<{ totals: object }>('history', '--verify')).toMatchObject({
      totals: { proved: 5, failed: 0, unproved: 0 },
    });
    expect(json<{ gate: object; stages: object[] }>('status', '--at', before).stages).toHaveLength(4);
    const told = done('history');
    expect(told).toContain(section);
    // A section that the model has no more is told by its keys.
    expect(told).toContain('permit');

    done('set', 'exit', 'decision=hand_over', 'reason=the city goes on');
    pass('told');
    expect(json<StatusJson>('status')).toMatchObject({
      state: 'institutionalised',
      progress: { passed: 4, of: 4 },
    });
    expect(json<{ partnerships: object[] }>('list', '..')).toMatchObject({
      partnerships: [{ name, model: 'neighbourhood-clinics', state: 'institutionalised', stage: null }],
    });
    expect(done('timeline')).toContain(name);
  }, 120_000);

  it('is in every paper, in its language', () => {
    live(language);
    const page = done('report', '--format', 'html');
    expect(page).toContain(`<html lang="${language}" dir="${dir}">`);
    expect(page.includes('<body lang="en">')).toBe(language !== words);
    for (const shown of [section, choice, 'href="https://example.org/a"', '1,200.50'])
      expect(page).toContain(shown);
    expect(done('report', '--format', 'md')).toContain(`## ${section}`);
    const { own_sections: own } = json<{ own_sections: { section: string; entries: object[] }[] }>('report');
    expect(own.map((one) => one.section)).toEqual(['permit', 'staff', 'clinic_days', 'stock']);
    expect(own[2]?.entries[0]).toMatchObject({
      place: 'Lod',
      seen: 40,
      cost: 1200.5,
      free: true,
      nurse: 'rana',
    });

    expect(done('export', '--table', 'clinic_days').split('\r\n')[1]).toBe(
      'lod,Lod,2026-02-01,clalit,rana,40,10,1200.5,true,4,https://example.org/a,teeth; eyes,,open',
    );
    expect(done('export', '--format', 'jsonl')).toContain('"table":"permit","code":"77"');
    expect(partner('export', '--format', 'xlsx').code).toBe(0);

    mkdirSync(file('documents'));
    const template = `# ${section}\n\n{{permit.code}} {{permit.until}}\n\n{{> clinic_days: place, nurse, kind}}\n`;
    writeFileSync(file(`documents/status.${language}.md`), template);
    const paper = done('document', 'status');
    for (const shown of [`# ${section}`, '77', '| Lod | Rana |', choice]) expect(paper).toContain(shown);
    expect(done('document', 'status', '--format', 'html')).toContain(
      `<html lang="${language}" dir="${dir}">`,
    );
    expect(done('document', 'board', '--format', 'html')).toContain(`<html lang="${language}" dir="${dir}">`);
  }, 60_000);

  it('measures by its entries, and tells where each figure is from', () => {
    live(language);
    interface Measured {
      readonly metrics: readonly { id: string; actual: number; observations: readonly object[] }[];
    }
    const { metrics } = json<Measured>('metrics');
    expect(metrics.map(({ id, actual }) => [id, actual])).toEqual([
      ['patients', 60],
      ['referrals', 0.35],
    ]);
    expect(metrics[0]?.observations).toMatchObject([
      { on: '2026-02-01', value: 40, source: 'clinic_days/lod' },
      { on: '2026-02-08', value: 20, file: 'stages/03-run.yaml', path: 'clinic_days[1]' },
    ]);
    expect(done('metrics')).toContain('clinic_days/ramla');
    done('set', 'metrics/patients', 'baseline=0', 'target=80');
    expect(done('metrics')).toContain('75%');
    const { err } = partner('record', 'patients', '20', '--on', '2026-02-08');
    expect(err).toContain('clinic_days');
  }, 60_000);
});

describe('the texts of a model of one’s own', () => {
  beforeEach(() => begin('ar'));

  it.each([
    [
      ['add', 'clinic_days', 'place=x', 'held_on=2026-02-08', 'seen=501'],
      'clinic_days[0].seen: 501 is not between 0 and 500',
    ],
    [['add', 'clinic_days', 'place=x', 'held_on=2026-02-08', 'host=clalti'], '(did you mean "clalit"?)'],
    [['add', 'clinic_days', 'plase=x'], 'did you mean place?'],
    [['add', 'clinic_dys', 'place=x'], 'did you mean clinic_days?'],
    [['add', 'clinic_days', 'place=x', 'held_on=2026-02-08', 'kind=opn'], '(did you mean "open"?)'],
    [['set', 'partnership', 'language=fr'], 'not one of: en, he, ar'],
    [['set', 'permit', 'cod=1'], 'did you mean code?'],
  ])('refuse %j', (args, said) => {
    const { code, err } = partner(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(git(repository, ['status', '--porcelain'])).toBe('');
  });

  it('are not lost where a partnership changes its language', () => {
    done('set', 'partnership', 'language=he');
    expect(json<StatusJson>('status').language).toBe('he');
    expect(done('status')).toContain('השער');
  });

  it('can be shown in the program’s languages, and the program speaks the reader’s', () => {
    expect(done('status')).toContain('The gate of');
    expect(run(root, ['status'], { ...day, LANG: 'he_IL.UTF-8' }).out).toContain('השער');
    expect(done('report', '--format', 'html', '--lang', 'he')).toContain('<html lang="he" dir="rtl">');
    expect(done('report', '--format', 'html', '--lang', 'en')).toContain('<html lang="en" dir="ltr">');
    expect(done('model', 'show')).toContain('أيام العيادة');
    expect(done('model', 'show', '--lang', 'he')).toContain('ימי מרפאה');
    expect(done('schema', 'run')).toContain('"description": "المكان (text)"');
  });
});

describe('a language that the model does not have', () => {
  it('is an invalid choice in a partnership of a built-in model', () => {
    const folder = newRepository();
    run(folder, ['init', 'p', '--name', 'P', '--lang', 'en']);
    const home = join(folder, 'p', 'partnership.yaml');
    writeFileSync(home, readFileSync(home, 'utf8').replace('language: en', 'language: fr'));
    const { code, out } = run(folder, ['validate', 'p']);
    expect(code).toBe(1);
    expect(out).toContain('p/partnership.yaml:6:11: error[invalid-choice]: "fr" is not one of: en, he');
  });

  it('is refused by init, with those that it has', () => {
    const folder = newRepository();
    const { code, err } = run(folder, ['init', 'p', '--name', 'P', '--language', 'fr']);
    expect([code, err]).toEqual([
      2,
      'partner: error: --language: the model iblf-10 has no texts in "fr"; it has en, he\nsee `partner init --help`\n',
    ]);
  });
});

describe('two clones that add to sections of a model’s own', () => {
  function tryMerge(): { code: number | null; said: string } {
    const args = ['merge', '--no-edit', 'theirs'];
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: repository,
      encoding: 'utf8',
      env: gitEnvironment(),
    });
    return { code: status, said: stdout + stderr };
  }

  function sides(ours: () => void, theirs: () => void): { code: number | null; said: string } {
    begin('he');
    expect(run(repository, ['git', 'install'], gitEnvironment()).code).toBe(0);
    done('add', 'stock', 'article=Bandage', 'counted_on=2026-02-01', 'pieces=5');
    done('add', 'staff', 'full_name=Rana');
    done('add', 'clinic_days', 'place=Lod', 'held_on=2026-02-01', 'seen=4');
    commitAll(repository, 'base');
    git(repository, ['switch', '-q', '-c', 'theirs']);
    theirs();
    commitAll(repository, 'theirs');
    git(repository, ['switch', '-q', 'main']);
    ours();
    commitAll(repository, 'ours');
    return tryMerge();
  }

  it('are merged entry by entry, by what tells those apart', () => {
    const { code, said } = sides(
      () => {
        done('set', 'stock/Bandage/2026-02-01', 'pieces=7');
        done('add', 'clinic_days', 'place=Ramla', 'held_on=2026-02-02', 'seen=1');
      },
      () => {
        done('add', 'stock', 'article=Bandage', 'counted_on=2026-02-08', 'pieces=4');
        done('add', 'clinic_days', 'place=Haifa', 'held_on=2026-02-03', 'seen=2');
        done('set', 'clinic_days/lod', 'mood=5');
      },
    );
    expect([code, said]).toEqual([0, said]);
    expect(json<object[]>('validate')).toMatchObject({ diagnostics: [] });
    const stage = read('stages/03-run.yaml');
    for (const part of ['pieces: 7', 'pieces: 4', 'place: Ramla', 'place: Haifa', 'mood: 5'])
      expect(stage).toContain(part);
  });

  it('conflict where both set one count', () => {
    const { code, said } = sides(
      () => done('set', 'stock/Bandage/2026-02-01', 'pieces=7'),
      () => done('set', 'stock/Bandage/2026-02-01', 'pieces=8'),
    );
    expect(code).toBe(1);
    expect(said).toContain('stock[0].pieces');
  });
});

describe('a model with hostile texts', () => {
  const hostile = ownModel
    .replace('en: Neighbourhood clinics', 'en: "A\\e[31mB\\u202e\\nC<script>|x"')
    .replace('en: Clinic days,', 'en: "D\\e]0;x\\a<b>|`c`\\nE",')
    .replace('en: Place,', 'en: "=P\\e[1m|<i>",')
    .replace('en: Agree on what and with whom,', 'en: "Agree\\e\\u2028on\\u0085what\\u2067",')
    .replace('en: Find staff,', 'en: "=F\\aind",')
    .replace('en: open to all,', 'en: "<script>\\e[2J",');

  it('begins sound partnerships, and forges nothing anywhere', () => {
    const folder = newRepository();
    mkdirSync(join(folder, 'model'));
    writeFileSync(join(folder, 'model', 'model.yaml'), hostile);
    const args = [
      'init',
      'clinics',
      '--model',
      'model',
      '--name',
      'n',
      '--lang',
      'en',
      '--started',
      '2026-01-01',
    ];
    expect(run(folder, args, day).code).toBe(0);
    root = join(folder, 'clinics');
    expect(json('validate')).toMatchObject({ diagnostics: [] });
    done('add', 'clinic_days', 'place=x', 'held_on=2026-02-01', 'kind=open');
    commitAll(folder, 'all');
    for (const words of [
      ['status'],
      ['model', 'show'],
      ['report', '--format', 'html'],
      ['report', '--format', 'md'],
      ['history'],
      ['export', '--table', 'clinic_days'],
      ['schema', 'run'],
      ['document', 'status', '--format', 'html'],
    ]) {
      const out = done(...words);
      expect([
        words.join(' '),
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.exec(out.replaceAll('\r\n', '\n')),
      ]).toEqual([words.join(' '), null]);
      if (words.includes('html')) expect(out).not.toMatch(/<script|<b>\||<i>/);
    }
  });
});
