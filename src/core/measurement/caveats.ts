import type { CalendarDate } from '../calendar-date.ts';
import { grouped } from '../grouped.ts';
import { observedFigures } from '../observed.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { inputTypes } from '../schema/sections/words.ts';
import { type Decimal, sum } from './decimal.ts';
import type { MetricFigures } from './metrics.ts';
import type { Pledge } from './pledges.ts';
import type { Basis, Contribution, InputType } from './records.ts';

/**
 * What a reader of the figures must know beside them. `entries` are the places in the files.
 * - `mixed-basis`: T adds up amounts of different bases of valuation; `parts` says how much of each.
 * - `time-without-basis`: paid time that says nothing of how it was valued.
 * - `not-valued`: contributions without an amount, which count nowhere.
 * - `not-counted`: observations of a metric that its aggregate cannot count.
 * - `pledge-not-valued`: signed or received pledges without an amount, which the fulfilment leaves out.
 * - `dated-later`: entries after the day of the figures.
 */
export type Caveat =
  | { readonly code: 'mixed-basis'; readonly parts: readonly BasisPart[]; readonly entries: Places }
  | { readonly code: 'time-without-basis'; readonly amount: Decimal; readonly entries: Places }
  | { readonly code: 'not-counted'; readonly metric: string; readonly entries: Places }
  | { readonly code: 'not-valued' | 'pledge-not-valued' | 'dated-later'; readonly entries: Places };

/** What of one type is valued by one basis. */
export interface BasisPart {
  readonly type: InputType;
  readonly basis: Basis;
  readonly amount: Decimal;
}

type Places = readonly Entry<unknown>[];

/** The caveats of a partnership's figures, in the order of the list above. */
export function caveatsOf(
  partnership: Partnership,
  today: CalendarDate,
  contributions: readonly Contribution[],
  metrics: readonly MetricFigures[],
  pledges: readonly Pledge[],
): Caveat[] {
  const places = (found: readonly { readonly entry: Entry<unknown> }[]) => found.map(({ entry }) => entry);
  const timeless = contributions.filter(
    ({ data, amount }) => data.type === 'time' && data.basis === undefined && amount !== null,
  );
  const unvalued = contributions.filter(({ amount }) => amount === null);
  const unpriced = pledges.filter(
    ({ amount, data }) => amount === null && (data.status === 'signed' || data.status === 'received'),
  );
  const later = datedLater(partnership, today);
  return [
    ...mixedBases(contributions),
    ...(timeless.length === 0
      ? []
      : [{ code: 'time-without-basis' as const, amount: amountOf(timeless), entries: places(timeless) }]),
    ...(unvalued.length === 0 ? [] : [{ code: 'not-valued' as const, entries: places(unvalued) }]),
    ...metrics.flatMap(({ data, unusable }) =>
      unusable.length === 0
        ? []
        : [{ code: 'not-counted' as const, metric: data.id, entries: places(unusable) }],
    ),
    ...(unpriced.length === 0 ? [] : [{ code: 'pledge-not-valued' as const, entries: places(unpriced) }]),
    ...(later.length === 0 ? [] : [{ code: 'dated-later' as const, entries: later }]),
  ];
}

function mixedBases(contributions: readonly Contribution[]): Caveat[] {
  const valued = contributions.filter(
    ({ data, amount }) => data.type !== 'leveraged' && data.basis !== undefined && amount !== null,
  );
  if (new Set(valued.map(({ data }) => data.basis)).size < 2) return [];
  const parts = inputTypes.flatMap((type) => {
    const ofType = valued.filter(({ data }) => data.type === type);
    return [...grouped(ofType, ({ data }) => data.basis)].flatMap(([basis, own]) =>
      basis === undefined ? [] : [{ type, basis, amount: amountOf(own) }],
    );
  });
  return [{ code: 'mixed-basis', parts, entries: valued.map(({ entry }) => entry) }];
}

function amountOf(contributions: readonly Contribution[]): Decimal {
  return sum(contributions.flatMap(({ amount }) => amount ?? []));
}

const datedSections = ['contributions', 'health'] as const;

function datedLater(partnership: Partnership, today: CalendarDate): Places {
  const isLater = ({ value }: Entry<{ readonly on: CalendarDate }>) => value.on > today;
  const [contributions = [], health = []] = datedSections.map((section) =>
    entriesOf<{ readonly on: CalendarDate }>(partnership, section).filter(isLater),
  );
  return [...contributions, ...observedFigures(partnership).filter(isLater), ...health];
}
