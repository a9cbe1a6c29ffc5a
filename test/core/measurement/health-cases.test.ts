import type { Measurement } from '../../../src/core/measurement/measurement.ts';
import { runCases, score } from './edge-case.ts';

const missingOf = ({ health }: Measurement) => health.missing;
const meanOf = ({ health }: Measurement) => health.overall?.mean;

runCases([
  [
    'nobody was asked',
    { partners: ['a', 'b'] },
    (m) => [m.health.round, m.health.overall, missingOf(m)],
    [null, null, ['a', 'b']],
  ],
  [
    'only the latest round counts',
    { health: [score('a', 1, '2026-01-10'), score('a', 4, '2026-05-01')] },
    meanOf,
    '4',
  ],
  [
    'answers of three weeks are one round',
    { partners: ['a', 'b'], health: [score('a', 2, '2026-05-01'), score('b', 5, '2026-05-22')] },
    (m) => [meanOf(m), m.health.overall?.minimum, m.health.overall?.spread],
    ['3.5', '2', '3'],
  ],
  [
    'a day more and it is another round',
    { partners: ['a', 'b'], health: [score('a', 2, '2026-05-01'), score('b', 5, '2026-05-23')] },
    (m) => [meanOf(m), missingOf(m)],
    ['5', ['a']],
  ],
  [
    'a second answer in a round takes the place of the first',
    { health: [score('a', 2, '2026-05-01'), score('a', 5, '2026-05-03')] },
    meanOf,
    '5',
  ],
  [
    'a leaver is not missed',
    { partners: ['a', 'b 2026-01-01 2026-05-01'], health: [score('a', 4)] },
    missingOf,
    [],
  ],
  [
    'one who joins later is not missed yet',
    { partners: ['a', 'b 2026-07-01'], health: [score('a', 4)] },
    missingOf,
    [],
  ],
  [
    'an answer dated later is not there',
    { health: [score('a', 4, '2026-07-01')] },
    (m) => [m.health.round, missingOf(m)],
    [null, ['a']],
  ],
]);
