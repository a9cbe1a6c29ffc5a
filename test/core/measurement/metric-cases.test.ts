import type { Measurement } from '../../../src/core/measurement/measurement.ts';
import { cash, codes, metric, part, runCases, seen } from './edge-case.ts';

const actualOf = ({ metrics }: Measurement) => metrics[0]?.actual;
const attainedOf = ({ metrics }: Measurement) => [metrics[0]?.attainment, metrics[0]?.attainmentGap];

runCases([
  [
    'no observation is n/a, not 0',
    { metrics: [metric('sum', { baseline: 0, target: 5 })] },
    (m) => [actualOf(m), ...attainedOf(m)],
    [null, null, 'no_actual'],
  ],
  [
    'a sum',
    { metrics: [metric('sum')], observations: [seen(0.1), seen(0.2, '2026-04-01')] },
    actualOf,
    '0.3',
  ],
  [
    'the latest, whatever the order of the file',
    { metrics: [metric('latest')], observations: [seen(7, '2026-05-01'), seen(3)] },
    actualOf,
    '7',
  ],
  [
    'the latest of one day is the last written',
    { metrics: [metric('latest')], observations: [seen(7), seen(3)] },
    actualOf,
    '3',
  ],
  ['a mean', { metrics: [metric('mean')], observations: [seen(1), seen(2)] }, actualOf, '1.5'],
  [
    'pooled is not the mean of percentages',
    { metrics: [metric('pooled')], observations: [part(1, 2), part(90, 98)] },
    actualOf,
    '0.91',
  ],
  [
    'a value has no weight in a pooled share',
    { metrics: [metric('pooled')], observations: [part(1, 2), seen(0.9)] },
    (m) => [actualOf(m), ...codes(m)],
    ['0.5', 'not-counted'],
  ],
  [
    'a whole of 0 is no share',
    { metrics: [metric('pooled')], observations: [part(0, 0)] },
    (m) => [actualOf(m), ...codes(m)],
    [null, 'not-counted'],
  ],
  [
    'a share that is the latest',
    { metrics: [metric('latest')], observations: [part(1, 4)] },
    actualOf,
    '0.25',
  ],
  [
    'value and share at once count as neither',
    { metrics: [metric('latest')], observations: [{ ...seen(1), num: 1, den: 2 }] },
    (m) => [actualOf(m), ...codes(m)],
    [null, 'not-counted'],
  ],
  [
    'a health score counts by its latest round, whatever the aggregate',
    {
      metrics: [metric('sum', { kind: 'health' })],
      observations: [seen(1), seen(4, '2026-06-01'), seen(5, '2026-06-10')],
    },
    (m) => {
      const { round } = m.metrics[0] ?? {};
      return [actualOf(m), round?.minimum, round?.spread];
    },
    ['4.5', '4', '1'],
  ],
  [
    'lower is better',
    { metrics: [metric('latest', { baseline: 64, target: 40 })], observations: [seen(46)] },
    (m) => [...attainedOf(m)],
    ['0.75', null],
  ],
  [
    'lower is better, but it rose',
    {
      metrics: [metric('latest', { baseline: 64, target: 40 })],
      observations: [seen(46), seen(70, '2026-05-01')],
    },
    (m) => [m.metrics[0]?.attainment, m.metrics[0]?.direction, m.metrics[0]?.isImproving],
    ['-0.25', 1, false],
  ],
  [
    'target equal to baseline',
    { metrics: [metric('latest', { baseline: 5, target: 5 })], observations: [seen(5)] },
    attainedOf,
    [null, 'target_is_baseline'],
  ],
  [
    'no baseline',
    { metrics: [metric('latest', { target: 5 })], observations: [seen(5)] },
    attainedOf,
    [null, 'no_baseline'],
  ],
  [
    'no target',
    { metrics: [metric('latest', { baseline: 5 })], observations: [seen(5)] },
    attainedOf,
    [null, 'no_target'],
  ],
  [
    'more than the target',
    { metrics: [metric('latest', { baseline: 0, target: 4 })], observations: [seen(5)] },
    attainedOf,
    ['1.25', null],
  ],
  [
    'an observation of no metric',
    { metrics: [metric('sum')], observations: [seen(1), { ...seen(9), metric: 'x' }] },
    actualOf,
    '1',
  ],
  [
    'a metric given twice counts once',
    {
      metrics: [metric('sum', { role: 'beneficiaries' }), metric('sum', { role: 'beneficiaries' })],
      observations: [seen(4)],
    },
    (m) => [m.metrics.length, m.beneficiaries],
    [1, '4'],
  ],
  [
    'nobody reached has no cost',
    {
      contributions: [cash(5)],
      metrics: [metric('sum', { role: 'beneficiaries' })],
      observations: [seen(0)],
    },
    (m) => [m.beneficiaries, m.ratios.costPerBeneficiary],
    ['0', null],
  ],
  [
    'people of two metrics are added',
    {
      metrics: [
        metric('latest', { role: 'beneficiaries' }),
        { ...metric('sum', { role: 'beneficiaries' }), id: 'k' },
      ],
      observations: [seen(4), { ...seen(3), metric: 'k' }],
    },
    (m) => m.beneficiaries,
    '7',
  ],
  [
    'a cost that never ends',
    {
      contributions: [cash(1)],
      metrics: [metric('sum', { role: 'beneficiaries' })],
      observations: [seen(3)],
    },
    (m) => m.ratios.costPerBeneficiary,
    `0.${'3'.repeat(40)}`,
  ],
  [
    'the trend is the actual as it stood',
    { metrics: [metric('sum')], observations: [seen(1), seen(2), seen(4, '2026-04-01')] },
    (m) => m.metrics[0]?.trend.map(({ actual }) => actual),
    [3, 7],
  ],
]);
