import { describe, expect, it } from 'vitest';
import { checkPartnership, journeyOf } from '../../../src/core/check-partnership.ts';
import { formatPath } from '../../../src/core/problem.ts';
import { type PartnershipParts, partnershipWith } from '../partnership-with.ts';

const today = '2026-06-10';

/** The codes of a partnership's warnings, each with its place. */
async function warningsOf(parts: PartnershipParts): Promise<string[]> {
  const partnership = await partnershipWith(parts);
  return checkPartnership(partnership, journeyOf(partnership), today)
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, path }) => `${code} ${formatPath(path)}`);
}

type Figure = number | readonly [num: number, den: number];

/** A metric and what was observed of it, one figure a month from January on. */
function series(metric: object, ...figures: readonly Figure[]): PartnershipParts {
  const observations = figures.map((figure, index) => ({
    metric: 'm',
    on: `2026-0${index + 1}-28`,
    ...(typeof figure === 'number' ? { value: figure } : { num: figure[0], den: figure[1] }),
  }));
  return { sections: { metrics: [{ id: 'm', name: 'M', kind: 'output', ...metric }], observations } };
}

const sum = { aggregate: 'sum' };
const latest = { aggregate: 'latest' };
const pooled = { aggregate: 'pooled' };

describe('running totals in a sum', () => {
  it.each([
    ['a counter', [12, 26, 39, 54], undefined],
    ['a counter with an idle month', [12, 26, 26, 41], undefined],
    ['a counter that began at nothing', [0, 10, 21, 30, 42], undefined],
    ['a counter that stays below its target', [60, 95, 98], 100],
  ])('%s is told: %j', async (_, figures, target) => {
    const place = `cumulative-sum observations[${figures.length - 1}].value`;
    expect(await warningsOf(series({ ...sum, ...(target && { target }) }, ...figures))).toEqual([place]);
  });

  it.each([
    ['figures that fall once', [12, 26, 25, 41], undefined],
    ['the same figure every month', [20, 20, 20, 20, 20], undefined],
    ['slow growth', [390, 401, 404, 405], 1600],
    ['a programme that doubles in four months', [50, 65, 80, 100], undefined],
    ['three figures without a target', [12, 26, 41], undefined],
    ['three figures that just pass the target', [860, 1640, 1920], 4000],
    ['a single figure', [40], undefined],
    ['nothing but zeros', [0, 0, 0, 0], undefined],
    ['corrections below zero', [-5, 10, 20, 40], undefined],
  ])('%s is not: %j', async (_, figures, target) => {
    expect(await warningsOf(series({ ...sum, ...(target && { target }) }, ...figures))).toEqual([]);
  });

  it('is not told of two places that report on the same days', async () => {
    const observations = [12, 26, 39, 54].map((value, index) => ({
      ...{ metric: 'm', value },
      on: index < 2 ? '2026-01-28' : '2026-02-28',
    }));
    const metrics = [{ id: 'm', name: 'M', kind: 'output', ...sum }];
    expect(await warningsOf({ sections: { metrics, observations } })).toEqual([]);
  });

  it('is not told of a metric that takes the latest figure', async () => {
    expect(await warningsOf(series(latest, 12, 26, 39, 54))).toEqual([]);
  });
});

describe('the plan of a metric', () => {
  it.each([
    [{ ...sum, role: 'beneficiaries' }, ['people-summed metrics[0].aggregate']],
    [{ ...sum, unit: 'pupils' }, ['people-summed metrics[0].aggregate']],
    [{ ...sum, unit: 'People reached' }, ['people-summed metrics[0].aggregate']],
    [{ ...sum, unit: 'משפחות בשכונה' }, ['people-summed metrics[0].aggregate']],
    [{ ...sum, unit: 'volunteer hours' }, []],
    [{ ...sum, unit: 'שעות מתנדבים' }, []],
    [{ ...sum, unit: 'meals' }, []],
    [{ ...latest, unit: 'pupils', role: 'beneficiaries' }, []],
    [{ ...latest, baseline: 40, target: 40 }, ['target-is-baseline metrics[0].target']],
    [{ ...latest, baseline: 0, target: 0 }, ['target-is-baseline metrics[0].target']],
    [{ ...latest, target: 40 }, []],
    [{ ...pooled, baseline: 0.6, target: 80 }, ['percent-for-share metrics[0].target']],
    [{ ...pooled, baseline: 60, target: 0.8 }, ['percent-for-share metrics[0].baseline']],
    [{ ...pooled, baseline: 0.6, target: 1 }, []],
    [{ ...latest, unit: '%', target: 80 }, []],
  ])('%j: %j', async (metric, expected) => {
    expect(await warningsOf(series(metric))).toEqual(expected);
  });
});

