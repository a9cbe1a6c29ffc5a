import type { CalendarDate } from '../calendar-date.ts';
import { grouped } from '../grouped.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { type Decimal, decimal, quotient, sum, zero } from './decimal.ts';
import { type InputType, leftBy } from './records.ts';

/** An entry of `pledges`, as its schema accepts it. */
export interface PledgeData {
  readonly id: string;
  readonly partner: string;
  readonly type: InputType;
  readonly amount?: number;
  readonly hours?: number;
  readonly status: 'idea' | 'promised' | 'signed' | 'received';
  readonly need?: string;
}

/** What a pledge is worth to the plan; `lost` is one whose partner left before giving it. */
export type PledgeStanding = PledgeData['status'] | 'lost';

/** A pledge with its standing as of a day. */
export interface Pledge {
  readonly entry: Entry<PledgeData>;
  readonly data: PledgeData;
  readonly standing: PledgeStanding;
  /** Null where it is pledged in hours or in words only: nothing says what those are worth. */
  readonly amount: Decimal | null;
}

/** Amounts of pledges by their standing, and how many have no amount. */
export interface PledgeSums extends Readonly<Record<PledgeStanding, Decimal>> {
  readonly unvalued: number;
}

/** What one partner has pledged and given. */
export interface PartnerPledges {
  readonly partner: string;
  /** Null where the id is no partner's. */
  readonly name: string | null;
  readonly left: CalendarDate | null;
  readonly sums: PledgeSums;
  /** received / (signed + received); what a leaver signed and never gave counts. Null where neither is there. */
  readonly fulfilment: Decimal | null;
  readonly pledges: readonly Pledge[];
}

/**
 * Every pledge, in the order of the file. Pledges carry no date, so that they stand as they are now;
 * only whether their partner has left is as of the day.
 */
export function pledgesOf(partnership: Partnership, today: CalendarDate): Pledge[] {
  const gone = new Set(
    partnership.partners.flatMap(({ value }) => (leftBy(value, today) === null ? [] : [value.id])),
  );
  return entriesOf<PledgeData>(partnership, 'pledges').map((entry) => {
    const { status, partner, amount } = entry.value;
    return {
      entry,
      data: entry.value,
      standing: status !== 'received' && gone.has(partner) ? 'lost' : status,
      amount: amount === undefined ? null : decimal(amount),
    };
  });
}

/** Adds pledges up by their standing. */
export function pledgeSums(pledges: readonly Pledge[]): PledgeSums {
  const sums = { received: zero, signed: zero, promised: zero, idea: zero, lost: zero, unvalued: 0 };
  for (const { standing, amount } of pledges) {
    if (amount === null) sums.unvalued += 1;
    else sums[standing] = sums[standing].plus(amount);
  }
  return sums;
}

/** received / (signed + received), by the status that is written down; null where neither has an amount. */
export function fulfilmentOf(pledges: readonly Pledge[]): Decimal | null {
  const amountOf = (status: PledgeData['status']) =>
    sum(pledges.flatMap(({ data, amount }) => (data.status === status ? (amount ?? []) : [])));
  const received = amountOf('received');
  return quotient(received, received.plus(amountOf('signed')));
}

/** The pledges by partner: in the order of the partners, then whoever else a pledge names. */
export function pledgesByPartner(
  partnership: Partnership,
  pledges: readonly Pledge[],
  today: CalendarDate,
): PartnerPledges[] {
  const byPartner = grouped(pledges, ({ data }) => data.partner);
  const known = new Map(partnership.partners.map(({ value }) => [value.id, value]));
  const ids = new Set([...known.keys(), ...byPartner.keys()]);
  return [...ids].flatMap((partner) => {
    const own = byPartner.get(partner);
    const data = known.get(partner);
    if (own === undefined) return [];
    return [
      {
        partner,
        name: data?.name ?? null,
        left: data === undefined ? null : leftBy(data, today),
        sums: pledgeSums(own),
        fulfilment: fulfilmentOf(own),
        pledges: own,
      },
    ];
  });
}
