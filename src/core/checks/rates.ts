import type { CalendarDate } from '../calendar-date.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { type Finding, warningAt } from './finding.ts';

interface Contribution {
  readonly partner?: string;
  readonly type: string;
  readonly rate?: number;
  readonly basis?: string;
  readonly on: CalendarDate;
  readonly note?: string;
}

type RatedEntry = Entry<Contribution & { readonly rate: number }>;

/**
 * How paid time is valued over the years: a partner's rate that changes for a day before one that is
 * recorded already (history is never rated anew), two rates of a partner on one day, and more than one
 * basis of valuation in one total. Entries count in the order of the file, in which they were recorded.
 */
export function checkRates(partnership: Partnership): Finding[] {
  const contributions = entriesOf<Contribution>(partnership, 'contributions');
  const byPartner = new Map<string, RatedEntry[]>();
  for (const entry of contributions) {
    const { type, rate, partner } = entry.value;
    if (type !== 'time' || rate === undefined || partner === undefined) continue;
    const own = byPartner.get(partner);
    if (own === undefined) byPartner.set(partner, [entry as RatedEntry]);
    else own.push(entry as RatedEntry);
  }
  return [...[...byPartner.values()].flatMap(partnersRates), ...mixedBases(contributions)];
}

/** What is known of a partner's rates while its entries are read: one entry a day, in order of days. */
function partnersRates(entries: readonly RatedEntry[]): Finding[] {
  const known: RatedEntry[] = [];
  return entries.flatMap((entry) => {
    const { on, rate, partner = '' } = entry.value;
    const at = placeOf(known, on);
    const sameDay = known[at]?.value.on === on ? known[at] : undefined;
    if (sameDay !== undefined) {
      if (sameDay.value.rate === rate || areToldApart(sameDay.value, entry.value)) return [];
      return [
        warningAt(entry, ['rate'], 'two-rates', { partner, date: on, rate, other: sameDay.value.rate }),
      ];
    }
    const isBack = at < known.length;
    // The rate that held on that day; before all others, the first that is known.
    const held = (known[at - 1] ?? known[at])?.value;
    known.splice(at, 0, entry);
    if (!isBack || held === undefined || held.rate === rate || areToldApart(held, entry.value)) return [];
    const params = { partner, date: on, rate, other: held.rate, since: held.on };
    return [warningAt(entry, ['rate'], 'rate-redated', params)];
  });
}

/** Two rates are no contradiction where each says in its note what it is for. */
function areToldApart(one: Contribution, other: Contribution): boolean {
  return one.note !== undefined && other.note !== undefined && one.note.trim() !== other.note.trim();
}

/** Where a day stands, or would, among entries in order of their days. */
function placeOf(entries: readonly RatedEntry[], day: CalendarDate): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.value.on ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Told once, at the first entry whose basis is another than that of the first: one total holds them all. */
function mixedBases(contributions: readonly Entry<Contribution>[]): Finding[] {
  const based = contributions.filter(
    ({ value: { type, basis } }) => type !== 'leveraged' && basis !== undefined,
  );
  const first = based[0]?.value.basis;
  const other = based.find(({ value }) => value.basis !== first);
  if (first === undefined || other === undefined) return [];
  return [warningAt(other, ['basis'], 'mixed-bases', { basis: other.value.basis ?? '', other: first })];
}
