import type { CalendarDate } from '../calendar-date.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import type { PartnerData } from '../schema/partnership.ts';
import type { contributionTypes, inputTypes } from '../schema/sections/words.ts';
import { type Decimal, decimal, product, zero } from './decimal.ts';

/** What is put in and stays inside the total T. */
export type InputType = (typeof inputTypes)[number];

/** What something is valued by: what it cost its giver, or what it would cost to buy. */
export type Basis = 'donor_cost' | 'replacement';

/** An entry of `contributions`, as its schema accepts it. */
export interface ContributionData {
  readonly id: string;
  readonly partner?: string;
  readonly type: (typeof contributionTypes)[number];
  readonly amount?: number;
  readonly hours?: number;
  readonly rate?: number;
  readonly basis?: Basis;
  readonly on: CalendarDate;
  readonly source?: string;
  readonly note?: string;
}

/** A contribution with what it is worth; its amount is null where its file doesn't say enough. */
export interface Contribution {
  readonly entry: Entry<ContributionData>;
  readonly data: ContributionData;
  readonly amount: Decimal | null;
  /** Hours of paid time; 0 for every other type. */
  readonly hours: Decimal;
}

/**
 * The contributions dated up to a day, in the order of the file. An amount that is written down
 * counts as it is; else it is hours × rate. What was rated once is never rated anew.
 */
export function contributionsOf(partnership: Partnership, today: CalendarDate): Contribution[] {
  return upTo(entriesOf<ContributionData>(partnership, 'contributions'), today).map((entry) => {
    const { type, hours } = entry.value;
    const isTime = type === 'time' && hours !== undefined;
    return {
      entry,
      data: entry.value,
      amount: worthOf(entry.value),
      hours: isTime ? decimal(hours) : zero,
    };
  });
}

/** What a contribution is worth: its amount, else hours × rate; null where its file doesn't say enough. */
export function worthOf({
  amount,
  hours,
  rate,
}: Partial<Pick<ContributionData, 'amount' | 'hours' | 'rate'>>): Decimal | null {
  if (amount !== undefined) return decimal(amount);
  if (hours === undefined || rate === undefined) return null;
  return product(decimal(hours), decimal(rate));
}

/** The entries that happened by the end of a day: nothing dated later counts. */
export function upTo<T extends { readonly on: CalendarDate }>(
  entries: readonly Entry<T>[],
  today: CalendarDate,
): Entry<T>[] {
  return entries.filter(({ value }) => value.on <= today);
}

/**
 * The partners that are or have been members by a day, in the order of the file; of an id that is
 * given twice the first one. A partner without a joining date was there from the start.
 */
export function partnersBy(partnership: Partnership, today: CalendarDate): Entry<PartnerData>[] {
  const seen = new Set<string>();
  return partnership.partners.filter(({ value: { id, joined } }) => {
    if ((joined !== undefined && joined > today) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** The day a partner left, where that has happened by the day in question. */
export function leftBy({ left }: PartnerData, today: CalendarDate): CalendarDate | null {
  return left !== undefined && left <= today ? left : null;
}
