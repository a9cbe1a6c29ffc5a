import type { Caveat } from '../../core/measurement/caveats.ts';
import type { PeriodLength } from '../../core/measurement/inputs.ts';
import type { AttainmentGap, MetricKind } from '../../core/measurement/metrics.ts';
import type { Ratios } from '../../core/measurement/ratios.ts';
import type { Basis, InputType } from '../../core/measurement/records.ts';
import type { NeedState } from '../../core/measurement/resource-map.ts';
import type { Language } from '../../core/schema/partnership.ts';

/** The words of inputs, metrics, ratios, needs and health, in one language. */
export interface MeasurementWords {
  readonly title: string;
  readonly inputs: InputWords;
  readonly metrics: MetricWords;
  readonly ratios: RatioWords;
  readonly resources: ResourceWords;
  readonly health: HealthWords;
  readonly caveats: CaveatWords;
  readonly empty: EmptyWords;
}

export interface InputWords {
  readonly title: string;
  readonly types: Readonly<Record<InputType, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly noBasis: string;
  readonly hours: (hours: string) => string;
  readonly total: string;
  readonly withoutTime: string;
  readonly leveraged: string;
  readonly headline: (total: string) => string;
  readonly reached: (people: string, each: string) => string;
  readonly byPartner: string;
  readonly byType: string;
  readonly byPeriod: Readonly<Record<PeriodLength, string>>;
  readonly periods: Readonly<Record<PeriodLength, string>>;
  readonly noPartner: string;
  readonly left: (day: string) => string;
  readonly columns: {
    readonly type: string;
    readonly partner: string;
    readonly basis: string;
    readonly amount: string;
    readonly share: string;
    readonly membership: string;
    readonly hours: string;
  };
}

export interface MetricWords {
  readonly title: string;
  readonly kinds: Readonly<Record<MetricKind, string>>;
  readonly byPeriod: string;
  readonly columns: {
    readonly metric: string;
    readonly baseline: string;
    readonly target: string;
    readonly actual: string;
    readonly attainment: string;
    readonly trend: string;
    readonly source: string;
    readonly observations: string;
  };
  readonly gaps: Readonly<Record<AttainmentGap, string>>;
  readonly round: (minimum: string, spread: string) => string;
  readonly noSource: string;
  readonly sources: string;
}

export interface RatioWords {
  readonly title: string;
  readonly columns: { readonly ratio: string; readonly value: string; readonly formula: string };
  readonly names: Readonly<Record<keyof Ratios, string>>;
  readonly formulas: Readonly<Record<keyof Ratios, string>>;
}

export interface ResourceWords {
  readonly title: string;
  readonly columns: {
    readonly need: string;
    readonly value: string;
    readonly cover: string;
    readonly covered: string;
    readonly promised: string;
    readonly idea: string;
    readonly uncovered: string;
    readonly state: string;
    readonly received: string;
    readonly signed: string;
    readonly lost: string;
    readonly fulfilment: string;
  };
  readonly states: Readonly<Record<NeedState, string>>;
  readonly critical: string;
  readonly total: string;
  readonly pledges: string;
  readonly unassigned: (pledges: number) => string;
}

export interface HealthWords {
  readonly title: (from: string, to: string) => string;
  readonly columns: {
    readonly dimension: string;
    readonly partner: string;
    readonly mean: string;
    readonly minimum: string;
    readonly spread: string;
    readonly answers: string;
  };
  readonly overall: string;
  readonly missing: (names: string) => string;
}

export interface CaveatWords {
  readonly title: string;
  readonly mixed: (parts: string) => string;
  readonly timeless: (amount: string, entries: number) => string;
  readonly counted: (metric: string, entries: number) => string;
  readonly others: Readonly<
    Record<
      Exclude<Caveat['code'], 'mixed-basis' | 'time-without-basis' | 'not-counted'>,
      (entries: number) => string
    >
  >;
  readonly more: (places: number) => string;
}

export interface EmptyWords {
  readonly contributions: string;
  readonly metrics: string;
  readonly observations: string;
  readonly person: string;
  readonly metric: string;
}

/** Loads the words of the figures in one language. */
export async function loadMeasurementWords(language: Language): Promise<MeasurementWords> {
  if (language === 'he') return (await import('./he/measurement.ts')).measurement;
  return (await import('./en/measurement.ts')).measurement;
}
