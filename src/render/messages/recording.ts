import type { Language } from '../../core/schema/partnership.ts';

/** The words of recording observations, in one language. Days come as the language writes them. */
export interface RecordingWords {
  readonly columns: {
    readonly metric: string;
    readonly recorded: string;
    readonly already: string;
    readonly period: string;
  };
  readonly days: (from: string, to: string) => string;
  /** A title above the table of what a file holds. */
  readonly found: (file: string) => string;
  readonly record: (observations: number) => string;
  readonly recorded: (observations: number, metrics: number) => string;
  readonly recordedOne: (metric: string, day: string, figure: string) => string;
  readonly alsoKnown: (observations: number) => string;
  readonly allKnown: (observations: number) => string;
  readonly knownOne: (metric: string, day: string, figure: string) => string;
  readonly wizard: {
    readonly intro: (period: string, day: string) => string;
    /** A question for a value; last and target are absent where there is none. */
    readonly value: (metric: AskedMetric) => string;
    readonly source: string;
    readonly preview: string;
    readonly allSeen: (period: string) => string;
    readonly nothing: string;
  };
}

/** A metric as it is asked for. */
export interface AskedMetric {
  readonly name: string;
  readonly unit: string | undefined;
  readonly last: { readonly figure: string; readonly day: string } | undefined;
  readonly target: string | undefined;
  /** Whether it takes a part and its whole. */
  readonly isShare: boolean;
}

/** Loads the words of one language. */
export async function loadRecordingWords(language: Language): Promise<RecordingWords> {
  if (language === 'he') return (await import('./he/recording.ts')).recording;
  return (await import('./en/recording.ts')).recording;
}
