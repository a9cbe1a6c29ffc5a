import type { Language } from '../../core/schema/partnership.ts';

/** The words of the program's questions, in one language. */
export interface DialogueWords {
  /** What the keys do, by inquirer's own names of the actions. */
  readonly keys: Readonly<Record<string, string>>;
  readonly required: string;
  readonly skip: string;
  readonly check: {
    readonly which: (stage: string) => string;
    readonly optional: string;
    readonly evidence: (item: string, expected: string) => string;
  };
  readonly advance: {
    readonly decision: (stage: string) => string;
    readonly decisions: Readonly<Record<'advance' | 'hold' | 'return' | 'close' | 'reconfirm', string>>;
    readonly to: string;
    readonly stage: string;
    readonly reviewers: string;
    readonly reason: string;
    readonly waive: (item: string) => string;
    readonly nextReview: string;
    readonly write: string;
  };
  readonly entry: {
    readonly optional: (label: string) => string;
    readonly which: string;
  };
  readonly init: InitWords;
  readonly badDate: string;
  readonly badId: string;
}

export interface InitWords {
  readonly welcome: readonly string[];
  readonly language: string;
  readonly languages: Readonly<Record<Language, string>>;
  /** In which of the model's languages the texts are to be. */
  readonly textLanguage: string;
  readonly folder: string;
  readonly folderTaken: string;
  readonly name: string;
  readonly id: string;
  readonly model: string;
  readonly started: string;
  readonly currency: string;
  readonly badCurrency: string;
  readonly addPartner: string;
  readonly addAnother: string;
  readonly partnerName: string;
  readonly partnerSector: string;
  readonly preview: (folder: string) => string;
  readonly write: string;
  readonly what: {
    readonly home: string;
    readonly stages: (count: number) => string;
    readonly book: string;
  };
}

/** Loads the words of the questions in one language. */
export async function loadDialogueWords(language: Language): Promise<DialogueWords> {
  if (language === 'he') return (await import('./he/dialogue.ts')).dialogue;
  return (await import('./en/dialogue.ts')).dialogue;
}
