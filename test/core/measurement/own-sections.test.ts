import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPartnership, journeyOf } from '../../../src/core/check-partnership.ts';
import { digitsOf } from '../../../src/core/measurement/decimal.ts';
import { metricsOf } from '../../../src/core/measurement/metrics.ts';
import { datesOf } from '../../../src/core/portfolio/dates.ts';
import { missingMetrics } from '../../../src/core/recording/period.ts';
import { ownPartnership } from '../own-partnership.ts';

const today = '2026-06-01';
const patients = { id: 'patients', name: 'مرضى', kind: 'output', aggregate: 'sum', baseline: 0, target: 200 };
const examined = { id: 'examined', name: 'فحوص', kind: 'outcome', aggregate: 'pooled' };
const metrics = [patients, examined];
const visit = (id: string, held_on: string, figures: object = {}) => ({
  id,
  place: 'Lod',
  held_on,
  ...figures,
});

async function figures(sections: object, id = 'patients') {
  const partnership = await ownPartnership({ metrics, ...sections });
  return metricsOf(partnership, today).find(({ data }) => data.id === id);
}

async function problems(sections: object): Promise<string[]> {
  const partnership = await ownPartnership(sections as never);
  return checkPartnership(partnership, journeyOf(partnership), today).map(
    ({ code, file, path }) => `${code} ${file} ${path.join('.')}`,
  );
}

describe('a figure that a section of a model’s own measures', () => {
  it('counts beside those of observations, in the order of their days', async () => {
    const metric = await figures({
      observations: [{ metric: 'patients', on: '2026-03-15', value: 7 }],
      visits: [visit('b', '2026-04-01', { people: 50 }), visit('a', '2026-03-01', { people: 43 })],
    });
    expect(
      metric?.observations.map(({ on, value }) => [on, value === null ? null : digitsOf(value)]),
    ).toEqual([
      ['2026-03-01', '43'],
      ['2026-03-15', '7'],
      ['2026-04-01', '50'],
    ]);
    expect(metric?.actual && digitsOf(metric.actual)).toBe('100');
    expect(metric?.attainment && digitsOf(metric.attainment)).toBe('0.5');
    expect(metric?.trend.map(({ actual }) => actual)).toEqual([43, 50, 100]);
    expect(metric?.observations[0]?.entry).toMatchObject({
      file: 'stages/02-work.yaml',
      path: ['visits', 1],
    });
  });

  it('is pooled where it is a part of a whole', async () => {
    const visits = [
      visit('a', '2026-03-01', { people: 10, seen: 1 }),
      visit('b', '2026-04-01', { people: 90, seen: 89 }),
    ];
    const metric = await figures({ visits }, 'examined');
    expect(metric?.actual && digitsOf(metric.actual)).toBe('0.9');
  });

  it('is nothing where an entry leaves it out, and comes no earlier than its day', async () => {
    const metric = await figures({
      visits: [visit('a', '2026-03-01'), visit('b', '2026-07-01', { people: 5 })],
    });
    expect(metric?.observations).toEqual([]);
    expect(metric?.actual).toBeNull();
  });

  it('adds up to the last digit, like observations that say the same', async () => {
    const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(values, async (people) => {
        const day = (index: number) => `2026-03-${String((index % 28) + 1).padStart(2, '0')}`;
        const asVisits = people.map((count, index) => visit(`v${index}`, day(index), { people: count }));
        const asObservations = people.map((value, index) => ({ metric: 'patients', on: day(index), value }));
        const [own, plain] = [
          await figures({ visits: asVisits }),
          await figures({ observations: asObservations }),
        ];
        expect(own?.actual && digitsOf(own.actual)).toBe(plain?.actual && digitsOf(plain.actual));
        expect(own?.trend).toEqual(plain?.trend);
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, object, string]>([
    [
      'a part above its whole',
      { visits: [visit('a', '2026-03-01', { people: 1, seen: 2 })], metrics },
      'share-above-one stages/02-work.yaml visits.0.seen',
    ],
    [
      'a part without its whole',
      { visits: [visit('a', '2026-03-01', { seen: 2 })], metrics },
      'share-without-whole stages/02-work.yaml visits.0.seen',
    ],
    [
      'a whole of nothing',
      { visits: [visit('a', '2026-03-01', { people: 0, seen: 0 })], metrics },
      'share-without-whole stages/02-work.yaml visits.0.people',
    ],
    [
      'a day in the future',
      { visits: [visit('a', '2026-07-01', { people: 1 })], metrics },
      'date-in-future stages/02-work.yaml visits.0.held_on',
    ],
    [
      'a day before the start',
      { visits: [visit('a', '2025-07-01', { people: 1 })], metrics },
      'before-start stages/02-work.yaml visits.0.held_on',
    ],
    [
      'a metric that is not there',
      { visits: [visit('a', '2026-03-01', { people: 1 })], metrics: [examined] },
      'measure-without-metric stages/02-work.yaml visits',
    ],
    [
      'a day that is counted twice',
      {
        visits: [visit('a', '2026-03-01', { people: 1 })],
        metrics,
        observations: [{ metric: 'patients', on: '2026-03-01', value: 1 }],
      },
      'counted-twice stages/01-begin.yaml observations.0.on',
    ],
    [
      'a running total',
      {
        visits: [10, 20, 30, 40].map((people, month) =>
          visit(`v${month}`, `2026-0${month + 2}-01`, { people }),
        ),
        metrics: [{ ...patients, target: 50 }],
      },
      'cumulative-sum stages/02-work.yaml visits.3.people',
    ],
    [
      'plain values of a pooled metric',
      { visits: [visit('a', '2026-03-01', { people: 1 })], metrics: [{ ...examined, id: 'patients' }] },
      'value-not-pooled stages/02-work.yaml visits.0.people',
    ],
    [
      'shares of a summed metric',
      {
        visits: [visit('a', '2026-03-01', { people: 9, seen: 1 })],
        metrics: [patients, { ...patients, id: 'examined' }],
      },
      'share-not-pooled stages/02-work.yaml visits.0.seen',
    ],
    [
      'a reference to nobody',
      { visits: [visit('a', '2026-03-01', { partner: 'clalti', team: 'x' })], metrics },
      'unknown-reference stages/02-work.yaml visits.0.team',
    ],
    [
      'an identity that stands twice',
      { stock: [1, 2].map((pieces) => ({ item: 'Bandage', counted_on: '2026-03-01', pieces })) },
      'duplicate-id stages/02-work.yaml stock.1.item',
    ],
  ])('is held against the same traps: %s', async (_what, sections, problem) => {
    expect(await problems(sections)).toContain(problem);
  });

  it('is told of no trap where there is none', async () => {
    expect(
      await problems({
        metrics,
        visits: [visit('a', '2026-03-01', { people: 9, seen: 1 }), visit('b', '2026-03-01', { people: 4 })],
      }),
    ).toEqual([]);
  });

  it('is not asked for by `record`, since it would be counted twice', async () => {
    const children = { ...patients, id: 'children' };
    const partnership = await ownPartnership({ metrics: [...metrics, children] });
    const missing = missingMetrics(partnership, { from: '2026-06-01', to: '2026-06-30' });
    expect(missing.map(({ metric }) => metric.id)).toEqual(['children']);
  });

  it('tells when something was last heard of the partnership', async () => {
    const { happened } = datesOf(await ownPartnership({ visits: [visit('a', '2026-03-01')] }));
    expect([...happened]).toContain('2026-03-01');
  });
});
