/**
 * Why an observation that somebody gives cannot be recorded: the same whether it was typed or stands
 * in a row of a table. The codes are public, as those of refusals and of problems in files are.
 */
const observationProblemCodes = [
  'unknown-metric',
  'figure-form',
  'part-negative',
  'part-above-whole',
  'whole-not-positive',
  'share-not-taken',
  'share-needed',
  'day-in-future',
  'observation-differs',
] as const;

export type ObservationProblemCode = (typeof observationProblemCodes)[number];

/** What can be wrong with a table of observations itself. */
const tableProblemCodes = [
  'table-encoding',
  'table-too-large',
  'table-too-long',
  'table-empty',
  'table-quote',
  'unknown-column',
  'repeated-column',
  'missing-column',
  'row-length',
  'row-repeated',
  'formula-cell',
  'empty-cell',
  'day-form',
  'figure-twice',
] as const;

type TableProblemCode = (typeof tableProblemCodes)[number];

export type RecordingProblemCode = ObservationProblemCode | TableProblemCode;

/** All of them, for tests that want a case of each. */
export const recordingProblemCodes: readonly RecordingProblemCode[] = [
  ...observationProblemCodes,
  ...tableProblemCodes,
];
