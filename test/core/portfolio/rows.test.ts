import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../src/core/portfolio/row.ts';
import { signalsOf } from '../../../src/core/portfolio/signals.ts';
import { everything, type PortfolioQuery, portfolioOf } from '../../../src/core/portfolio.ts';
import { due, ended, summary } from './summaries.ts';

const today = '2026-03-01';
const dirs = (query: Partial<PortfolioQuery>, ...given: readonly ReturnType<typeof summary>[]) =>
  portfolioOf(given, { ...everything, ...query }, today).rows.map(({ dir }) => dir);
const wanted = (filter: Partial<PortfolioQuery['filter']>) => ({
  filter: { ...everything.filter, ...filter },
});

describe('what a day makes of a partnership', () => {
  it.each([
    ['2026-02-28', 1],
    ['2026-03-01', null],
    ['2026-03-02', null],
  ])('due %s is late by %s days', (day, late) => {
    expect(rowOf(due('a', day), today).overdueDays).toBe(late);
  });

  it('counts the days of the open round and since the last sign of life', () => {
    expect(rowOf(summary('a'), today)).toMatchObject({ stageDays: 59, quietDays: 9 });
    expect(rowOf(ended('b', '2026-02-01'), today)).toMatchObject({ stageDays: null, quietDays: null });
  });

  it.each([
    [{ state: null, current: null, errors: 2 }, ['unreadable']],
    [{ errors: 1 }, ['errors']],
    [{ suspect: 1 }, ['suspect']],
    [{ nextReview: '2026-02-28' }, ['review_overdue']],
    [{ nextReview: today }, []],
    [{ milestonesDue: ['2026-02-01', today] }, ['milestones_overdue']],
    [{ conditionsDue: ['2026-02-01'] }, ['conditions_overdue']],
    [{ lastActivity: '2025-12-01' }, ['stalled']],
    [{ lastActivity: '2025-12-02' }, []],
    [{ lastActivity: '2025-06-01', state: 'on_hold' as const }, ['on_hold']],
    [{ warnings: 9 }, []],
  ])('%j calls for a look because of %j', (given, expected) => {
    expect(signalsOf(rowOf(summary('a', given), today))).toEqual(expected);
  });
});

describe('filters', () => {
  const late = due('late', '2026-02-01', { tags: ['Health'] });
  const held = summary('held', { state: 'on_hold' });
  const leumi = {
    id: 'leumi',
    name: 'לאומי קארד',
    sector: 'company',
    relationship: null,
    joined: null,
    left: null,
  };
  const over = ended('over', '2026-02-01');
  const broken = summary('broken', { state: null, current: null });
  const all = [late, held, over, broken];
  it.each([
    [{ overdue: true }, ['late']],
    [{ states: ['on_hold'] }, ['held']],
    [{ states: ['institutionalised', 'unreadable'] }, ['broken', 'over']],
    [{ stages: ['scoping'] }, ['late', 'held']],
    [{ stages: ['1'], states: ['active'] }, ['late']],
    [{ stages: ['2'] }, []],
    [{ tags: ['health'] }, ['late']],
    [{ stalled: true }, []],
  ] as const)('%j keeps %j', (filter, kept) => {
    expect(dirs(wanted(filter), ...all)).toEqual(kept);
  });

  it('knows a partner by its id and by its name', () => {
    const partners = [{ ...leumi, inputs: summary('x').inputs }];
    const one = summary('one', { partners });
    for (const partner of ['leumi', 'לאומי קארד'])
      expect(dirs(wanted({ partners: [partner] }), one, held)).toEqual(['one']);
  });
});

describe('orders', () => {
  const rows = [
    ended('z-ended', '2026-02-01'),
    summary('m-fine', { name: 'b' }),
    due('late', '2026-02-20'),
    due('later', '2026-02-01'),
    summary('broken', { state: null, current: null, name: null }),
  ];
  it.each([
    ['urgency', ['broken', 'later', 'late', 'm-fine', 'z-ended']],
    ['overdue', ['later', 'late', 'broken', 'm-fine', 'z-ended']],
    ['due', ['later', 'late', 'broken', 'm-fine', 'z-ended']],
    ['name', ['m-fine', 'broken', 'late', 'later', 'z-ended']],
    ['state', ['later', 'late', 'm-fine', 'z-ended', 'broken']],
    ['progress', ['later', 'late', 'm-fine', 'z-ended', 'broken']],
  ] as const)('%s: %j', (sort, expected) => {
    expect(dirs({ sort }, ...rows)).toEqual(expected);
  });

  it('leaves what is missing last, whichever way is sorted', () => {
    expect(dirs({ sort: 'due', reverse: true }, ...rows).slice(0, 2)).toEqual(['late', 'later']);
  });
});

it('groups by tag put a partnership in every group of its own, and the rest last', () => {
  const tagged = summary('a', { tags: ['x', 'y', 'x'] });
  const portfolio = portfolioOf([tagged, summary('b')], { ...everything, by: 'tag' }, today);
  expect(portfolio.groups?.map(({ key, rows }) => [key, rows.map(({ dir }) => dir)])).toEqual([
    ['x', ['a']],
    ['y', ['a']],
    [null, ['b']],
  ]);
});
