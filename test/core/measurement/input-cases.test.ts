import type { Measurement } from '../../../src/core/measurement/measurement.ts';
import { cash, codes, runCases, time, today } from './edge-case.ts';

const totalOf = ({ inputs }: Measurement) => inputs.total;

runCases([
  ['nothing at all', {}, totalOf, '0'],
  ['0.1 + 0.2', { contributions: [cash(0.1), cash(0.2)] }, totalOf, '0.3'],
  ['a third of an hour', { contributions: [time(0.333, 3)] }, totalOf, '0.999'],
  ['an agora ten thousand times', { contributions: Array(10_000).fill(cash(0.01)) }, totalOf, '100'],
  [
    'cents beside millions',
    { contributions: [cash(9_007_199_254_740_99), cash(0.07)] },
    totalOf,
    '900719925474099.07',
  ],
  [
    'an amount beside hours and rate counts as it is',
    { contributions: [time(3, 0.333, { amount: 1 })] },
    totalOf,
    '1',
  ],
  [
    'an amount of 0',
    { contributions: [cash(0)] },
    (m) => [m.byPartner[0]?.share, m.ratios.largestShare],
    [null, null],
  ],
  [
    'hours without a rate are worth nothing yet',
    { contributions: [{ ...time(5, 1), rate: undefined }] },
    (m) => [m.inputs.total, m.inputs.hours, ...codes(m)],
    ['0', '5', 'not-valued'],
  ],
  [
    'hours of management are not paid time',
    { contributions: [time(4, 10, { type: 'management' })] },
    (m) => [m.inputs.management, m.inputs.hours],
    ['40', '0'],
  ],
  [
    'leveraged is never in T',
    { contributions: [cash(5), cash(7, { type: 'leveraged' })] },
    (m) => [m.inputs.total, m.inputs.leveraged, m.ratios.leverageRatio],
    ['5', '7', '1.4'],
  ],
  [
    'leveraged alone has no ratio',
    { contributions: [cash(7, { type: 'leveraged' })] },
    (m) => m.ratios.leverageRatio,
    null,
  ],
  ['a contribution on the day itself counts', { contributions: [cash(5, { on: today })] }, totalOf, '5'],
  [
    'one on the next day does not',
    { contributions: [cash(5, { on: '2026-07-01' })] },
    (m) => [m.inputs.total, ...codes(m)],
    ['0', 'dated-later'],
  ],
  [
    'mixed bases',
    { contributions: [time(1, 2, { basis: 'donor_cost' }), time(2, 2, { basis: 'replacement' })] },
    codes,
    ['mixed-basis'],
  ],
  [
    'one basis is no mixture',
    { contributions: [time(1, 2, { basis: 'replacement' }), time(2, 2, { basis: 'replacement' })] },
    codes,
    [],
  ],
  [
    'bases of what is leveraged are not in the total',
    {
      contributions: [
        time(1, 2, { basis: 'donor_cost' }),
        cash(3, { type: 'leveraged', basis: 'replacement' }),
      ],
    },
    codes,
    [],
  ],
  ['time without a basis', { contributions: [time(1, 2)] }, codes, ['time-without-basis']],
  [
    'no partner named',
    { contributions: [cash(5), cash(3, { partner: undefined })] },
    (m) => m.byPartner.map(({ partner, inputs }) => [partner, inputs.total]),
    [
      ['a', '5'],
      [null, '3'],
    ],
  ],
  [
    'a partner that nobody knows',
    { contributions: [cash(3, { partner: 'x' })] },
    (m) => m.byPartner.map(({ partner, name, share }) => [partner, name, share]),
    [
      ['a', 'a', '0'],
      ['x', null, '1'],
    ],
  ],
  [
    'one partner has no balance',
    { contributions: [cash(5)] },
    (m) => [m.ratios.balance, m.ratios.largestShare],
    [null, '1'],
  ],
  [
    'two alike are in balance',
    { partners: ['a', 'b'], contributions: [cash(5), cash(5, { partner: 'b' })] },
    (m) => m.ratios.balance,
    '1',
  ],
  ['one of two gives all', { partners: ['a', 'b'], contributions: [cash(5)] }, (m) => m.ratios.balance, '0'],
  [
    'a partner who has not joined yet is no part of the balance',
    { partners: ['a', 'b', 'c 2026-07-01'], contributions: [cash(5), cash(5, { partner: 'b' })] },
    (m) => [m.byPartner.length, m.ratios.balance],
    [2, '1'],
  ],
  [
    'one who left stays, with what was given',
    { partners: ['a', 'b 2026-01-01 2026-05-01'], contributions: [cash(5, { partner: 'b' })] },
    (m) => m.byPartner.map(({ partner, left, share }) => [partner, left, share]),
    [
      ['a', null, '0'],
      ['b', '2026-05-01', '1'],
    ],
  ],
  [
    'a leaving that lies ahead is not known yet',
    { partners: ['a 2026-01-01 2026-07-01'] },
    (m) => m.byPartner[0]?.left,
    null,
  ],
  [
    'quarters end with March, June, September and December',
    {
      contributions: ['01', '03', '04', '06'].map((month) =>
        cash(1, { on: `2026-${month}-30`.replace('02-30', '02-28') }),
      ),
    },
    (m) => m.byPeriod.quarter.map(({ period, inputs }) => [period, inputs.total]),
    [
      ['2026-Q1', '2'],
      ['2026-Q2', '2'],
    ],
  ],
]);
