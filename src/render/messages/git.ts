import type { Language } from '../../core/schema/partnership.ts';
import type { Decision } from '../../core/schema/reviews.ts';

/** What a commit says, in the partnership's language, and what is said of it. */
export interface CommitWords {
  readonly checked: (items: string) => string;
  readonly unchecked: (items: string) => string;
  readonly added: (entry: string) => string;
  readonly set: (entry: string) => string;
  readonly removed: (entry: string) => string;
  /** How many observations, and of which metrics. */
  readonly observed: (count: number, metrics: readonly string[]) => string;
  readonly started: (model: string) => string;
  readonly reviewed: (round: number, decision: string) => string;
  readonly returned: (round: number, stage: string) => string;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly committed: (commit: string, subject: string) => string;
  readonly alsoCommitted: (file: string) => string;
}

/** The words of all that has to do with git, in one language. */
export interface GitWords {
  readonly commit: CommitWords;
  readonly merge: {
    readonly byLines: (file: string) => string;
    readonly conflicts: (file: string, places: string) => string;
    readonly lostComments: (file: string, comments: string) => string;
  };
  readonly setup: {
    readonly installed: string;
    readonly removed: string;
    readonly asBefore: string;
    readonly wouldChange: string;
    readonly created: (file: string) => string;
    readonly changed: (file: string) => string;
    readonly deleted: (file: string) => string;
    readonly setting: (key: string) => string;
    readonly unset: (key: string) => string;
    readonly foreignHook: (file: string) => string;
    readonly shareAttributes: string;
  };
  readonly nothingStaged: string;
}

/** Loads the words about git in one language. */
export async function loadGitWords(language: Language): Promise<GitWords> {
  if (language === 'he') return (await import('./he/git.ts')).git;
  return (await import('./en/git.ts')).git;
}
