import type { Language } from '../../core/schema/partnership.ts';

/** The words of taking back and doing again, in one language. What they are given is printable already. */
export interface UndoWords {
  /** How long ago something was, in whole minutes; `day` is its day, for what is long past. */
  readonly ago: (minutes: number, day: string) => string;
  /** A command with its time, and who gave it where that was somebody else. */
  readonly command: (command: string, ago: string, by: string | undefined) => string;
  readonly undo: StepWords;
  readonly redo: StepWords;
  readonly lostComments: (comments: string) => string;
  readonly committed: (files: string) => string;
  /** Said above what does not fit the version of the model that a step leads to. */
  readonly misfits: (count: number) => string;
  readonly unusable: (count: number) => string;
  readonly unavailable: (reason: string) => string;
  readonly list: {
    readonly done: string;
    readonly undone: string;
    readonly none: string;
    readonly when: string;
    readonly command: string;
    readonly by: string;
    readonly what: string;
    readonly more: (first: string, others: number) => string;
  };
}

interface StepWords {
  /** Said above what would change. */
  readonly heading: (command: string) => string;
  readonly question: string;
  /** These files were changed since, and the other changes stay; said before a step and after it. */
  readonly merged: (files: string) => string;
  readonly told: (command: string) => string;
  /** What can be done next: how many more this way. */
  readonly next: (left: number) => string;
}

/** Loads the words of taking back and doing again in one language. */
export async function loadUndoWords(language: Language): Promise<UndoWords> {
  if (language === 'he') return (await import('./he/undo.ts')).undo;
  return (await import('./en/undo.ts')).undo;
}
