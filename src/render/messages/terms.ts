import type { Language } from '../../core/schema/partnership.ts';

/** The words of the program's own reports, in one language. */
export interface Terms {
  readonly direction: 'ltr' | 'rtl';
  /** A day as the language writes it. */
  readonly date: (day: string) => string;
  /** States of a partnership and of its stages, decisions, and every other word of a fixed list. */
  readonly words: Readonly<Record<string, string>>;
  readonly status: StatusTerms;
  readonly diagnostics: DiagnosticTerms;
  readonly changes: ChangeTerms;
  readonly model: ModelTerms;
}

export interface StatusTerms {
  readonly asOf: (day: string) => string;
  readonly progress: (passed: number, of: number) => string;
  readonly round: (round: number) => string;
  readonly waived: (waivers: number) => string;
  readonly columns: {
    readonly number: string;
    readonly stage: string;
    readonly state: string;
    readonly checklist: string;
    readonly due: string;
    readonly review: string;
  };
  readonly overdue: (days: number) => string;
  readonly dueIn: (days: number) => string;
  readonly gateOpen: (stage: string) => string;
  readonly gateShut: (stage: string) => string;
  readonly notDone: string;
  readonly noEvidence: string;
  readonly noDecision: string;
  readonly invalid: string;
  readonly invalidSection: (section: string) => string;
  readonly expects: (evidence: string) => string;
  readonly next: string;
  readonly optionalOpen: (count: number) => string;
  readonly suspect: (stage: string) => string;
  readonly ended: (state: string) => string;
  readonly conditions: string;
  readonly nextReview: (day: string, days: number) => string;
  readonly problems: (errors: number, warnings: number) => string;
  /** A newer version of the model is there than the files follow. */
  readonly newerModel: (newest: number, followed: number) => string;
}

export interface DiagnosticTerms {
  readonly error: string;
  readonly warning: string;
  readonly sound: (partnerships: number, files: number) => string;
  readonly found: (errors: number, warnings: number, files: number) => string;
  /** While many are being read: a bar, so many of so many, so many a second. */
  readonly reading: (bar: string, done: number, total: number, perSecond: number) => string;
  /** Of so many partnerships the model has a newer version. */
  readonly newerModels: (partnerships: number) => string;
}

export interface ChangeTerms {
  readonly dryRun: string;
  /** So many files were written for editors. */
  readonly schemas: (files: number) => string;
  readonly unchanged: string;
  readonly checked: (items: string) => string;
  readonly unchecked: (items: string) => string;
  readonly added: (entry: string) => string;
  readonly set: (entry: string) => string;
  readonly removed: (entry: string) => string;
  readonly created: (name: string, folder: string) => string;
  readonly reviewed: (decision: string, stage: string, round: number) => string;
  readonly closingFacts: string;
  readonly movedTo: (stage: string, round: number) => string;
  readonly staysAt: (stage: string, round: number) => string;
  readonly confirmedAgain: (stage: string) => string;
  readonly waiting: (holder: string) => string;
  readonly warnings: string;
  readonly notLocked: string;
  readonly unlocked: (holder: string) => string;
}

export interface ModelTerms {
  readonly version: (version: number) => string;
  readonly sound: (id: string, stages: number) => string;
  readonly stages: (count: number) => string;
  readonly sections: string;
  readonly optional: string;
  /** That a new model stands in a file. */
  readonly made: (id: string, file: string) => string;
  /** That a model is the partnership's own, or lies in the folder where one stands; with its folder. */
  readonly own: (dir: string) => string;
  readonly here: (dir: string) => string;
  /** That the partnership goes by it. */
  readonly inUse: string;
  readonly broken: string;
  /** What stands before the metrics that a partnership of the model begins with. */
  readonly metrics: string;
}

/** Loads the words of one language, and of no other. */
export async function loadTerms(language: Language): Promise<Terms> {
  if (language === 'he') return (await import('./he/terms.ts')).terms;
  return (await import('./en/terms.ts')).terms;
}
