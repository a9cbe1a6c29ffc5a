import { detailsOf } from './details.ts';
import { type GroupKey, stateKeys } from './keys.ts';
import type { PortfolioRow } from './row.ts';
import { stateKeyOf } from './select.ts';
import { type PortfolioTotals, totalsOf } from './totals.ts';

/** The partnerships that have one thing in common. */
export interface PortfolioGroup {
  /** An id, a state, a tag; null of those that have none. */
  readonly key: string | null;
  /** What the key is called: a model's or stage's title by language, a partner's name. */
  readonly title: Readonly<Record<string, string>> | string | null;
  readonly rows: readonly PortfolioRow[];
  readonly totals: PortfolioTotals;
}

interface Label {
  readonly key: string | null;
  readonly title: PortfolioGroup['title'];
  /** Groups stand in the order of this, then of their keys. */
  readonly rank: number;
}

const none: Label = { key: null, title: null, rank: Number.POSITIVE_INFINITY };

const labels: Readonly<Record<GroupKey, (row: PortfolioRow) => readonly Label[]>> = {
  stage: ({ current, stages }) => {
    const stage = stages[(current?.number ?? 0) - 1];
    if (current === null || stage === undefined) return [none];
    return [{ key: stage.id, title: stage.title, rank: current.number }];
  },
  state: (row) => {
    const state = stateKeyOf(row);
    return [{ key: state, title: null, rank: stateKeys.indexOf(state) }];
  },
  tag: ({ tags }) => orNone([...new Set(tags)].map((tag) => ({ key: tag, title: tag, rank: 0 }))),
  model: ({ model, modelTitle }) =>
    orNone(model === null ? [] : [{ key: model, title: modelTitle, rank: 0 }]),
  partner: (row) => {
    const byId = new Map(detailsOf(row).partners.map(({ id, name }) => [id, name]));
    return orNone([...byId].map(([id, name]) => ({ key: id, title: name, rank: 0 })));
  },
  currency: ({ currency }) => orNone(currency === null ? [] : [{ key: currency, title: currency, rank: 0 }]),
};

function orNone(found: readonly Label[]): readonly Label[] {
  return found.length === 0 ? [none] : found;
}

/**
 * The rows in groups, each in the order given, with its own totals. By tag and by partner a row stands in
 * every group that it belongs to; those that belong to none come last.
 */
export function groupsOf(rows: readonly PortfolioRow[], by: GroupKey): PortfolioGroup[] {
  const groups = new Map<string | null, { label: Label; rows: PortfolioRow[] }>();
  for (const row of rows) {
    for (const label of labels[by](row)) {
      const group = groups.get(label.key);
      if (group === undefined) groups.set(label.key, { label, rows: [row] });
      else group.rows.push(row);
    }
  }
  return [...groups.values()]
    .sort((a, b) => rankOf(a.label) - rankOf(b.label) || compare(a.label.key ?? '', b.label.key ?? ''))
    .map(({ label: { key, title }, rows: members }) => ({
      key,
      title,
      rows: members,
      totals: totalsOf(members),
    }));
}

// Infinity minus itself is no order.
function rankOf({ rank }: Label): number {
  return Math.min(rank, Number.MAX_SAFE_INTEGER);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
