import { describe, expect, it } from 'vitest';
import { journeyOf } from '../../../src/core/check-partnership.ts';
import { detailsOf } from '../../../src/core/portfolio/details.ts';
import { summaryOf } from '../../../src/core/portfolio/summary.ts';
import { visitsOf } from '../../../src/core/portfolio/visits.ts';
import { stageSections } from '../../../src/core/schema/registry.ts';
import { reviewFields } from '../../../src/core/schema/reviews.ts';
import { entryOfList, type Field, fieldsOf } from '../../../src/core/schema/section.ts';
import { checklistItem } from '../../../src/core/schema/stage.ts';
import { type PartnershipParts, partnershipWith } from '../partnership-with.ts';

const review = (stage: string, decision: string, date: string, more: object = {}) => ({
  ...{ id: `${date}-${stage}`, stage, round: 1, date, decision, reason: 'because' },
  ...more,
});

async function summed(parts: PartnershipParts, today = '2026-06-01') {
  const partnership = await partnershipWith(parts);
  return summaryOf(partnership, journeyOf(partnership), [], today, 'case');
}

describe('stays in stages', () => {
  it('go from gate to gate, through returns and holds', async () => {
    const partnership = await partnershipWith({
      reviews: [
        review('scoping', 'advance', '2026-01-20'),
        review('identifying', 'hold', '2026-02-01'),
        review('identifying', 'return', '2026-02-10', { to: 'scoping' }),
        review('scoping', 'advance', '2026-02-15', { round: 2 }),
      ],
    });
    expect(visitsOf(partnership, journeyOf(partnership))).toEqual([
      { stage: 'scoping', from: '2026-01-01', to: '2026-01-20', end: 'advance' },
      { stage: 'identifying', from: '2026-01-20', to: '2026-02-10', end: 'return' },
      { stage: 'scoping', from: '2026-02-10', to: '2026-02-15', end: 'advance' },
      { stage: 'identifying', from: '2026-02-15', to: null, end: null },
    ]);
  });

  it('leave out a review that does not fit the walk', async () => {
    const partnership = await partnershipWith({
      reviews: [review('planning', 'advance', '2026-01-10'), review('scoping', 'close', '2026-01-20')],
    });
    expect(visitsOf(partnership, journeyOf(partnership))).toEqual([
      { stage: 'scoping', from: '2026-01-01', to: '2026-01-20', end: 'close' },
    ]);
  });
});

describe('a summary', () => {
  it('has the day on which a partnership ended', async () => {
    const going = [review('scoping', 'advance', '2026-01-20')];
    expect((await summed({ reviews: going })).endedOn).toBe(null);
    const closed = [...going, review('identifying', 'close', '2026-02-10')];
    expect((await summed({ reviews: closed })).endedOn).toBe('2026-02-10');
  });

  it('has what each partner gave by the day, and what nobody gave', async () => {
    const contributions = [
      { id: 'a', partner: 'leumi', type: 'cash', amount: 100.1, on: '2026-02-01' },
      { id: 'b', partner: 'leumi', type: 'time', hours: 3, rate: 33.3, on: '2026-03-01' },
      { id: 'c', type: 'cash', amount: 7, on: '2026-03-02' },
      { id: 'd', partner: 'leumi', type: 'cash', amount: 999, on: '2026-07-01' },
    ];
    const found = await summed({
      partners: [{ id: 'leumi', name: 'Leumi' }],
      sections: { contributions },
    });
    // Of what nothing was given nothing is said.
    expect(detailsOf(found).partners[0]?.inputs).toEqual({
      cash: '100.1',
      time: '99.9',
      total: '200',
      hours: '3',
    });
    expect(found.inputs.total).toBe('207');
    expect(found.lastActivity).toBe('2026-03-02');
  });

  it('holds between the days that stand in the files', async () => {
    const contributions = [
      { id: 'a', type: 'cash', amount: 1, on: '2026-02-01' },
      { id: 'b', type: 'cash', amount: 1, on: '2026-07-01' },
    ];
    const holds = async (today: string) => (await summed({ sections: { contributions } }, today)).holds;
    expect(await holds('2026-06-01')).toEqual({ from: '2026-02-02', before: '2026-07-01' });
    expect(await holds('2026-02-01')).toEqual({ from: '2026-02-01', before: '2026-02-02' });
    expect(await holds('2025-12-01')).toEqual({ from: null, before: '2026-01-01' });
    expect(await holds('2026-08-01')).toEqual({ from: '2026-07-02', before: null });
  });
});

it('knows every field that says when something happened, by its name', () => {
  const fields = (all: readonly Field[]): Field[] =>
    all.flatMap((field) => {
      const entry = entryOfList(field.schema);
      return [field, ...(entry === undefined ? [] : fields(fieldsOf(entry)))];
    });
  const happened = [
    ...fields(reviewFields),
    ...fields(fieldsOf(checklistItem)),
    ...stageSections.flatMap((one) => (one.form === 'text' ? [] : fields(fieldsOf(one.entry)))),
  ].filter(({ meta }) => meta.happened === true);
  expect(happened.length).toBeGreaterThan(8);
  for (const { key } of happened) expect(key).toMatch(/^(date|on|\w+_on)$/);
});
