import type { CalendarDate } from '../calendar-date.ts';
import { grouped } from '../grouped.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { compareDecimals, type Decimal, decimal, difference, least, sum, zero } from './decimal.ts';
import {
  fulfilmentOf,
  type PartnerPledges,
  type Pledge,
  type PledgeSums,
  pledgeSums,
  pledgesByPartner,
  pledgesOf,
} from './pledges.ts';
import type { InputType } from './records.ts';

/** An entry of `needs`, as its schema accepts it. */
export interface NeedData {
  readonly id: string;
  readonly item: string;
  readonly type?: InputType;
  readonly value?: number;
  readonly by?: CalendarDate;
  readonly critical?: boolean;
}

/** A need's value in four parts that add up to it: given or signed for, promised, an idea, nothing. */
export interface Cover {
  readonly covered: Decimal;
  readonly promised: Decimal;
  readonly idea: Decimal;
  readonly uncovered: Decimal;
}

/**
 * How far a need is met: `covered` by what is received or signed; `promised` or `idea` where it takes
 * promises or ideas to reach the whole; `partly` where even these leave something open; `uncovered`
 * where no pledge of a present partner stands behind it.
 */
export type NeedState = 'covered' | 'promised' | 'idea' | 'partly' | 'uncovered';

/** One need against the pledges that name it. */
export interface NeedCover {
  readonly entry: Entry<NeedData>;
  readonly data: NeedData;
  readonly value: Decimal | null;
  readonly sums: PledgeSums;
  /** Null where the need has no value. */
  readonly cover: Cover | null;
  readonly state: NeedState;
  readonly pledges: readonly Pledge[];
}

/** What is needed against what is pledged. */
export interface ResourceMap {
  readonly needs: readonly NeedCover[];
  /** All needs that have a value, together. */
  readonly needed: Decimal;
  readonly cover: Cover;
  /** Pledges that name no need of the plan. */
  readonly unassigned: readonly Pledge[];
  readonly sums: PledgeSums;
  readonly partners: readonly PartnerPledges[];
  /** received / (signed + received); null where neither has an amount. */
  readonly fulfilment: Decimal | null;
}

/** Holds the needs against the pledges as of a day. */
export function resourceMapOf(partnership: Partnership, today: CalendarDate): ResourceMap {
  const pledges = pledgesOf(partnership, today);
  const byNeed = grouped(pledges, ({ data }) => data.need);
  const entries = entriesOf<NeedData>(partnership, 'needs');
  const ids = new Set(entries.map(({ value }) => value.id));
  const needs = entries.map((entry) => needCover(entry, byNeed.get(entry.value.id) ?? []));
  return {
    needs,
    needed: sum(needs.flatMap(({ value }) => value ?? [])),
    cover: coverOfAll(needs.flatMap(({ cover }) => cover ?? [])),
    unassigned: pledges.filter(({ data }) => data.need === undefined || !ids.has(data.need)),
    sums: pledgeSums(pledges),
    partners: pledgesByPartner(partnership, pledges, today),
    fulfilment: fulfilmentOf(pledges),
  };
}

function needCover(entry: Entry<NeedData>, pledges: readonly Pledge[]): NeedCover {
  const value = entry.value.value === undefined ? null : decimal(entry.value.value);
  const sums = pledgeSums(pledges);
  const cover = value === null ? null : coverOf(value, sums);
  const state = cover === null ? stateByBest(pledges) : stateByCover(cover, pledges);
  return { entry, data: entry.value, value, sums, cover, state, pledges };
}

/** Fills a need up with what is surest first; what goes beyond its value is left out. */
function coverOf(value: Decimal, { received, signed, promised, idea }: PledgeSums): Cover {
  let open = value;
  const fill = (offered: Decimal): Decimal => {
    const taken = least([open, offered]) ?? zero;
    open = difference(open, taken);
    return taken;
  };
  const parts = { covered: fill(sum([received, signed])), promised: fill(promised), idea: fill(idea) };
  return { ...parts, uncovered: open };
}

function stateByCover({ uncovered, idea, promised }: Cover, pledges: readonly Pledge[]): NeedState {
  const isNothing = (amount: Decimal) => compareDecimals(amount, zero) === 0;
  if (!isNothing(uncovered)) return stateByBest(pledges) === 'uncovered' ? 'uncovered' : 'partly';
  if (!isNothing(idea)) return 'idea';
  return isNothing(promised) ? 'covered' : 'promised';
}

/** Where no amounts can be held against each other, the surest pledge says how far a need is met. */
function stateByBest(pledges: readonly Pledge[]): NeedState {
  const standings = new Set(pledges.map(({ standing }) => standing));
  if (standings.has('received') || standings.has('signed')) return 'covered';
  if (standings.has('promised')) return 'promised';
  return standings.has('idea') ? 'idea' : 'uncovered';
}

function coverOfAll(covers: readonly Cover[]): Cover {
  const total = (part: keyof Cover) => sum(covers.map((cover) => cover[part]));
  return {
    covered: total('covered'),
    promised: total('promised'),
    idea: total('idea'),
    uncovered: total('uncovered'),
  };
}
