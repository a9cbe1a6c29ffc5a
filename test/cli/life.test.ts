import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newFolder } from '../folders.ts';
import { run, runJson } from './program.ts';

interface StatusJson {
  readonly state: string;
  readonly current: { readonly number: number; readonly stage: string; readonly round: number } | null;
  readonly progress: { readonly passed: number; readonly of: number };
  readonly stages: readonly { readonly stage: string; readonly state: string }[];
  readonly gate: {
    readonly open: boolean;
    readonly missing: readonly {
      readonly item: string | null;
      readonly section: string | null;
      readonly why: string;
    }[];
  };
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
}

const names = { en: 'Readers in the South', he: 'קוראים בדרום' };
const partners = { en: 'leumi:Leumi Card:company', he: 'leumi:לאומי קארד:company' };

let folder: string;
let day: number;

/** Every step of a life happens a day after the one before. */
function step(args: readonly string[]): { code: number | null; out: string; err: string } {
  return run(folder, args, { PARTNER_TODAY: date() });
}

function date(): string {
  day += 1;
  return new Date(Date.UTC(2026, 0, 11 + day)).toISOString().slice(0, 10);
}

function status(): StatusJson {
  return runJson(folder, ['status'], { PARTNER_TODAY: date() }).json as StatusJson;
}

function start(lang: 'en' | 'he', model = 'iblf-10'): void {
  const parent = newFolder();
  folder = join(parent, 'readers');
  const flags = [
    '--name',
    names[lang],
    '--lang',
    lang,
    '--model',
    model,
    '--partner',
    partners[lang],
    '--started',
    '2026-01-12',
  ];
  const { code, err } = run(parent, ['init', 'readers', ...flags]);
  expect([code, err]).toEqual([0, '']);
}

/** Ticks what the gate wants and passes it. */
function passGate(): void {
  const { gate, current } = status();
  // Without the answer of every partner, the gate of the review would give a warning.
  if (current?.stage === 'measuring') {
    const answer = ['partner=leumi', 'dimension=trust', 'score=4', `on=${date()}`];
    expect(step(['add', 'health', ...answer]).code).toBe(0);
  }
  const items = gate.missing.flatMap(({ item }) => item ?? []);
  expect(step(['check', ...items, '--by', 'Noa', '--evidence', 'docs/minutes.pdf']).code).toBe(0);
  const { code, err } = step(['advance', '--reviewer', 'Dana:leumi']);
  expect([code, err]).toEqual([0, '']);
}

beforeEach(() => {
  day = 0;
});

