import type { CalendarDate } from '../calendar-date.ts';
import { grouped } from '../grouped.ts';
import type { Entry, Partnership } from '../partnership.ts';
import type { PartnerData } from '../schema/partnership.ts';
import { inputTypes } from '../schema/sections/words.ts';
import { type Decimal, quotient, sum, zero } from './decimal.ts';
import { type Basis, type Contribution, type InputType, leftBy, partnersBy } from './records.ts';

/**
 * What was put in, in the partnership's currency: cash K, paid time V, in-kind goods G and management
 * cost M make the total T. Leveraged outside resources L stand beside it and are never part of T.
 */
export interface Inputs {
  readonly cash: Decimal;
  readonly time: Decimal;
  readonly inKind: Decimal;
  readonly management: Decimal;
  readonly total: Decimal;
  /** Hours of paid time; those of management are inside its cost. */
  readonly hours: Decimal;
  readonly leveraged: Decimal;
}

/** A part of the inputs: what it holds, its share of T, and the contributions that it is made of. */
export interface InputsPart {
  readonly inputs: Inputs;
  /** Null where T is 0. */
  readonly share: Decimal | null;
  readonly contributions: readonly Contribution[];
}

/** What came from one partner. `partner` is null where a contribution names none. */
export interface PartnerInputs extends InputsPart {
  readonly partner: string | null;
  /** Null where the id is no partner's. */
  readonly name: string | null;
  readonly joined: CalendarDate | null;
  readonly left: CalendarDate | null;
}

export type PeriodLength = 'month' | 'quarter' | 'year';

/** What came in one period: `2026-03`, `2026-Q1` or `2026`. */
export interface PeriodInputs extends InputsPart {
  readonly period: string;
}

/** What came in one form, and by which basis it was valued; a basis is null where none is stated. */
export interface TypeInputs {
  readonly type: InputType;
  readonly total: Decimal;
  readonly share: Decimal | null;
  readonly hours: Decimal;
  readonly bases: readonly { readonly basis: Basis | null; readonly total: Decimal }[];
  readonly contributions: readonly Contribution[];
}

/** Adds contributions up, exactly. */
export function inputsOf(contributions: readonly Contribution[]): Inputs {
  const totals = { cash: zero, time: zero, in_kind: zero, management: zero, leveraged: zero };
  for (const { data, amount } of contributions) {
    if (amount !== null) totals[data.type] = totals[data.type].plus(amount);
  }
  const { cash, time, in_kind: inKind, management, leveraged } = totals;
  return {
    cash,
    time,
    inKind,
    management,
    total: sum([cash, time, inKind, management]),
    hours: sum(contributions.map(({ hours }) => hours)),
    leveraged,
  };
}

/**
 * The inputs by partner: everyone who has been a member by the day, also those who gave nothing, in the
 * order of the file; then whoever else a contribution names, and last those that name nobody.
 * The totals add up to T and the shares to 1.
 */
export function inputsByPartner(
  partnership: Partnership,
  contributions: readonly Contribution[],
  total: Decimal,
  today: CalendarDate,
): PartnerInputs[] {
  const given = grouped(contributions, ({ data }) => data.partner ?? null);
  const known = new Map(partnership.partners.map((entry) => [entry.value.id, entry]));
  const nameless = given.get(null);
  // What outsiders bring along without a partner's part in it is nobody's input.
  const isOutside = nameless === undefined || nameless.every(({ data }) => data.type === 'leveraged');
  const ids = new Set<string | null>([
    ...partnersBy(partnership, today).map(({ value }) => value.id),
    ...[...given.keys()].filter((id) => id !== null),
    ...(isOutside ? [] : [null]),
  ]);
  return [...ids].map((id) => ({
    ...partnerOf(id, id === null ? undefined : known.get(id), today),
    ...partOf(given.get(id) ?? [], total),
  }));
}

function partnerOf(id: string | null, entry: Entry<PartnerData> | undefined, today: CalendarDate) {
  return {
    partner: id,
    name: entry?.value.name ?? null,
    joined: entry?.value.joined ?? null,
    left: entry === undefined ? null : leftBy(entry.value, today),
  };
}

/** The inputs by month, quarter or year, in order; periods in which nothing came are left out. */
export function inputsByPeriod(
  contributions: readonly Contribution[],
  total: Decimal,
  length: PeriodLength,
): PeriodInputs[] {
  const groups = grouped(contributions, ({ data }) => periodOf(data.on, length));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, given]) => ({ period, ...partOf(given, total) }));
}

/** The period of a day: `2026-03`, `2026-Q1` or `2026`. */
export function periodOf(date: CalendarDate, length: PeriodLength): string {
  if (length === 'year') return date.slice(0, 4);
  if (length === 'month') return date.slice(0, 7);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The inputs by type in the order K, V, G, M, each with what it was valued by. */
export function inputsByType(contributions: readonly Contribution[], total: Decimal): TypeInputs[] {
  const byType = grouped(contributions, ({ data }) => data.type);
  return inputTypes.map((type) => {
    const given = byType.get(type) ?? [];
    const worth = amountOf(given);
    return {
      type,
      total: worth,
      share: quotient(worth, total),
      hours: sum(given.map(({ hours }) => hours)),
      bases: [...grouped(given, ({ data }) => data.basis ?? null)].map(([basis, valued]) => ({
        basis,
        total: amountOf(valued),
      })),
      contributions: given,
    };
  });
}

function amountOf(contributions: readonly Contribution[]): Decimal {
  return sum(contributions.flatMap(({ amount }) => amount ?? []));
}

function partOf(contributions: readonly Contribution[], total: Decimal): InputsPart {
  const inputs = inputsOf(contributions);
  return { inputs, share: quotient(inputs.total, total), contributions };
}
