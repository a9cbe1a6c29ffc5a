import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar-date.ts';
import { milestonesOf, onTimeRate } from '../../../src/core/measurement/milestones.ts';
import { partnershipWith } from '../partnership-with.ts';

const today = '2026-06-10';

async function standings(
  plan: Readonly<Record<string, readonly [due?: string | undefined, doneOn?: string | undefined]>>,
) {
  const milestones = Object.entries(plan).map(([id, [due]]) => ({ id, title: id, ...(due && { due }) }));
  const progress = Object.entries(plan).flatMap(([milestone, [, done_on]]) =>
    done_on === undefined ? [] : [{ milestone, done_on }],
  );
  return milestonesOf(await partnershipWith({ sections: { milestones, progress } }), today);
}

describe('a milestone against its due date', () => {
  it.each([
    ['2026-06-01', '2026-05-30', 'done_on_time', null, true],
    ['2026-06-01', '2026-06-01', 'done_on_time', null, true],
    ['2026-06-01', '2026-06-04', 'done_late', 3, true],
    ['2026-06-01', undefined, 'overdue', 9, true],
    ['2026-06-09', undefined, 'overdue', 1, true],
    ['2026-06-10', undefined, 'upcoming', null, true],
    ['2026-06-10', '2026-06-10', 'done_on_time', null, true],
    ['2026-06-11', undefined, 'upcoming', null, false],
    ['2026-07-01', '2026-06-05', 'done_on_time', null, false],
    // Done, but not yet on the day that is asked about.
    ['2026-06-01', '2026-06-11', 'overdue', 9, true],
    ['2026-07-01', '2026-06-11', 'upcoming', null, false],
    [undefined, undefined, 'undated', null, false],
    [undefined, '2026-06-05', 'done_undated', null, false],
    [undefined, '2026-06-11', 'undated', null, false],
  ] as const)('due %s, done %s: %s, %s days late', async (due, doneOn, state, lateDays, isDue) => {
    const [standing] = await standings({ one: [due, doneOn] });
    expect(standing).toMatchObject({ state, lateDays, isDue });
  });

  it('names its place, its owner and its dates, in the order of the plan', async () => {
    const partnership = await partnershipWith({
      sections: {
        milestones: [
          { id: 'b', title: 'Second', due: '2026-05-01', owner: 'Dana' },
          { id: 'a', title: 'First' },
        ],
        progress: [{ milestone: 'b', done_on: '2026-05-03' }, { milestone: 'a' }],
      },
    });
    const [second, first] = milestonesOf(partnership, today);
    expect(second).toMatchObject({
      entry: { file: 'stages/04-planning.yaml', path: ['milestones', 0] },
      ...{ id: 'b', title: 'Second', owner: 'Dana', due: '2026-05-01', doneOn: '2026-05-03', lateDays: 2 },
    });
    expect(first).toMatchObject({ id: 'a', owner: null, due: null, doneOn: null, state: 'undated' });
  });
});

describe('the on-time rate', () => {
  it.each([
    [{}, 0, 0, null],
    [{ a: [] }, 0, 0, null],
    [{ a: ['2026-07-01'] }, 0, 0, null],
    // Early and not yet due: in neither number.
    [{ a: ['2026-07-01', '2026-06-01'] }, 0, 0, null],
    [{ a: ['2026-06-01', '2026-06-01'] }, 1, 1, 1],
    [{ a: ['2026-06-01'] }, 0, 1, 0],
    [{ a: ['2026-06-01', '2026-06-02'] }, 0, 1, 0],
    [{ a: ['2026-06-10'] }, 0, 1, 0],
    [{ a: [undefined, '2026-06-01'] }, 0, 0, null],
    [
      {
        a: ['2026-05-01', '2026-05-01'],
        b: ['2026-05-01', '2026-05-02'],
        c: ['2026-06-01'],
        d: ['2026-08-01'],
      },
      ...[1, 3, 1 / 3],
    ],
  ] as const)('%j: %i of %i', async (plan, onTime, due, rate) => {
    expect(onTimeRate(await standings(plan))).toEqual({ onTime, due, rate });
  });

  it('is never moved by what happens after the day', async () => {
    const day = fc.integer({ min: -40, max: 40 }).map((offset) => addDays(today, offset));
    const plan = fc.array(fc.tuple(day, fc.option(day, { nil: undefined })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(plan, async (dates) => {
        const named = (list: typeof dates) => Object.fromEntries(list.map((pair, i) => [`m${i}`, pair]));
        const known = dates.map(([due, done]) => [due, done && done <= today ? done : undefined]);
        const rate = onTimeRate(await standings(named(dates)));
        expect(rate).toEqual(onTimeRate(await standings(named(known as typeof dates))));
        expect(rate.onTime).toBeLessThanOrEqual(rate.due);
      }),
      { numRuns: 30 },
    );
  });
});
