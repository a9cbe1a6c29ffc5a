import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, quotient } from '../../src/core/measurement/decimal.ts';
import type { Language } from '../../src/core/schema/partnership.ts';
import { figuresIn } from '../../src/render/figures.ts';

const languages: readonly Language[] = ['en', 'he'];

/** What Intl says of a number; it takes all digits of a text, which its types don't tell yet. */
function byIntl(language: Language, digits: string, options: object): string {
  const format = new Intl.NumberFormat(language, { signDisplay: 'negative', ...options } as object);
  return format.format(digits as unknown as number);
}

const value = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(25))
  .map(([digits, places]) => decimal(1).times(`${digits}e-${places}`));

describe.each(languages)('figures in %s', (language) => {
  const { number, money, percent, ratio } = figuresIn(language, 'ILS');

  it('are what Intl makes of them', () => {
    fc.assert(
      fc.property(value, (exact) => {
        const digits = exact.toFixed();
        expect(number(exact)).toBe(byIntl(language, digits, { maximumFractionDigits: 2 }));
        expect(money(exact)).toBe(
          byIntl(language, digits, {
            style: 'currency',
            currency: 'ILS',
            trailingZeroDisplay: 'stripIfInteger',
          }),
        );
        expect(ratio(exact)).toBe(
          byIntl(language, digits, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        );
        expect(percent(exact)).toBe(byIntl(language, digits, { style: 'percent', maximumFractionDigits: 1 }));
      }),
    );
  });

  it.each(['ILS', 'USD', 'EUR', 'GBP', 'JPY', 'INR', 'KRW', 'CHF', 'SEK', 'ZAR', 'AUD'])(
    'show %s as Intl does',
    (currency) => {
      for (const amount of [1250, 1250.5]) {
        expect(figuresIn(language, currency).money(decimal(amount))).toBe(
          byIntl(language, `${amount}`, {
            style: 'currency',
            currency,
            trailingZeroDisplay: 'stripIfInteger',
          }),
        );
      }
    },
  );

  it('show an amount without a currency, or with a broken one, as a number', () => {
    for (const broken of [null, 'shekel', '\u001b[2J']) {
      expect(figuresIn(language, broken).money(decimal(1250.5))).toBe('1,250.50');
    }
  });

  it('never make 0 of what is missing', () => {
    const { missing } = figuresIn(language, 'ILS');
    expect([number(null), money(null), percent(null)]).toEqual([missing, missing, missing]);
    expect(missing).not.toMatch(/0/);
  });

  it('round what never ends', () => {
    const third = quotient(decimal(1), decimal(3));
    expect([number(third), percent(third)]).toEqual(['0.33', '33.3%']);
  });
});

it.each([
  ['2026-03', 'Mar 2026', '03/2026'],
  ['2026-Q1', 'Q1 2026', 'רבעון 1, 2026'],
  ['2026', '2026', '2026'],
])('the period %s is %s and %s', (period, english, hebrew) => {
  expect([figuresIn('en', null).period(period), figuresIn('he', null).period(period)]).toEqual([
    english,
    hebrew,
  ]);
});