describe.each(['en', 'he'] as const)('a partnership in %s', (lang) => {
  it.each(['iblf-10', 'partnering-cycle-12'])(
    'goes through every gate of %s to be institutionalised',
    (model) => {
      start(lang, model);
      const of = status().progress.of;
      for (let number = 1; number < of; number += 1) {
        expect(status()).toMatchObject({
          state: 'active',
          current: { number, round: 1 },
          progress: { passed: number - 1, of },
        });
        passGate();
      }
      const items = status().gate.missing.flatMap(({ item }) => item ?? []);
      step(['check', ...items]);
      const blocked = runJson(folder, ['advance']);
      expect(blocked).toMatchObject({
        code: 1,
        json: {
          error: { code: 'gate-blocked' },
          gate: { missing: [{ item: null, section: 'exit', why: 'no_decision' }] },
        },
      });
      expect(step(['set', 'exit', 'decision=institutionalise', 'reason=The city takes over']).code).toBe(0);
      expect(step(['advance', '--reviewer', 'Dana:leumi']).code).toBe(0);
      expect(status()).toMatchObject({
        state: 'institutionalised',
        current: null,
        progress: { passed: of, of },
        diagnostics: [],
      });
      expect(runJson(folder, ['advance'])).toMatchObject({
        code: 2,
        json: { error: { code: 'partnership-ended' } },
      });
      expect(step(['validate', '--strict']).code).toBe(0);
    },
  );

  it('is held, sent back, looked at again and closed', () => {
    start(lang);
    passGate();
    passGate();
    passGate();
    expect(step(['advance', '--decision', 'hold', '--reason', 'The funder decides in May']).code).toBe(0);
    expect(status()).toMatchObject({ state: 'on_hold', current: { stage: 'planning', round: 1 } });

    expect(
      step(['advance', '--decision', 'return', '--to', 'identifying', '--reason', 'A partner withdrew']).code,
    ).toBe(0);
    const returned = status();
    expect(returned).toMatchObject({
      state: 'active',
      current: { stage: 'identifying', round: 2 },
      progress: { passed: 1 },
    });
    expect(returned.stages.map(({ state }) => state).slice(0, 5)).toEqual([
      'passed',
      'current',
      'reopened',
      'upcoming',
      'upcoming',
    ]);
    // The ticks of the first round stand, so the gate is open again at once.
    expect(returned.gate).toEqual({ open: true, missing: [] });
    expect(step(['advance', '--reviewer', 'Dana:leumi']).code).toBe(0);
    expect(step(['advance', '--reviewer', 'Dana:leumi']).code).toBe(0);
    expect(status().current).toEqual({ number: 4, stage: 'planning', round: 2 });

    step(['set', 'vision', names[lang]]);
    expect(status().stages[0]).toMatchObject({ stage: 'scoping', state: 'suspect' });
    expect(
      step(['advance', '--decision', 'reconfirm', '--stage', 'scoping', '--reason', 'Reworded']).code,
    ).toBe(0);
    expect(status().stages[0]).toMatchObject({ state: 'passed' });

    const closed = runJson(folder, ['advance', '--decision', 'close', '--reason', 'The need is met']);
    expect(closed).toMatchObject({
      code: 0,
      json: { result: { state: 'closed', closing_facts_missing: expect.arrayContaining(['decision']) } },
    });
    expect(status()).toMatchObject({ state: 'closed', current: null });
    expect(
      step(['advance', '--decision', 'return', '--to', 'planning', '--reason', 'They came back']).code,
    ).toBe(0);
    expect(status()).toMatchObject({ state: 'active', current: { stage: 'planning', round: 4 } });
    expect(step(['validate']).code).toBe(0);
  });

  it('ends as closed where the last gate decides so', () => {
    start(lang);
    for (let number = 1; number < 10; number += 1) passGate();
    const items = status().gate.missing.flatMap(({ item }) => item ?? []);
    step(['check', ...items]);
    step(['set', 'exit', 'decision=close', 'reason=Done', 'effective=2026-03-01']);
    step(['advance']);
    expect(status()).toMatchObject({ state: 'closed', current: null, progress: { passed: 10 } });
  });
});

