import { type Decimal, sumOfDigits } from '../measurement/decimal.ts';
import type { Inputs } from '../measurement/inputs.ts';
import type { InputsText } from './inputs-text.ts';
import { type StateKey, stateKeys } from './keys.ts';
import type { PortfolioRow } from './row.ts';
import { stateKeyOf } from './select.ts';
import type { SummaryStage } from './summary.ts';

/** How many partnerships stand in one stage of one model. */
export interface StageCount {
  readonly stage: SummaryStage;
  readonly model: string;
  readonly number: number;
  readonly count: number;
}

/** Inputs in one currency; null where partnerships name none. Never added to another currency's. */
export interface CurrencyInputs {
  readonly currency: string | null;
  readonly inputs: Inputs;
  /** How many partnerships they are from. */
  readonly partnerships: number;
}

/** What several partnerships come to together. */
export interface PortfolioTotals {
  readonly count: number;
  /** Of those that go on, in the order of their models' stages. */
  readonly byStage: readonly StageCount[];
  /** States that nothing is in are left out. */
  readonly byState: readonly { readonly state: StateKey; readonly count: number }[];
  readonly overdue: number;
  readonly errors: number;
  readonly warnings: number;
  /** By currency, in the order of their codes. */
  readonly inputs: readonly CurrencyInputs[];
  /**
   * The people reached, one partnership after the other: who is reached by two of them counts twice. Null
   * where nobody counts.
   */
  readonly reached: Decimal | null;
}

/** Adds a portfolio up, exactly. */
export function totalsOf(rows: readonly PortfolioRow[]): PortfolioTotals {
  const reached = rows.flatMap((row) => row.reached ?? []);
  const count = (of: (row: PortfolioRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    count: rows.length,
    byStage: stageCounts(rows),
    byState: stateKeys
      .map((state) => ({ state, count: rows.filter((row) => stateKeyOf(row) === state).length }))
      .filter((one) => one.count > 0),
    overdue: rows.filter(({ overdueDays }) => overdueDays !== null).length,
    errors: count(({ errors }) => errors),
    warnings: count(({ warnings }) => warnings),
    inputs: inputsByCurrency(rows),
    reached: reached.length === 0 ? null : sumOfDigits(reached),
  };
}

function stageCounts(rows: readonly PortfolioRow[]): StageCount[] {
  const counts = new Map<string, { stage: SummaryStage; model: string; number: number; count: number }>();
  for (const { current, model, stages } of rows) {
    const stage = stages[(current?.number ?? 0) - 1];
    if (current === null || stage === undefined || model === null) continue;
    const key = `${model}/${stage.id}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { stage, model, number: current.number, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((a, b) => compare(a.model, b.model) || a.number - b.number);
}

function inputsByCurrency(rows: readonly PortfolioRow[]): CurrencyInputs[] {
  // What can't be read gave nothing that is known, in a currency that nobody knows.
  const readable = rows.filter(({ state }) => state !== null);
  const codes = [...new Set(readable.map(({ currency }) => currency))];
  return codes
    .sort((a, b) => compare(a ?? '', b ?? ''))
    .map((currency) => {
      const own = readable.filter((row) => row.currency === currency);
      return { currency, inputs: addedUp(own.map(({ inputs }) => inputs)), partnerships: own.length };
    });
}

/** Adds inputs of one currency up, exactly. */
export function addedUp(parts: readonly InputsText[]): Inputs {
  const total = (key: keyof Inputs) => sumOfDigits(parts.flatMap((part) => part[key] ?? []));
  return {
    cash: total('cash'),
    time: total('time'),
    inKind: total('inKind'),
    management: total('management'),
    total: total('total'),
    hours: total('hours'),
    leveraged: total('leveraged'),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
