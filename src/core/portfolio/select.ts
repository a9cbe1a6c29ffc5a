import type { PartnershipState } from '../journey.ts';
import { detailsOf } from './details.ts';
import { type SortKey, type StateKey, stateKeys } from './keys.ts';
import type { PortfolioRow } from './row.ts';
import { isOverdue, isStalled, urgencyOf } from './signals.ts';

/** Which partnerships are wanted: one of the values of each list that is not empty, and every flag. */
export interface PortfolioFilter {
  /** Ids or numbers of stages. */
  readonly stages: readonly string[];
  readonly states: readonly StateKey[];
  readonly tags: readonly string[];
  /** Ids or names of partners. */
  readonly partners: readonly string[];
  readonly overdue: boolean;
  readonly stalled: boolean;
}

/** The state of a row, or that it can't be read. */
export function stateKeyOf({ state }: { readonly state: PartnershipState | null }): StateKey {
  return state ?? 'unreadable';
}

/** The rows that a filter wants, in their order. */
export function selected(rows: readonly PortfolioRow[], filter: PortfolioFilter): PortfolioRow[] {
  const { stages, states, tags, partners } = filter;
  return rows.filter(
    (row) =>
      any(stages, (stage) => row.current?.stage === stage || String(row.current?.number) === stage) &&
      any(states, (state) => stateKeyOf(row) === state) &&
      any(tags, (tag) => row.tags.some((own) => isSame(own, tag))) &&
      isAmong(row, partners) &&
      (!filter.overdue || isOverdue(row)) &&
      (!filter.stalled || isStalled(row)),
  );
}

function any<T>(wanted: readonly T[], test: (value: T) => boolean): boolean {
  return wanted.length === 0 || wanted.some(test);
}

function isAmong(row: PortfolioRow, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const { partners } = detailsOf(row);
  return wanted.some((one) => partners.some((partner) => isPartner(partner, one)));
}

/** Says whether a partner is meant by an id or a name. */
export function isPartner(
  { id, name }: { readonly id: string; readonly name: string },
  wanted: string,
): boolean {
  return id === wanted || isSame(name, wanted);
}

function isSame(own: string, wanted: string): boolean {
  return own.normalize('NFC').toLowerCase() === wanted.normalize('NFC').toLowerCase();
}

type SortValue = string | number | null;

// What is missing goes last whichever way is sorted: nobody looks for it.
const sortValues: Readonly<Record<SortKey, (row: PortfolioRow) => SortValue>> = {
  urgency: (row) => urgencyOf(row),
  name: (row) => row.name ?? row.dir,
  dir: (row) => row.dir,
  stage: (row) => row.current?.number ?? null,
  state: (row) => stateKeys.indexOf(stateKeyOf(row)),
  progress: (row) => (row.state === null ? null : progressOf(row)),
  due: (row) => row.current?.due ?? null,
  overdue: (row) => (row.overdueDays === null ? null : -row.overdueDays),
  age: (row) => (row.stageDays === null ? null : -row.stageDays),
  review: (row) => row.nextReview,
  started: (row) => row.started,
  problems: (row) => -(row.errors * 10_000 + row.warnings),
};

/** How far on its way a partnership is, from 0 to 1: stages passed, and the current one by its required items. */
function progressOf({ passed, stages, current }: PortfolioRow): number {
  if (stages.length === 0) return 0;
  const { done = 0, total = 0 } = current?.required ?? {};
  return (passed + (total === 0 ? 0 : done / (total + 1))) / stages.length;
}

/**
 * The rows in the order that is asked for; of equal ones the most overdue first, then by their folders.
 * Names stand in the order of their letters, Latin before Hebrew, on every machine alike.
 */
export function sorted(rows: readonly PortfolioRow[], key: SortKey, reverse = false): PortfolioRow[] {
  const sortedBy = sortValues[key];
  const turn = reverse ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sortedBy(row) }))
    .sort(
      (a, b) =>
        compareValues(a.value, b.value, turn) ||
        (b.row.overdueDays ?? 0) - (a.row.overdueDays ?? 0) ||
        compare(a.row.dir, b.row.dir),
    )
    .map(({ row }) => row);
}

function compareValues(a: SortValue, b: SortValue, turn: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return turn * compare(a, b);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
