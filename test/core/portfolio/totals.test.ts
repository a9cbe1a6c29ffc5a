import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, digitsOf, sum } from '../../../src/core/measurement/decimal.ts';
import { digitsIn } from '../../../src/core/portfolio/inputs-text.ts';
import { groupKeys } from '../../../src/core/portfolio/keys.ts';

import { organisationOf } from '../../../src/core/portfolio/organisation.ts';
import { rowOf } from '../../../src/core/portfolio/row.ts';
import { totalsOf } from '../../../src/core/portfolio/totals.ts';
import { everything, portfolioOf } from '../../../src/core/portfolio.ts';
import { summary } from './summaries.ts';

const today = '2026-03-01';
const cents = fc.integer({ min: 0, max: 99_999_999 }).map((many) => digitsOf(decimalOf(`${many}e-2`)));

// Two partners and what nobody's name stands on; the total is theirs together.
const given = fc.tuple(cents, cents, cents);
const one = fc.record({
  given,
  currency: fc.constantFrom('ILS', 'GBP', 'USD', null),
  state: fc.constantFrom('active', 'on_hold', 'closed', null),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
});

const portfolio = fc.array(one, { maxLength: 12 }).map((all) =>
  all.map(({ given: [own, other, nameless], ...rest }, index) => {
    const partner = (id: string, total: string) => ({
      ...{ id, name: id, sector: 'company', relationship: null, joined: null, left: null },
      inputs: { total, cash: total },
    });
    const total = digitsOf(sum([own, other, nameless].map(decimalOf)));
    return rowOf(
      summary(`p${index}`, {
        ...rest,
        ...(rest.state === null || rest.state === 'closed' ? { current: null } : {}),
        partners: [partner('leumi', own), partner('other', other)],
        inputs: { total, cash: total },
      }),
      today,
    );
  }),
);

describe('totals', () => {
  it('are exact, a currency each, and leave nothing that can be read out', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const totals = totalsOf(rows);
        for (const { currency, inputs: found, partnerships } of totals.inputs) {
          const own = rows.filter((row) => row.state !== null && row.currency === currency);
          // Reckoned in whole hundredths, by other means than the totals.
          const expected = own.reduce((all, row) => all + hundredths(digitsIn(row.inputs, 'total')), 0n);
          expect(hundredths(digitsOf(found.total))).toBe(expected);
          expect(partnerships).toBe(own.length);
        }
        const counted = totals.inputs.reduce((all, { partnerships }) => all + partnerships, 0);
        expect(counted).toBe(rows.filter(({ state }) => state !== null).length);
        expect(totals.byState.reduce((all, { count }) => all + count, 0)).toBe(rows.length);
        expect(totals.count).toBe(rows.length);
      }),
    );
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        expect(JSON.stringify(totalsOf([...rows].reverse()))).toBe(JSON.stringify(totalsOf(rows)));
      }),
    );
  });

  it.each(groupKeys)('grouped by %s they lose no partnership', (by) => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const { groups } = portfolioOf(rows, { ...everything, by }, today);
        const seen = new Set(groups?.flatMap((group) => group.rows.map(({ dir }) => dir)));
        expect(seen.size).toBe(rows.length);
      }),
    );
  });

  it('adds 0.1 and 0.2 to 0.3', () => {
    const tenth = (total: string) => rowOf(summary(total, { inputs: { total } }), today);
    const [found] = totalsOf([tenth('0.1'), tenth('0.2')]).inputs;
    expect(found === undefined ? '' : digitsOf(found.inputs.total)).toBe('0.3');
  });
});

describe('one organisation', () => {
  it("gives its own part, and with the others' it is all that was put in", () => {
    fc.assert(
      fc.property(portfolio, (rows) => {
        const { rows: found, totals } = organisationOf(rows, 'leumi');
        expect(found).toHaveLength(rows.length);
        for (const { row, own, others } of found)
          expect(digitsOf(own.total.plus(others.total))).toBe(digitsIn(row.inputs, 'total'));
        for (const { currency, own } of totals) {
          const expected = found
            .filter(({ row }) => row.currency === currency)
            .reduce((all, part) => all + hundredths(digitsOf(part.own.total)), 0n);
          expect(hundredths(digitsOf(own.total))).toBe(expected);
        }
      }),
    );
  });
});

function hundredths(digits: string): bigint {
  const [whole = '0', fraction = ''] = digits.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}
