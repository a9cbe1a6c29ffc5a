import type { ReasonCode, Verdict } from '../../core/history/proof.ts';
import type { Language } from '../../core/schema/partnership.ts';

/** The words of a partnership's history, in one language. What they are given is printable already. */
export interface HistoryWords {
  readonly changes: ChangeWords;
  readonly page: PageWords;
  readonly rounds: RoundWords;
  readonly proof: ProofWords;
  readonly diff: DiffWords;
}

/** How each thing that can happen is told. */
export interface ChangeWords {
  readonly started: (name: string) => string;
  readonly checked: (item: string) => string;
  readonly unchecked: (item: string) => string;
  readonly reviewed: (decision: string, round: string) => string;
  readonly contributed: (facts: string) => string;
  readonly observed: (metric: string, facts: string) => string;
  readonly joined: (partner: string) => string;
  readonly left: (partner: string, facts: string) => string;
  readonly added: (place: string, label: string) => string;
  readonly removed: (place: string, label: string) => string;
  /** An entry, or a thing of which there is one, with the fields that changed. */
  readonly changed: (thing: string, fields: string) => string;
  readonly field: (label: string, from: string | undefined, to: string | undefined) => string;
  readonly becomes: (from: string, to: string) => string;
  readonly fact: (label: string, value: string) => string;
  readonly evidence: string;
  readonly checklist: string;
  readonly partnership: string;
  readonly stageHead: string;
  readonly pastReviewChanged: (review: string, fields: string) => string;
  readonly pastReviewRemoved: (review: string) => string;
  readonly orderChanged: string;
  readonly conditionMet: (condition: string) => string;
  readonly conditionOpen: (condition: string) => string;
  readonly moved: (from: string, to: string) => string;
  readonly unreadable: (file: string) => string;
  readonly yes: string;
  readonly no: string;
}

interface PageWords {
  readonly pending: string;
  readonly nothing: string;
  readonly nothingMatching: string;
  readonly cut: string;
  readonly events: (count: number) => string;
  readonly signaturesAsked: string;
  /** By the letter that git gives. */
  readonly signatures: Readonly<Record<string, string>>;
  readonly signedBy: (signer: string) => string;
}

interface RoundWords {
  readonly columns: {
    readonly number: string;
    readonly stage: string;
    readonly round: string;
    readonly from: string;
    readonly to: string;
    readonly days: string;
    readonly decision: string;
    readonly events: string;
  };
  readonly open: string;
  readonly holds: (count: number) => string;
  readonly waived: (count: number) => string;
  readonly total: (days: number) => string;
}

interface ProofWords {
  readonly columns: {
    readonly verdict: string;
    readonly stage: string;
    readonly decision: string;
    readonly commit: string;
  };
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly at: (commit: string) => string;
  readonly missing: (things: string) => string;
  readonly fields: (fields: string) => string;
  readonly none: string;
  readonly allProved: (count: number) => string;
  readonly notAllProved: (failed: number, unproved: number, of: number) => string;
  readonly seeChanges: string;
}

interface DiffWords {
  readonly between: (from: string, to: string) => string;
  readonly workingFiles: string;
  readonly nothing: string;
  readonly reviewOf: (stage: string, day: string) => string;
  readonly at: (day: string, revision: string) => string;
}

/** Loads the words of the history in one language. */
export async function loadHistoryWords(language: Language): Promise<HistoryWords> {
  if (language === 'he') return (await import('./he/history.ts')).history;
  return (await import('./en/history.ts')).history;
}
