import { type Figure, figureText } from './figure.ts';
import { figureOf, type Observation } from './observation.ts';

/** What a new observation is beside those that are known: new, known already, or at odds with one. */
export type Comparison<T> =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly other: Known<T> }
  | {
      readonly kind: 'differs';
      readonly other: Known<T>;
      readonly difference: Difference;
      /** Whether the other is the only one of its metric and day, so that the two name it. */
      readonly isOnly: boolean;
    };

/** A known observation and where it stands. */
export interface Known<T> {
  readonly observation: Observation;
  readonly at: T;
}

/** The first field in which two observations of one thing differ. */
export interface Difference {
  readonly field: 'value' | 'source' | 'method' | 'by';
  readonly recorded: string;
  readonly given: string;
}

/** Observations by metric and day, to hold new ones against. */
export interface Register<T> {
  readonly add: (observation: Observation, at: T) => void;
  readonly compare: (observation: Observation) => Comparison<T>;
}

/**
 * An empty register. Observations of one metric on one day stand beside each other only where each
 * names its source and the sources differ: two sites, two lists. All else of that metric and day is
 * the same observation again, or contradicts it. A field that a new one leaves out contradicts nothing.
 */
export function createRegister<T>(): Register<T> {
  const days = new Map<string, Known<T>[]>();
  const keyOf = ({ metric, on }: Observation) => `${metric} ${on}`;
  return {
    add: (observation, at) => {
      const day = days.get(keyOf(observation));
      if (day === undefined) days.set(keyOf(observation), [{ observation, at }]);
      else day.push({ observation, at });
    },
    compare: (observation) => {
      const day = days.get(keyOf(observation));
      if (day === undefined) return { kind: 'new' };
      const rivals = day.filter((known) => isOneSource(known.observation, observation));
      const same = rivals.find((rival) => differenceOf(rival.observation, observation) === undefined);
      if (same !== undefined) return { kind: 'same', other: same };
      const [other] = rivals;
      const difference = other && differenceOf(other.observation, observation);
      if (other === undefined || difference === undefined) return { kind: 'new' };
      return { kind: 'differs', other, difference, isOnly: day.length === 1 };
    },
  };
}

function isOneSource({ source: a }: Observation, { source: b }: Observation): boolean {
  return a === undefined || b === undefined || isSameText(a, b);
}

function differenceOf(recorded: Observation, given: Observation): Difference | undefined {
  const before = textOf(figureOf(recorded));
  const now = textOf(figureOf(given));
  if (before !== now) return { field: 'value', recorded: before, given: now };
  for (const field of ['source', 'method', 'by'] as const) {
    const wanted = given[field];
    const standing = recorded[field] ?? '';
    if (wanted !== undefined && !isSameText(wanted, standing))
      return { field, recorded: standing, given: wanted };
  }
  return undefined;
}

function textOf(figure: Figure | undefined): string {
  return figure === undefined ? '' : figureText(figure);
}

function isSameText(a: string, b: string): boolean {
  return a === b || a.normalize('NFC').trim() === b.normalize('NFC').trim();
}
