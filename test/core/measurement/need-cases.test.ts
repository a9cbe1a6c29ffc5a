import type { Measurement } from '../../../src/core/measurement/measurement.ts';
import { codes, need, pledge, runCases } from './edge-case.ts';

const needState = ({ resourceMap }: Measurement) => resourceMap.needs[0]?.state;
const needCover = ({ resourceMap }: Measurement) => {
  const cover = resourceMap.needs[0]?.cover;
  return cover && [cover.covered, cover.promised, cover.idea, cover.uncovered];
};

runCases([
  [
    'nothing pledged',
    { needs: [need(10)] },
    (m) => [needState(m), needCover(m)],
    ['uncovered', ['0', '0', '0', '10']],
  ],
  [
    'received and signed cover',
    {
      needs: [need(10)],
      pledges: [pledge('received', 4, { need: 'n' }), pledge('signed', 6, { need: 'n' })],
    },
    (m) => [needState(m), m.ratios.pledgeFulfilment],
    ['covered', '0.4'],
  ],
  [
    'a promise is no cover',
    { needs: [need(10)], pledges: [pledge('promised', 10, { need: 'n' })] },
    (m) => [needState(m), needCover(m)],
    ['promised', ['0', '10', '0', '0']],
  ],
  [
    'only an idea',
    { needs: [need(10)], pledges: [pledge('signed', 5, { need: 'n' }), pledge('idea', 9, { need: 'n' })] },
    (m) => [needState(m), needCover(m)],
    ['idea', ['5', '0', '5', '0']],
  ],
  [
    'more than is needed covers the need and no other',
    { needs: [need(10)], pledges: [pledge('signed', 15, { need: 'n' })] },
    needCover,
    ['10', '0', '0', '0'],
  ],
  ['partly', { needs: [need(10)], pledges: [pledge('signed', 5, { need: 'n' })] }, needState, 'partly'],
  [
    'a pledge in words covers a need without a value',
    { needs: [need(undefined)], pledges: [pledge('signed', undefined, { need: 'n' })] },
    (m) => [needState(m), needCover(m), ...codes(m)],
    ['covered', null, 'pledge-not-valued'],
  ],
  [
    'a leaver covers nothing, and did not fulfil',
    {
      partners: ['a 2026-01-01 2026-05-01'],
      needs: [need(10)],
      pledges: [pledge('signed', 10, { need: 'n' })],
    },
    (m) => [needState(m), m.resourceMap.sums.lost, m.ratios.pledgeFulfilment],
    ['uncovered', '10', '0'],
  ],
  [
    'what a leaver gave stays',
    {
      partners: ['a 2026-01-01 2026-05-01'],
      needs: [need(10)],
      pledges: [pledge('received', 10, { need: 'n' })],
    },
    needState,
    'covered',
  ],
  [
    'a pledge to no need',
    { needs: [need(10)], pledges: [pledge('signed', 10)] },
    (m) => [needState(m), m.resourceMap.unassigned.length],
    ['uncovered', 1],
  ],
  [
    'promises and ideas have no fulfilment',
    { pledges: [pledge('promised', 3), pledge('idea', 4)] },
    (m) => m.ratios.pledgeFulfilment,
    null,
  ],
  ['a need of 0 is covered', { needs: [need(0)] }, needState, 'covered'],
]);
