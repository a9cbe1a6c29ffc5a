import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/partner-error.ts';
import type { ProblemParams } from '../../src/core/problem.ts';
import { errors as english } from '../../src/render/messages/en/errors.ts';
import { errors as hebrew } from '../../src/render/messages/he/errors.ts';
import { type Words, wordsOf } from '../../src/render/messages/wording.ts';

const codes = Object.keys(english) as ErrorCode[];

// After ^C there is nothing to do but what one wants to do next.
const withoutHint = new Set<ErrorCode>(['cancelled']);

/** Every parameter that some refusal has, so that each message is as full as it gets. */
const full: ProblemParams = {
  ...{ version: 2, model: 'm', format: 2, newest: 3, name: 'con', unusable: 1, places: 'p', review: 'r' },
  ...{ problem: { en: 'the problem', he: 'הבעיה' }, command: 'add', dir: '/d', file: 'f.yaml', errno: 'EIO' },
  ...{
    what: 'link',
    holder: 'pid 7',
    path: 'goals[0]',
    example: 'partner add goals',
    size: 9,
    most: 8,
    option: '--name',
    item: 'i',
  },
  ...{ stage: 's', known: ['a', 'b'], nearest: 'a', section: 'goals', id: 'g', key: 'k', value: 'v' },
  ...{ expected: 'a date', hint: 'the hint', by: 'c', title: 't', state: 'closed', decision: 'hold' },
  ...{
    count: 2,
    shown: 1,
    reason: 'r',
    revision: 'HEAD',
    topic: 'x',
    metric: 'm',
    text: '1,0',
    form: 'other',
  },
  ...{ num: 3, den: 2, aggregate: 'sum', figure: '1/2', date: '2027-01-01', today: '2026-01-01', on: 'd' },
  ...{
    field: 'value',
    recorded: '1',
    given: '2',
    rows: 3,
    cells: 1,
    columns: 2,
    line: 4,
    column: 'on',
    label: 'l',
    argument: 'ROOT',
    holds: 'partnership',
  },
};
/** What a refusal may have to do without; some of it only where it says so. */
const optional = ['nearest', 'option', 'hint', 'command', 'path', 'form', 'example'];
const sometimes: Readonly<Partial<Record<ErrorCode, readonly string[]>>> = {
  'no-partnership': ['argument', 'given'],
  'no-such-folder': ['argument', 'given'],
  'folder-exists': ['holds'],
  'unknown-entry': ['known'],
  'unknown-model': ['known'],
  'unknown-metric': ['known'],
  'not-passed': ['known'],
  'invalid-value': ['key'],
  'reason-missing': ['item'],
  'not-readable': ['what'],
  'observation-differs': ['line'],
  'invalid-partnership': ['file'],
};

function without(params: ProblemParams, keys: readonly string[]): ProblemParams {
  return Object.fromEntries(Object.entries(params).filter(([key]) => !keys.includes(key)));
}

function waysOf(code: ErrorCode): ProblemParams[] {
  const bare = without(full, optional);
  return [full, bare, without(bare, sometimes[code] ?? []), { ...bare, section: 'conditions' }];
}

describe.each([
  ['en', english],
  ['he', hebrew],
] as const)('every refusal in %s', (language, wording) => {
  it.each(codes)('%s says what is wrong, and what to do next', (code) => {
    for (const params of waysOf(code)) {
      const words: Words = wordsOf(params, language);
      const { message, hint } = wording[code](words);
      expect(message).not.toMatch(/undefined|null|\$\{/);
      expect(message.length).toBeGreaterThan(4);
      expect(/[א-ת]/.test(message)).toBe(language === 'he');
      if (withoutHint.has(code)) continue;
      expect(hint, `${code} has no hint`).toBeDefined();
      expect(hint).not.toMatch(/undefined|null|\$\{/);
      // More than that nothing happened.
      expect(hint).not.toMatch(/^(nothing was (written|changed|touched)|דבר לא (נכתב|השתנה|נדרס))$/);
    }
  });
});

it.each(codes)('%s names the same commands and options in both languages', (code) => {
  for (const params of waysOf(code)) {
    const typed = (language: 'en' | 'he', wording: typeof english) => {
      const { message, hint = '' } = wording[code](wordsOf(params, language));
      return [...`${message} ${hint}`.matchAll(/`partner [^`]*`|--[a-z][a-z-]*/g)]
        .map(([word]) => word)
        .sort();
    };
    expect(typed('he', hebrew)).toEqual(typed('en', english));
  }
});
