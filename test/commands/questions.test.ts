import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { type Answer, atTerminal, interrupt } from './context.ts';

let cwd: string;
const read = (file: string) => readFileSync(join(cwd, 'readers', file), 'utf8');

async function start(lang = 'en'): Promise<void> {
  const flags = [
    '--name',
    'Readers',
    '--lang',
    lang,
    '--partner',
    'leumi:Leumi Card:company',
    '--started',
    '2026-01-12',
  ];
  expect((await atTerminal(cwd, ['init', 'readers', ...flags])).code).toBe(0);
}

beforeEach(() => {
  cwd = newFolder();
});

describe('the wizard of init', () => {
  const answers: Answer[] = [
    'en', // language
    '', // the name is needed,
    'Readers in the South', // so it is asked for again
    'readers',
    'Not An Id',
    'readers-south',
    'iblf-10',
    '2026-02-30',
    '2026-01-12',
    'shekel',
    'ILS',
    true,
    'Leumi Card',
    'company',
    false,
    true, // write it
  ];

  it('asks, mends wrong answers, shows what it will write, and writes it', async () => {
    const session = await atTerminal(cwd, ['init'], answers);
    expect([session.code, session.out.split('\n')[0]]).toEqual([
      0,
      'The partnership “Readers in the South” stands in readers',
    ]);
    expect(session.asked.filter((message) => message.startsWith('!'))).toHaveLength(4);
    expect(session.err).toContain('This will be written in readers:');
    expect(read('partnership.yaml')).toBe(
      '# yaml-language-server: $schema=./schemas/partnership.json\n# $schema: ./schemas/partnership.json\n' +
        'format: 1\nid: readers-south\nname: Readers in the South\nlanguage: en\nmodel: iblf-10\nstarted: 2026-01-12\ncurrency: ILS\n' +
        'partners:\n  - id: leumi-card\n    name: Leumi Card\n    sector: company\n    joined: 2026-01-12\n',
    );
    expect(readdirSync(join(cwd, 'readers', 'stages'))).toHaveLength(10);
  });

  it.each(answers.map((_, index) => index))(
    'is left with ^C at question %i with nothing written',
    async (index) => {
      const session = await atTerminal(cwd, ['init'], [...answers.slice(0, index), interrupt]);
      expect([session.code, session.err.trimEnd().split('\n').at(-1)]).toEqual([
        130,
        'partner: cancelled; nothing was written',
      ]);
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  it('writes nothing on a no', async () => {
    const session = await atTerminal(cwd, ['init'], [...answers.slice(0, -1), false]);
    expect([session.code, readdirSync(cwd)]).toEqual([130, []]);
  });

  it('speaks Hebrew and asks only what flags have not said', async () => {
    const given = [
      'init',
      'readers',
      '--lang',
      'he',
      '--model',
      'iblf-10',
      '--id',
      'readers',
      '--currency',
      'ILS',
      '--partner',
      'leumi:לאומי:company',
    ];
    const session = await atTerminal(cwd, given, ['קוראים', '2026-01-12', true]);
    expect(session.code).toBe(0);
    expect(session.asked).toEqual(['מה שם השותפות?', 'באיזה יום התחילה? YYYY-MM-DD', 'לכתוב?']);
    expect(read('stages/01-scoping.yaml')).toContain('title: בחינה מקיפה');
  });

  it('asks nothing where the folder that was told holds one', async () => {
    await start();
    const session = await atTerminal(cwd, ['init', 'readers']);
    expect([session.code, session.asked]).toEqual([2, []]);
    expect(session.err).toContain('a partnership stands in');
  });

  it('asks for another folder where one stands', async () => {
    await start();
    const session = await atTerminal(
      cwd,
      ['init', '--lang', 'en'],
      ['Readers', 'readers', 'other', '', 'iblf-10', '', '', false, true],
    );
    expect(session.code).toBe(0);
    expect(session.asked).toContain('! Something stands in that folder already; choose another.');
    expect(existsSync(join(cwd, 'other', 'partnership.yaml'))).toBe(true);
  });
});

describe('check without an item', () => {
  it('shows the list, ticks what was picked with its evidence, and clears what was cleared', async () => {
    await start();
    await atTerminal(cwd, ['-C', 'readers', 'check', 'vision-drafted']);
    const session = await atTerminal(cwd, ['-C', 'readers', 'check'], [['problem-stated'], 'docs/memo.pdf']);
    expect([session.code, session.out]).toEqual([0, 'Done: problem-stated\nOpen again: vision-drafted\n']);
    expect(read('stages/01-scoping.yaml')).toContain(
      '    done: true\n    on: 2026-03-01\n    evidence: [docs/memo.pdf]\n',
    );
    expect(read('stages/01-scoping.yaml').match(/done: true/g)).toHaveLength(1);
  });

  it('writes nothing on ^C, whichever question it comes at', async () => {
    await start();
    const before = read('stages/01-scoping.yaml');
    for (const answers of [[interrupt], [['problem-stated'], interrupt]] as Answer[][]) {
      expect((await atTerminal(cwd, ['-C', 'readers', 'check'], answers)).code).toBe(130);
    }
    expect(read('stages/01-scoping.yaml')).toBe(before);
  });
});

describe('advance without a flag', () => {
  it('asks for the decision, waivers, reviewers and the next review', async () => {
    await start();
    await atTerminal(cwd, [
      '-C',
      'readers',
      'check',
      'problem-stated',
      'stakeholders-mapped',
      'affected-heard',
    ]);
    const session = await atTerminal(
      cwd,
      ['-C', 'readers', 'advance'],
      ['advance', 'the board writes it', 'Dana:leumi, Avi', '2026-06-01', true],
    );
    expect([session.code, session.out]).toEqual([
      0,
      'Recorded: advance, Comprehensive scoping, round 1\nThe current stage is now “Identifying partners”\n',
    ]);
    const book = read('reviews.yaml');
    expect(book).toContain('    reviewers:\n      - name: Dana\n        for: leumi\n      - name: Avi\n');
    expect(book).toContain(
      '    waivers:\n      - item: vision-drafted\n        reason: the board writes it\n        by: Dana\n',
    );
    expect(book).toContain('    next_review: 2026-06-01\n');
  });

  it('asks for the reason that a decision needs, and where a return goes', async () => {
    await start();
    expect(
      (
        await atTerminal(
          cwd,
          ['-C', 'readers', 'advance', '--decision', 'hold'],
          ['The funder decides in May'],
        )
      ).code,
    ).toBe(0);
    const session = await atTerminal(
      cwd,
      ['-C', 'readers', 'advance', '--decision', 'return'],
      ['scoping', 'New data'],
    );
    expect([session.code, session.err, session.asked]).toEqual([0, '', ['Back to which stage?', 'Why?']]);
    expect(read('reviews.yaml')).toContain('    to: scoping\n    reason: New data\n');
  });

  it('leaves the minutes book alone on a no at the end', async () => {
    await start();
    const before = read('reviews.yaml');
    expect((await atTerminal(cwd, ['-C', 'readers', 'advance'], ['hold', 'Later', '', '', false])).code).toBe(
      130,
    );
    expect(read('reviews.yaml')).toBe(before);
  });
});

describe('add and set', () => {
  it('ask for the fields, each by its kind', async () => {
    await start();
    const session = await atTerminal(
      cwd,
      ['-C', 'readers', 'add', 'pledges'],
      ['leumi', 'cash', '5,000', '5000', '', 'signed', ''],
    );
    expect([session.code, session.out]).toEqual([0, 'Added pledges/leumi-cash\n']);
    expect(read('stages/06-resourcing.yaml')).toContain(
      'pledges:\n  - id: leumi-cash\n    partner: leumi\n    type: cash\n    amount: 5000\n    status: signed\n',
    );
  });

  it('ask only for what is missing where some was told', async () => {
    await start();
    const session = await atTerminal(
      cwd,
      ['-C', 'readers', 'add', 'sources', 'url=https://example.org'],
      ['A survey'],
    );
    expect([session.code, session.asked]).toEqual([0, ['Title']]);
  });

  it('never ask with --no-input', async () => {
    await start();
    expect((await atTerminal(cwd, ['-C', 'readers', 'add', 'sources', '--no-input'])).code).toBe(2);
    expect((await atTerminal(cwd, ['-C', 'readers', 'check', '--no-input'])).code).toBe(2);
    expect((await atTerminal(cwd, ['init', '--no-input'])).code).toBe(2);
  });
});

describe('a model of one’s own', () => {
  const model = readFileSync(new URL('../cli/own-model.yaml', import.meta.url), 'utf8');

  async function begin(): Promise<void> {
    mkdirSync(join(cwd, 'model'));
    writeFileSync(join(cwd, 'model', 'model.yaml'), model);
    const partner = ['--partner', 'clalit:Clalit:public'];
    const flags = ['--model', 'model', '--name', 'عيادات', '--language', 'ar', ...partner];
    expect((await atTerminal(cwd, ['init', 'readers', ...flags, '--lang', 'en'])).code).toBe(0);
  }

  it('has init ask in which of its languages the texts are to be', async () => {
    mkdirSync(join(cwd, 'model'));
    writeFileSync(join(cwd, 'model', 'model.yaml'), model);
    const answers: Answer[] = ['en', 'عيادات', 'readers', 'clinics', 'ar', '2026-01-12', 'ILS', false, true];
    const session = await atTerminal(cwd, ['init', '--model', 'model'], answers);
    expect([session.code, session.asked[4]]).toEqual([
      0,
      'The model stands in several languages. In which of them are the texts to be?',
    ]);
    expect(read('partnership.yaml')).toContain('language: ar\n');
    expect(read('stages/01-agree.yaml')).toContain('title: الاتفاق\n');
  });

  it('has `add` ask for the fields of its sections by their own labels, and offer what they refer to', async () => {
    await begin();
    await atTerminal(join(cwd, 'readers'), ['add', 'staff', 'full_name=Rana']);
    const answers: Answer[] = [
      ...[
        'Lod',
        '2026-02-01',
        'clalit',
        'rana',
        '4.5.',
        '4',
        '',
        '12.50',
        'true',
        '',
        '',
        'teeth',
        '',
        'open',
      ],
    ];
    const session = await atTerminal(join(cwd, 'readers'), ['add', 'clinic_days'], answers);
    expect(session.code).toBe(0);
    expect(session.asked.slice(0, 6)).toEqual([
      ...[
        'المكان',
        'أقيم بتاريخ',
        'المضيف (Enter to skip)',
        'الممرضة (Enter to skip)',
        'المرضى (Enter to skip)',
      ],
      '! a plain number, such as 1200 or 0.5',
    ]);
    expect(read('stages/03-run.yaml')).toContain(
      'clinic_days:\n  - id: lod\n    place: Lod\n    held_on: 2026-02-01\n    host: clalit\n    nurse: rana\n    seen: 4\n' +
        '    cost: 12.5\n    free: true\n    topics: [teeth]\n    kind: open\n',
    );
  });
});
