import { describe, expect, it } from 'vitest';
import { durationOf, durationsOf, forecastsOf } from '../../../src/core/portfolio/durations.ts';
import type { PartnershipSummary } from '../../../src/core/portfolio/summary.ts';
import type { StageVisit } from '../../../src/core/portfolio/visits.ts';
import { summary } from './summaries.ts';

const ids = ['scoping', 'planning', 'doing'] as const;

/** A partnership that entered its stages on these days; one day more than stages is the end of all. */
function walk(dir: string, ...days: readonly string[]): PartnershipSummary {
  const visits = days.slice(0, ids.length).map((from, index): StageVisit => {
    const to = days[index + 1] ?? null;
    return { stage: ids[index] ?? '', from, to, end: to === null ? null : 'advance' };
  });
  return summary(dir, { started: days[0] ?? null, visits });
}

const finished = [
  walk('a', '2025-01-01', '2025-01-11', '2025-01-31', '2025-03-02'),
  walk('b', '2025-01-01', '2025-01-21', '2025-02-20', '2025-03-02'),
  walk('c', '2025-01-01', '2025-01-31', '2025-03-12', '2025-05-01'),
];

describe('durations', () => {
  it.each([
    [[], null],
    [[5], 5],
    [[5, 8], 6.5],
    [[90, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('the median of %j is %s', (days, median) => {
    expect(durationOf(days).medianDays).toBe(median);
  });

  it('are told a stage, and for the whole way', () => {
    const [found] = durationsOf(finished, '2026-01-01');
    expect(found?.stages.map(({ duration }) => [duration.samples, duration.medianDays])).toEqual([
      [3, 20],
      [3, 30],
      [3, 30],
    ]);
    expect(found?.whole).toEqual({ samples: 3, medianDays: 60, shortestDays: 60, longestDays: 120 });
  });

  it('as of an earlier day know nothing of later gates', () => {
    const [found] = durationsOf(finished, '2025-02-01');
    expect(found?.stages.map(({ duration }) => duration.samples)).toEqual([3, 1, 0]);
    expect(found?.whole.samples).toBe(0);
  });

  it('leave out rounds that a return or a closing ended, and those that nobody knows the beginning of', () => {
    const visits: StageVisit[] = [
      { stage: 'scoping', from: null, to: '2025-02-01', end: 'advance' },
      { stage: 'planning', from: '2025-02-01', to: '2025-02-11', end: 'return' },
      { stage: 'scoping', from: '2025-02-11', to: '2025-02-15', end: 'advance' },
      { stage: 'planning', from: '2025-02-15', to: '2025-02-16', end: 'close' },
    ];
    const [found] = durationsOf([summary('x', { visits })], '2026-01-01');
    expect(found?.stages.map(({ duration }) => [duration.samples, duration.medianDays])).toEqual([
      [1, 4],
      [0, null],
      [0, null],
    ]);
  });

  it('never mix two models', () => {
    const other = { ...walk('o', '2025-01-01', '2025-12-31'), model: 'other' };
    const found = durationsOf([...finished, other], '2026-01-01');
    expect(found.map(({ model, stages }) => [model, stages[0]?.duration.medianDays])).toEqual([
      ['other', 364],
      ['three', 20],
    ]);
  });
});

describe('forecasts', () => {
  const forecast = (today: string, ...days: readonly string[]) => {
    const all = [...finished, walk('now', ...days)];
    return forecastsOf(all, durationsOf(all, today), today).find((one) => one.summary.dir === 'now');
  };

  it('add the medians of the stages ahead to the day on which the stage was entered', () => {
    // 20 + 30 + 30 days from 1 January.
    expect(forecast('2026-01-05', '2026-01-01')?.end).toBe('2026-03-22');
    expect(forecast('2026-01-25', '2026-01-01', '2026-01-21')?.end).toBe('2026-03-22');
  });

  it('of a stage that takes longer than usual go on from the day itself', () => {
    expect(forecast('2026-06-01', '2026-01-01')?.end).toBe('2026-07-31');
  });

  it('say nothing where a stage ahead has fewer than three passed rounds', () => {
    const all = [...finished.slice(0, 2), walk('now', '2026-01-01')];
    const [found] = forecastsOf(all, durationsOf(all, '2026-02-01'), '2026-02-01');
    expect(found).toMatchObject({ number: 1, end: null });
  });

  it('tell how long a partnership had stood where it stood, also where it has ended since', () => {
    const [first] = forecastsOf(finished, durationsOf(finished, '2025-02-01'), '2025-02-01');
    expect(first).toMatchObject({ number: 3, since: '2025-01-31', stayDays: 1 });
  });

  it('leave out those that had ended by the day, and take those that had not from where they stood', () => {
    const all = finished;
    const at = (today: string) =>
      forecastsOf(all, durationsOf(all, today), today).map((one) => [one.summary.dir, one.number]);
    expect(at('2026-01-01')).toEqual([]);
    expect(at('2025-02-01')).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 2],
    ]);
  });
});
