import type { OffsetProblem, ProblemParams } from '../problem.ts';
import type { Refusal } from './figure.ts';
import type { Observation } from './observation.ts';
import type { ReadRow } from './read-rows.ts';
import { type Comparison, createRegister, type Register } from './register.ts';
import { type Cell, cellProblem } from './table.ts';

/** What recording will do: which observations are new, and what it comes to for each metric. */
export interface RecordingPlan {
  readonly fresh: readonly Observation[];
  /** Those given that are recorded already. */
  readonly known: readonly Observation[];
  readonly metrics: readonly MetricRecording[];
}

/** How many observations of a metric are new or known already, from the first day of them to the last. */
export interface MetricRecording {
  readonly metric: string;
  readonly recorded: number;
  readonly already: number;
  readonly from: string;
  readonly to: string;
}

/** Holds observations against those that are recorded; `observation-differs` where one contradicts another. */
export function planObservations(
  observations: readonly Observation[],
  recorded: readonly Observation[],
): RecordingPlan | Refusal {
  const known = registerOf(recorded);
  const compared: Compared[] = [];
  for (const observation of observations) {
    const comparison = known.compare(observation);
    if (comparison.kind === 'differs')
      return { code: 'observation-differs', params: contradiction(observation, comparison) };
    compared.push({ observation, isNew: comparison.kind === 'new' });
  }
  return planOf(compared);
}

/**
 * Holds the rows of a table against one another and against what is recorded. Problems:
 * `row-repeated` and `observation-differs`, which name the line of the other row where there is one.
 */
export function planRows(
  rows: readonly ReadRow[],
  recorded: readonly Observation[],
): { readonly plan: RecordingPlan; readonly problems: readonly OffsetProblem[] } {
  const known = registerOf(recorded);
  const above = createRegister<Cell>();
  const problems: OffsetProblem[] = [];
  const compared: Compared[] = [];
  for (const { observation, first } of rows) {
    const repeated = repetition(observation, first, above.compare(observation));
    above.add(observation, first);
    const comparison = known.compare(observation);
    if (repeated !== undefined) problems.push(repeated);
    else if (comparison.kind === 'differs')
      problems.push(cellProblem('observation-differs', first, contradiction(observation, comparison)));
    else compared.push({ observation, isNew: comparison.kind === 'new' });
  }
  return { plan: planOf(compared), problems };
}

function registerOf(recorded: readonly Observation[]): Register<number> {
  const register = createRegister<number>();
  for (const [index, observation] of recorded.entries()) register.add(observation, index);
  return register;
}

function repetition(
  observation: Observation,
  first: Cell,
  comparison: Comparison<Cell>,
): OffsetProblem | undefined {
  if (comparison.kind === 'new') return undefined;
  const lineOf = comparison.other.at.at;
  if (comparison.kind === 'same') return { ...cellProblem('row-repeated', first), lineOf };
  return { ...cellProblem('observation-differs', first, contradiction(observation, comparison)), lineOf };
}

function contradiction(
  { metric, on, value, num, den }: Observation,
  { difference, isOnly }: Extract<Comparison<unknown>, { kind: 'differs' }>,
): ProblemParams {
  const { field, recorded, given } = difference;
  const figure = value === undefined ? `num=${num} den=${den}` : `value=${value}`;
  const assignment = field === 'value' ? figure : `${field}="…"`;
  return {
    metric,
    on,
    field,
    recorded,
    given,
    ...(isOnly ? { change: `observations/${metric}/${on} ${assignment}` } : {}),
  };
}

interface Compared {
  readonly observation: Observation;
  readonly isNew: boolean;
}

function planOf(compared: readonly Compared[]): RecordingPlan {
  const metrics = new Map<string, MetricRecording>();
  for (const { observation, isNew } of compared) {
    const { metric, on } = observation;
    const before = metrics.get(metric) ?? { metric, recorded: 0, already: 0, from: on, to: on };
    const [from = on] = [before.from, on].sort();
    const [, to = on] = [before.to, on].sort();
    metrics.set(metric, {
      metric,
      recorded: before.recorded + (isNew ? 1 : 0),
      already: before.already + (isNew ? 0 : 1),
      from,
      to,
    });
  }
  const only = (wanted: boolean) =>
    compared.flatMap(({ observation, isNew }) => (isNew === wanted ? [observation] : []));
  return { fresh: only(true), known: only(false), metrics: [...metrics.values()] };
}
