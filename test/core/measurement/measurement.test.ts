import { describe, expect, it } from 'vitest';
import { digitsOf } from '../../../src/core/measurement/decimal.ts';
import { measurementOf } from '../../../src/core/measurement/measurement.ts';
import { partnershipWith } from '../partnership-with.ts';
import { workedCase } from './worked-case.ts';

/** The decimals of a record, written out with all their digits. */
function written(values: object): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value === null ? null : digitsOf(value)]),
  );
}

describe('the worked case', async () => {
  const figures = measurementOf(await partnershipWith(workedCase), '2026-12-31');

  it('adds the inputs up', () => {
    expect(written(figures.inputs)).toEqual({
      cash: '100000',
      time: '48000',
      inKind: '30000',
      management: '22000',
      total: '200000',
      hours: '400',
      leveraged: '40000',
    });
    expect(digitsOf(figures.withoutTime)).toBe('152000');
  });

  it('has the ratios to the digit', () => {
    expect(written(figures.ratios)).toEqual({
      costPerBeneficiary: '400',
      costPerBeneficiaryWithoutTime: '304',
      leverageRatio: '0.2',
      nonCashShare: '0.39',
      managementShare: '0.11',
      onTimeRate: null,
      pledgeFulfilment: null,
      // Shares of 0.74 and 0.26: (1 − 0.5476 − 0.0676) / (1 − 1/2).
      balance: '0.7696',
      largestShare: '0.74',
    });
  });

  it('leads from each figure to its entries', () => {
    const [bank] = figures.byPartner;
    expect(bank?.contributions.map(({ entry }) => [entry.file, entry.path])).toEqual([
      ['stages/07-implementing.yaml', ['contributions', 0]],
      ['stages/07-implementing.yaml', ['contributions', 1]],
    ]);
    expect(figures.metrics[0]?.last?.entry.path).toEqual(['observations', 1]);
  });
});
