import Big from 'big.js';

/**
 * An exact decimal number. 0.1 + 0.2 is 0.3 here: every number of a file is taken as the digits that
 * were written, and sums, differences and products keep all of theirs.
 */
export type Decimal = Big;

// A constructor of our own, since its precision is a setting of the constructor.
const Exact = Big();

// Digits after the first one that a quotient keeps: far more than a double's 17, so that shares of a
// whole add up to 1 within 1e-30.
const quotientDigits = 40;
Exact.DP = quotientDigits;

export const zero: Decimal = new Exact(0);

/** The decimal that a number of a file was written as; the readers refuse numbers that are not exact. */
export function decimal(value: number): Decimal {
  return new Exact(value);
}

/** The decimal of digits that `digitsOf` gave. */
export function decimalOf(digits: string): Decimal {
  return new Exact(digits);
}

/** The exact sum; 0 of nothing. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** The exact sum of digits that `digitsOf` gave. */
export function sumOfDigits(texts: Iterable<string>): Decimal {
  // Whole amounts, as nearly all are, are added as doubles for as long as these are exact.
  let whole = 0;
  let total = zero;
  for (const text of texts) {
    const value = Number(text);
    const isExact = !text.includes('.') && Number.isSafeInteger(value) && Number.isSafeInteger(whole + value);
    if (isExact) whole += value;
    else total = total.plus(decimalOf(text));
  }
  return total.plus(whole);
}

/** The exact difference `from − less`. */
export function difference(from: Decimal, less: Decimal): Decimal {
  return from.minus(less);
}

/** The exact product. */
export function product(a: Decimal, b: Decimal): Decimal {
  return a.times(b);
}

/**
 * The quotient to forty digits from its first one; null where either is missing or the denominator is
 * 0: such a ratio is not available, which is not the same as 0.
 */
export function quotient(numerator: Decimal | null, denominator: Decimal | null): Decimal | null {
  if (numerator === null || denominator === null || denominator.eq(0)) return null;
  const shift = Math.max(0, denominator.e - numerator.e);
  return numerator.times(powerOfTen(shift)).div(denominator).times(powerOfTen(-shift));
}

function powerOfTen(exponent: number): Decimal {
  return new Exact(`1e${exponent}`);
}

/** The arithmetic mean; null of nothing. */
export function mean(values: readonly Decimal[]): Decimal | null {
  return quotient(sum(values), decimal(values.length));
}

/** Orders decimals: negative where `a` is less. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  return a.cmp(b);
}

/** The least of several; null of nothing. */
export function least(values: readonly Decimal[]): Decimal | null {
  return values.reduce<Decimal | null>((low, value) => (low === null || value.lt(low) ? value : low), null);
}

/** The greatest of several; null of nothing. */
export function greatest(values: readonly Decimal[]): Decimal | null {
  return values.reduce<Decimal | null>(
    (high, value) => (high === null || value.gt(high) ? value : high),
    null,
  );
}

/** The double nearest to the value: for JSON and for drawing, never to calculate on. */
export function toNumber(value: Decimal): number {
  return Number(value.toString());
}

/** The value to at most `places` decimals, half away from zero, without zeros at its end; for print only. */
export function rounded(value: Decimal, places: number): string {
  const text = value.toFixed(places);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** All digits of the value, without an exponent. */
export function digitsOf(value: Decimal): string {
  return value.toFixed();
}
