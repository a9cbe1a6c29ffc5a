import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/core/recording/observation.ts';
import { planObservations } from '../../../src/core/recording/plan.ts';

const day = { metric: 'children', on: '2026-01-31' };
const recorded: readonly Observation[] = [
  { ...day, value: 40, source: 'Registers', by: 'Noa' },
  { ...day, value: 12, source: 'Site B' },
  { ...day, on: '2026-02-28', value: 55 },
  { metric: 'reading', on: '2026-01-31', num: 18, den: 45, source: 'Test' },
];
const february = { metric: 'children', on: '2026-02-28' };

describe('an observation held against those that are recorded', () => {
  it.each<[string, Observation]>([
    ['of another day', { ...day, on: '2026-01-30', value: 40, source: 'Registers' }],
    ['of another metric', { metric: 'parents', on: '2026-01-31', value: 40, source: 'Registers' }],
    ['with another source, of another figure', { ...day, value: 41, source: 'Site C' }],
    ['with another source, of the same figure', { ...day, value: 40, source: 'Site C' }],
  ])('is new: %s', (_, observation) => {
    expect(planObservations([observation], recorded)).toMatchObject({ fresh: [observation], known: [] });
  });

  it.each<[string, Observation]>([
    ['all the same', { ...day, value: 40, source: 'Registers', by: 'Noa' }],
    ['who recorded it left out', { ...day, value: 40, source: 'Registers' }],
    ['its source left out', { ...day, value: 12 }],
    ['the same source in other code points', { ...day, value: 40, source: 'Registers ' }],
    ['neither with a source', { ...february, value: 55 }],
    ['the same share', { metric: 'reading', on: '2026-01-31', num: 18, den: 45 }],
  ])('is there already: %s', (_, observation) => {
    expect(planObservations([observation], recorded)).toMatchObject({ fresh: [], known: [observation] });
  });

  it.each<[string, Observation, object]>([
    [
      'another figure of one source',
      { ...day, value: 41, source: 'Registers' },
      { field: 'value', recorded: '40', given: '41' },
    ],
    [
      'another figure without a source',
      { ...day, value: 41 },
      { field: 'value', recorded: '40', given: '41' },
    ],
    [
      'another figure with a source, where the recorded one has none',
      { ...february, value: 56, source: 'Registers' },
      { field: 'value', change: 'observations/children/2026-02-28 value=56' },
    ],
    [
      'a source where there was none',
      { ...february, value: 55, source: 'Registers' },
      {
        field: 'source',
        recorded: '',
        given: 'Registers',
        change: 'observations/children/2026-02-28 source="…"',
      },
    ],
    [
      'another recorder',
      { ...day, value: 40, source: 'Registers', by: 'Dana' },
      { field: 'by', recorded: 'Noa' },
    ],
    [
      'an equal share of other numbers',
      { metric: 'reading', on: '2026-01-31', num: 36, den: 90, source: 'Test' },
      { field: 'value', change: 'observations/reading/2026-01-31 num=36 den=90' },
    ],
  ])('contradicts one: %s', (_, observation, params) => {
    expect(planObservations([observation], recorded)).toMatchObject({ code: 'observation-differs', params });
  });

  it('names no entry to change where several are of that day', () => {
    const refusal = planObservations([{ ...day, value: 1, source: 'Site B' }], recorded);
    expect('params' in refusal && refusal.params).not.toHaveProperty('change');
  });

  it('sums up by metric, in the order in which they come', () => {
    const plan = planObservations(
      [
        { ...day, on: '2026-03-31', value: 60 },
        { ...february, value: 55 },
        { metric: 'reading', on: '2026-03-01', num: 1, den: 2 },
      ],
      recorded,
    );
    expect(plan).toMatchObject({
      metrics: [
        { metric: 'children', recorded: 1, already: 1, from: '2026-02-28', to: '2026-03-31' },
        { metric: 'reading', recorded: 1, already: 0, from: '2026-03-01', to: '2026-03-01' },
      ],
    });
  });
});