describe('a gate review', () => {
  it('writes reviews.yaml and nothing else, and only where its gate is open', () => {
    start('en');
    const before = readFileSync(join(folder, 'reviews.yaml'), 'utf8');
    const blocked = runJson(folder, ['advance']);
    expect(blocked).toMatchObject({
      code: 1,
      json: { error: { code: 'gate-blocked' }, gate: { open: false } },
    });
    expect(readFileSync(join(folder, 'reviews.yaml'), 'utf8')).toBe(before);
    step(['check', 'problem-stated', 'stakeholders-mapped', 'affected-heard']);
    const passed = runJson(folder, [
      'advance',
      '--waive',
      'vision-drafted=the board writes it in March',
      '--condition',
      'Publish the vision;Dana;2026-04-01',
    ]);
    expect(passed).toMatchObject({
      code: 0,
      json: {
        changed: ['reviews.yaml'],
        result: {
          review: {
            stage: 'scoping',
            waivers: [{ item: 'vision-drafted', reason: 'the board writes it in March' }],
            conditions: [{ text: 'Publish the vision', owner: 'Dana', due: '2026-04-01', met: false }],
          },
        },
      },
    });
    expect(status().current).toMatchObject({ number: 2 });

    // What was waived when the stage passed stays waived when it is looked at again.
    step(['set', 'vision', 'Every child reads']);
    const again = runJson(folder, [
      'advance',
      '--decision',
      'reconfirm',
      '--stage',
      'scoping',
      '--reason',
      'The vision came',
    ]);
    expect(again).toMatchObject({
      code: 0,
      json: {
        result: { review: { waivers: [{ item: 'vision-drafted', reason: 'the board writes it in March' }] } },
      },
    });
  });

  it.each([
    {
      lang: 'en',
      hold: [
        'Recorded: hold, Identifying partners, round 1',
        'The current stage stays “Identifying partners”',
      ],
      reconfirm: [
        'Recorded: reconfirm, Comprehensive scoping, round 1',
        '“Comprehensive scoping” is confirmed again, as it now stands',
        'The current stage stays “Identifying partners”',
      ],
      anew: [
        'Recorded: return, Identifying partners, round 1',
        'The current stage is now “Identifying partners”, round 2',
      ],
      afterwards: [
        'Recorded: reconfirm, Comprehensive scoping, round 1',
        '“Comprehensive scoping” is confirmed again, as it now stands',
        'This partnership is closed.',
      ],
    },
    {
      lang: 'he',
      hold: ['נרשם: השהיה, איתור שותפים, סבב 1', 'השלב הנוכחי נשאר "איתור שותפים"'],
      reconfirm: [
        'נרשם: אישור מחדש, בחינה מקיפה, סבב 1',
        '"בחינה מקיפה" אושר מחדש, כפי שהוא כעת',
        'השלב הנוכחי נשאר "איתור שותפים"',
      ],
      anew: ['נרשם: חזרה, איתור שותפים, סבב 1', 'השלב הנוכחי הוא כעת "איתור שותפים", סבב 2'],
      afterwards: [
        'נרשם: אישור מחדש, בחינה מקיפה, סבב 1',
        '"בחינה מקיפה" אושר מחדש, כפי שהוא כעת',
        'השותפות סגורה.',
      ],
    },
  ] as const)(
    'says what it moved, and what stays, in $lang',
    ({ lang, hold, reconfirm, anew, afterwards }) => {
      start(lang);
      passGate();
      const told = (...args: string[]) =>
        step(['advance', '--reason', 'x', ...args])
          .out.split('\n')
          .slice(0, -1);
      const scopingAgain = ['--decision', 'reconfirm', '--stage', 'scoping'];
      expect(told('--decision', 'hold')).toEqual(hold);
      expect(told(...scopingAgain)).toEqual(reconfirm);
      expect(told('--decision', 'return', '--to', 'identifying')).toEqual(anew);
      step(['advance', '--decision', 'close', '--reason', 'The need is met']);
      expect(told(...scopingAgain)).toEqual(afterwards);
    },
  );

  it('leaves conditions that stay open until somebody says that they are met', () => {
    start('en');
    step(['check', 'problem-stated', 'stakeholders-mapped', 'affected-heard', 'vision-drafted']);
    step(['advance', '--condition', 'Publish the vision', '--reviewer', 'Dana:leumi']);
    const open = runJson(folder, ['status']).json as { conditions: { ref: string; text: string }[] };
    expect(open.conditions).toMatchObject([{ text: 'Publish the vision', owner: null, due: null }]);
    const ref = open.conditions[0]?.ref ?? '';
    expect(runJson(folder, ['set', `conditions/${ref}`, 'text=Other'])).toMatchObject({
      code: 2,
      json: { error: { code: 'unknown-key' } },
    });
    expect(runJson(folder, ['set', `conditions/${ref}`, 'met=true'])).toMatchObject({
      code: 0,
      json: { changed: ['reviews.yaml'] },
    });
    expect(runJson(folder, ['status']).json).toMatchObject({ conditions: [], diagnostics: [] });
  });

  it.each([
    [['--decision', 'hold'], 'reason-missing'],
    [['--decision', 'return', '--reason', 'x'], 'needs-answer'],
    [['--decision', 'return', '--to', 'planing', '--reason', 'x'], 'unknown-stage'],
    [['--decision', 'return', '--to', 'concluding', '--reason', 'x'], 'stage-ahead'],
    [['--decision', 'reconfirm', '--stage', 'scoping', '--reason', 'x'], 'not-passed'],
    [['--waive', 'vision-drafted'], 'reason-missing'],
    [['--waive', 'vision-draftd=later'], 'unknown-item'],
    [['--condition', 'x;y;z'], 'usage'],
    [['--on', '2026-02-30'], 'usage'],
    [['--decision', 'forward'], 'usage'],
  ])('refuses %j as %s and writes nothing', (args, code) => {
    start('en');
    const before = readFileSync(join(folder, 'reviews.yaml'), 'utf8');
    expect(runJson(folder, ['advance', ...args])).toMatchObject({
      code: 2,
      json: { format: 1, error: { code } },
    });
    expect(readFileSync(join(folder, 'reviews.yaml'), 'utf8')).toBe(before);
  });
});
