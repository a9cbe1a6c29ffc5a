import type { CalendarDate } from './calendar-date.ts';
import { once } from './once.ts';
import { durationsOf, type Forecast, forecastsOf, type ModelDurations } from './portfolio/durations.ts';
import { groupsOf, type PortfolioGroup } from './portfolio/groups.ts';
import type { GroupKey, SortKey } from './portfolio/keys.ts';
import { type Organisation, organisationOf } from './portfolio/organisation.ts';
import { type PortfolioRow, rowOf } from './portfolio/row.ts';
import { type PortfolioFilter, selected, sorted } from './portfolio/select.ts';
import { sharedIds } from './portfolio/shared-ids.ts';
import type { PartnershipSummary } from './portfolio/summary.ts';
import { type PortfolioTotals, totalsOf } from './portfolio/totals.ts';

/** What is asked of a portfolio. */
export interface PortfolioQuery {
  readonly filter: PortfolioFilter;
  readonly sort: SortKey;
  readonly reverse: boolean;
  readonly by: GroupKey | null;
}

/** Many partnerships as of a day: the one value that the table, JSON, CSV and the page render. */
export interface Portfolio {
  readonly asOf: CalendarDate;
  readonly query: PortfolioQuery;
  /** How many there are, before any filter. */
  readonly found: number;
  /** Those that were asked for, in the order that was asked for. */
  readonly rows: readonly PortfolioRow[];
  readonly totals: PortfolioTotals;
  /** Null where nothing is grouped. */
  readonly groups: readonly PortfolioGroup[] | null;
  /** Null where not exactly one partner is asked for. */
  readonly organisation: Organisation | null;
  /** How long stages take, out of all that was found: a filter makes no sample smaller. */
  readonly durations: readonly ModelDurations[];
  /** Of the rows alone. */
  readonly forecasts: readonly Forecast[];
}

/** A query that asks for everything, the most urgent first. */
export const everything: PortfolioQuery = {
  filter: { stages: [], states: [], tags: [], partners: [], overdue: false, stalled: false },
  sort: 'urgency',
  reverse: false,
  by: null,
};

/** Puts a portfolio together out of summaries that hold on the day. */
export function portfolioOf(
  summaries: readonly PartnershipSummary[],
  query: PortfolioQuery,
  today: CalendarDate,
): Portfolio {
  const all = withSharedIds(summaries).map((summary) => rowOf(summary, today));
  const rows = sorted(selected(all, query.filter), query.sort, query.reverse);
  // Only asked for by some, and half of the work of a large portfolio.
  const durations = once(() => durationsOf(summaries, today));
  const forecasts = once(() => forecastsOf(rows, durations(), today));
  const [partner, ...others] = query.filter.partners;
  return {
    asOf: today,
    query,
    found: summaries.length,
    rows,
    totals: totalsOf(rows),
    groups: query.by === null ? null : groupsOf(rows, query.by),
    organisation: partner === undefined || others.length > 0 ? null : organisationOf(rows, partner),
    get durations() {
      return durations();
    },
    get forecasts() {
      return forecasts();
    },
  };
}

/** The summaries with one error more for each that has another one's id: only among the others can that be seen. */
function withSharedIds(summaries: readonly PartnershipSummary[]): readonly PartnershipSummary[] {
  const shared = sharedIds(summaries);
  if (shared.size === 0) return summaries;
  return summaries.map((summary) =>
    summary.id !== null && shared.has(summary.id) ? { ...summary, errors: summary.errors + 1 } : summary,
  );
}
