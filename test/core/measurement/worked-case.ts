import type { PartnershipParts } from '../partnership-with.ts';

/** The worked case that the formulas are held against: T 200,000 and 500 people reached. */
export const workedCase = {
  partners: [
    { id: 'bank', name: 'Bank', sector: 'company', joined: '2026-01-01' },
    { id: 'school', name: 'School', sector: 'ngo', joined: '2026-01-01' },
  ],
  sections: {
    contributions: [
      { id: 'k', partner: 'bank', type: 'cash', amount: 100_000, on: '2026-02-01' },
      {
        id: 'v',
        partner: 'bank',
        type: 'time',
        hours: 400,
        rate: 120,
        basis: 'donor_cost',
        on: '2026-03-01',
      },
      { id: 'g', partner: 'school', type: 'in_kind', amount: 30_000, basis: 'donor_cost', on: '2026-04-01' },
      { id: 'm', partner: 'school', type: 'management', amount: 22_000, on: '2026-05-01' },
      { id: 'l', type: 'leveraged', amount: 40_000, on: '2026-05-02' },
    ],
    metrics: [
      {
        id: 'pupils',
        name: 'Pupils reached',
        kind: 'output',
        unit: 'people',
        aggregate: 'latest',
        baseline: 0,
        target: 600,
        role: 'beneficiaries',
      },
    ],
    observations: [
      { metric: 'pupils', on: '2026-03-31', value: 320, source: 'register' },
      { metric: 'pupils', on: '2026-06-30', value: 500, source: 'register' },
    ],
  },
} as const satisfies PartnershipParts;
