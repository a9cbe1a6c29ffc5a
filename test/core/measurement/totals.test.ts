import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar-date.ts';
import { type Decimal, decimal, digitsOf, sum } from '../../../src/core/measurement/decimal.ts';
import { type Measurement, measurementOf } from '../../../src/core/measurement/measurement.ts';
import { attainmentOf } from '../../../src/core/measurement/metrics.ts';
import { type PartnershipParts, partnershipWith } from '../partnership-with.ts';

const today = '2026-06-30';
const day = fc.integer({ min: -500, max: 200 }).map((offset) => addDays(today, offset));
// Amounts as people write them, with up to three decimals.
const amount = fc
  .tuple(fc.nat(99_999_999), fc.constantFrom(1, 10, 100, 1000))
  .map(([digits, scale]) => digits / scale);
const partner = fc.constantFrom('a', 'b', 'c', 'd');
const basis = fc.option(fc.constantFrom('donor_cost', 'replacement'), { nil: undefined });

const contribution = fc.oneof(
  fc.record({
    type: fc.constantFrom('cash', 'in_kind', 'management', 'leveraged'),
    partner,
    amount,
    on: day,
  }),
  fc.record({ type: fc.constant('time'), partner, hours: amount, rate: amount, basis, on: day }),
  fc.record({ type: fc.constant('leveraged'), amount, on: day }),
);
const observation = fc.record({
  metric: fc.constant('m'),
  on: day,
  value: fc.integer({ min: -999, max: 999 }),
});
const score = fc.record({
  partner,
  dimension: fc.constantFrom('trust', 'voice'),
  score: fc.integer({ min: 1, max: 5 }),
  on: day,
});

const parts = fc.record({
  contributions: fc.array(contribution, { maxLength: 25 }),
  observations: fc.array(observation, { maxLength: 12 }),
  health: fc.array(score, { maxLength: 12 }),
  aggregate: fc.constantFrom('sum', 'latest', 'mean'),
});

type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

function withParts({ contributions, observations, health, aggregate }: Parts): PartnershipParts {
  const plain = (entries: readonly object[]) => JSON.parse(JSON.stringify(entries)) as object[];
  return {
    partners: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, sector: 'ngo', joined: '2020-01-01' })),
    sections: {
      contributions: plain(contributions).map((one, index) => ({ id: `c${index}`, ...one })),
      metrics: [{ id: 'm', name: 'M', kind: 'output', aggregate, role: 'beneficiaries' }],
      observations,
      health,
    },
  };
}

async function measure(parts: PartnershipParts, on = today): Promise<Measurement> {
  return measurementOf(await partnershipWith(parts), on);
}

const total = (values: readonly Decimal[]) => digitsOf(sum(values));