describe('observations that do not fit their metric', () => {
  it.each([
    [pooled, [[42, 60], 0.7], ['value-not-pooled observations[1].value']],
    [pooled, [[42, 60]], []],
    [sum, [[42, 60]], ['share-not-pooled observations[0].num']],
    [{ aggregate: 'mean' }, [[42, 60]], ['share-not-pooled observations[0].num']],
    [
      latest,
      [
        [42, 60],
        [45, 60],
      ],
      [],
    ],
    [latest, [210, [215, 400]], ['unit-changes observations[1].num']],
    [latest, [[215, 400], 210, 220], ['unit-changes observations[1].value']],
    [latest, [0.6, 62], ['unit-changes observations[1].value']],
    [{ ...latest, baseline: 0.6, target: 0.8 }, [64], ['unit-changes observations[0].value']],
    [{ ...latest, baseline: 0.61, target: 0.45 }, [0.42], []],
    [latest, [55, 0.62], ['unit-changes observations[1].value']],
    [latest, [0.4, 0.9, 0.2], []],
    [latest, [2, 2000], ['unit-changes observations[1].value']],
    [latest, [2, 0, 2], []],
    [latest, [1, 40], []],
    [latest, [0.5, 4], []],
    [{ ...latest, target: 500 }, [3, 210], []],
    [{ aggregate: 'mean', unit: '1–5', target: 4 }, [3.6, 4.1], []],
    [{ ...sum, target: 2000 }, [2, 1500, 3], []],
  ] as const)('%j of %j: %j', async (metric, figures, expected) => {
    expect(await warningsOf(series(metric, ...figures))).toEqual(expected);
  });
});

const partners = [
  { id: 'a', name: 'Alpha', joined: '2026-02-01' },
  { id: 'b', name: 'Beta', joined: '2026-01-01' },
];

/** Paid time in short: `a 120 2026-03-01 donor_cost note`. */
function hours(...lines: readonly string[]): PartnershipParts {
  const contributions = lines.map((line, index) => {
    const [partner, rate, on, basis = '-', ...note] = line.split(' ');
    return {
      ...{ id: `c${index}`, partner, type: 'time', hours: 1, rate: Number(rate), on },
      ...(basis === '-' ? {} : { basis }),
      ...(note.length === 0 ? {} : { note: note.join(' ') }),
    };
  });
  return { partners, sections: { contributions } };
}

describe('rates of paid time', () => {
  it.each([
    [['a 100 2026-03-01', 'a 120 2026-04-01'], []],
    [['a 120 2026-04-01', 'a 100 2026-03-01'], ['rate-redated contributions[1].rate']],
    [['a 120 2026-04-01', 'a 120 2026-03-01'], []],
    [['a 100 2026-02-01', 'a 120 2026-04-01', 'a 100 2026-03-01'], []],
    [['a 100 2026-02-01', 'a 120 2026-04-01', 'a 120 2026-03-01'], ['rate-redated contributions[2].rate']],
    [['a 120 2026-04-01', 'b 100 2026-03-01'], []],
    [['a 100 2026-03-01', 'a 120 2026-03-01'], ['two-rates contributions[1].rate']],
    [['a 100 2026-03-01', 'a 100 2026-03-01'], []],
    [['a 100 2026-03-01 - driver', 'a 120 2026-03-01 - engineer'], []],
    [['a 100 2026-03-01 - driver', 'a 120 2026-03-01 - driver'], ['two-rates contributions[1].rate']],
    [['a 100 2026-03-01 donor_cost', 'b 90 2026-03-01 replacement'], ['mixed-bases contributions[1].basis']],
    [['a 100 2026-03-01 donor_cost', 'b 90 2026-03-01'], []],
  ])('%j: %j', async (lines, expected) => {
    expect(await warningsOf(hours(...lines))).toEqual(expected);
  });
});

describe('dates before the beginning', () => {
  it.each([
    [hours('a 100 2026-01-15'), ['partner-not-joined contributions[0].on']],
    [hours('a 100 2026-02-01'), []],
    [hours('a 100 2025-12-31'), ['before-start contributions[0].on']],
    [hours('b 100 2026-01-01'), []],
    [
      { partners, sections: { health: [{ partner: 'a', dimension: 'trust', score: 3, on: '2026-01-20' }] } },
      ['partner-not-joined health[0].on'],
    ],
    [
      {
        sections: {
          milestones: [{ id: 'one', title: 'One' }],
          progress: [{ milestone: 'one', done_on: '2025-12-01' }],
        },
      },
      ['before-start progress[0].done_on'],
    ],
    [series(latest, 4), []],
  ] as const)('case %#', async (parts, expected) => {
    expect(await warningsOf(parts as PartnershipParts)).toEqual(expected);
  });
});
