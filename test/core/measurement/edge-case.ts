import { expect, it } from 'vitest';
import { type Decimal, digitsOf } from '../../../src/core/measurement/decimal.ts';
import { type Measurement, measurementOf } from '../../../src/core/measurement/measurement.ts';
import { partnershipWith } from '../partnership-with.ts';

/** The day of the figures in every case. */
export const today = '2026-06-30';

/** What a case gives: sections by their names, and partners as `id`, `id joined` or `id joined left`. */
interface Given {
  readonly partners?: readonly string[];
  readonly [section: string]: readonly object[] | readonly string[] | undefined;
}

async function measured({ partners = ['a'], ...sections }: Given): Promise<Measurement> {
  const members = partners.map((words) => {
    const [id, joined = '2026-01-01', left] = words.split(' ');
    return { id, name: id, sector: 'ngo', joined, ...(left === undefined ? {} : { left }) };
  });
  return measurementOf(await partnershipWith({ partners: members, sections }), today);
}

/** Decimals as their digits, to forty places where they have more; all else as it is. */
function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly);
  const isDecimal = typeof value === 'object' && value !== null && 'toFixed' in value;
  return isDecimal ? digitsOf(value as Decimal) : value;
}

let made = 0;
const on = '2026-03-01';
/** A contribution of cash by partner a. */
export const cash = (amount: number, more: object = {}) => ({
  id: `c${made++}`,
  type: 'cash',
  partner: 'a',
  amount,
  on,
  ...more,
});
/** A contribution of time by partner a. */
export const time = (hours: number, rate: number, more: object = {}) => ({
  id: `t${made++}`,
  type: 'time',
  partner: 'a',
  hours,
  rate,
  on,
  ...more,
});
/** The metric m. */
export const metric = (aggregate: string, more: object = {}) => ({
  id: 'm',
  name: 'M',
  kind: 'outcome',
  aggregate,
  ...more,
});
/** An observation of m. */
export const seen = (value: number, when = on, more: object = {}) => ({
  metric: 'm',
  on: when,
  value,
  ...more,
});
/** An observation of m that is a share. */
export const part = (num: number, den: number, when = on) => ({ metric: 'm', on: when, num, den });
/** A pledge of partner a. */
export const pledge = (status: string, amount: number | undefined, more: object = {}) => ({
  id: `p${made++}`,
  partner: 'a',
  type: 'cash',
  status,
  ...(amount === undefined ? {} : { amount }),
  ...more,
});
/** The need n. */
export const need = (value: number | undefined, more: object = {}) => ({
  id: 'n',
  item: 'N',
  ...(value === undefined ? {} : { value }),
  ...more,
});
/** An answer to the health check. */
export const score = (partner: string, given: number, when = on, dimension = 'trust') => ({
  partner,
  dimension,
  score: given,
  on: when,
});

/** What a case is called, what it gives, which figure of it is looked at, and what that must be. */
export type Case = readonly [
  name: string,
  given: Given,
  figure: (figures: Measurement) => unknown,
  expected: unknown,
];

/** The codes of the caveats, in their order. */
export const codes = ({ caveats }: Measurement) => caveats.map(({ code }) => code);

/** Runs the cases, a test each. */
export function runCases(cases: readonly Case[]): void {
  it.each(cases)('%s', async (_name, given, figure, expected) => {
    // Through JSON, as a key with nothing behind it is a problem of its own.
    const figures = await measured(JSON.parse(JSON.stringify(given)) as Given);
    expect(plainly(figure(figures))).toEqual(expected);
  });
}