describe('whatever is put in', () => {
  it('adds up to T by partner, by type and by period, to the last digit', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const { inputs, byPartner, byType, byPeriod } = await measure(withParts(given));
        const whole = digitsOf(inputs.total);
        expect(total([inputs.cash, inputs.time, inputs.inKind, inputs.management])).toBe(whole);
        expect(total(byType.map((part) => part.total))).toBe(whole);
        expect(total(byType.flatMap(({ bases }) => bases.map((part) => part.total)))).toBe(whole);
        for (const list of [byPartner, byPeriod.month, byPeriod.quarter, byPeriod.year]) {
          expect(total(list.map((part) => part.inputs.total))).toBe(whole);
          expect(total(list.map((part) => part.inputs.hours))).toBe(digitsOf(inputs.hours));
        }
        expect(total(byPeriod.month.map((part) => part.inputs.leveraged))).toBe(digitsOf(inputs.leveraged));
      }),
    );
  });

  it('is T exactly as whole numbers of the smallest unit would add it up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(9_999_999), partner), { maxLength: 30 }), async (cents) => {
        const contributions = cents.map(([amountMinor, giver], index) => ({
          id: `c${index}`,
          type: 'cash',
          partner: giver,
          amount: amountMinor / 100,
          on: '2026-01-01',
        }));
        const { inputs } = await measure({ sections: { contributions } });
        const minor = cents.reduce((whole, [amountMinor]) => whole + BigInt(amountMinor), 0n);
        expect(digitsOf(inputs.total.times(100))).toBe(String(minor));
      }),
    );
  });

  it('has shares that add up to 1 within 1e-30, of partners, types and periods', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const { inputs, byPartner, byType, byPeriod, ratios } = await measure(withParts(given));
        for (const list of [byPartner, byType, byPeriod.month, byPeriod.year]) {
          const shares = list.map(({ share }) => share);
          if (inputs.total.eq(0)) {
            expect(shares.every((share) => share === null)).toBe(true);
            expect(ratios.balance).toBeNull();
          } else {
            const off = sum(shares.flatMap((share) => share ?? []))
              .minus(1)
              .abs();
            expect(off.lte('1e-30')).toBe(true);
          }
        }
        if (ratios.balance !== null) expect(ratios.balance.gte(0) && ratios.balance.lte(1)).toBe(true);
      }),
    );
  });

  it('is the same in whatever order it was written down', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const turned = { ...given, contributions: [...given.contributions].reverse() };
        const [one, other] = [await measure(withParts(given)), await measure(withParts(turned))];
        expect(digitsOf(other.inputs.total)).toBe(digitsOf(one.inputs.total));
      }),
    );
  });
});

/** All figures without the places of their entries, which move when others are taken away. */
function bare(measurement: Measurement): unknown {
  const { caveats, ...figures } = measurement;
  const skipped = new Set(['entry', 'contributions', 'answers', 'pledges']);
  const text = JSON.stringify(figures, (key, value) => (skipped.has(key) ? undefined : value));
  const codes = caveats.filter(({ code }) => code !== 'dated-later').map(({ code }) => code);
  return [JSON.parse(text), codes];
}

describe('the figures as of a day', () => {
  it('are those of a partnership that knows nothing later', async () => {
    await fc.assert(
      fc.asyncProperty(parts, day, async (given, on) => {
        const upTo = <T extends { on: string }>(list: readonly T[]) => list.filter((one) => one.on <= on);
        const known: Parts = {
          ...given,
          contributions: upTo(given.contributions),
          observations: upTo(given.observations),
          health: upTo(given.health),
        };
        const later = [...given.contributions, ...given.observations, ...given.health].filter(
          (one) => one.on > on,
        );
        const seen = await measure(withParts(given), on);
        expect(bare(seen)).toEqual(bare(await measure(withParts(known), on)));
        const told = seen.caveats.find(({ code }) => code === 'dated-later');
        expect(told?.entries.length ?? 0).toBe(later.length);
      }),
    );
  });
});

describe('attainment', () => {
  const figure = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom(1, 10, 100));
  const value = figure.map(([digits, scale]) => digits / scale);

  it('is 0 at the baseline, 1 at the target, and as far between as the actual, up or down', () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: -300, max: 300 }), (from, to, percent) => {
        fc.pre(from !== to);
        const [baseline, target] = [decimal(from), decimal(to)];
        const actual = baseline.plus(target.minus(baseline).times(percent).div(100));
        const { attainment, attainmentGap } = attainmentOf(baseline, target, actual);
        expect(attainmentGap).toBeNull();
        expect(attainment?.times(100).toString()).toBe(String(percent));
      }),
    );
  });

  it('does not change when better and worse are turned round', () => {
    fc.assert(
      fc.property(value, value, value, (from, to, reached) => {
        const of = (sign: number) =>
          attainmentOf(decimal(from * sign), decimal(to * sign), decimal(reached * sign)).attainment;
        const [up, down] = [of(1), of(-1)];
        expect(down?.toString()).toBe(up?.toString());
      }),
    );
  });
});
