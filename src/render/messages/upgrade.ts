import type { Language } from '../../core/schema/partnership.ts';
import type { UpgradeNote } from '../../core/upgrade/note.ts';

type NoteWords = {
  readonly [Kind in UpgradeNote['kind']]: (note: Extract<UpgradeNote, { readonly kind: Kind }>) => string;
};

/** The words of an upgrade, in one language. */
export interface UpgradeWords {
  readonly title: (model: string, from: number, to: number) => string;
  readonly format: (from: number, to: number) => string;
  /** So many files are written as well that follow from the model. */
  readonly others: (files: number) => string;
  /** Nothing is left to do: the files follow the version already. */
  readonly upToDate: (model: string, version: number) => string;
  /** The same, of a model of the partnership's own. */
  readonly ownUpToDate: (model: string, version: number) => string;
  readonly notes: NoteWords;
  readonly conflicts: (count: number) => string;
  readonly wholeFile: string;
  readonly decide: string;
  readonly problems: (count: number) => string;
  readonly nothingElse: string;
  readonly confirm: string;
  readonly written: (files: number) => string;
  readonly notCommitted: string;
  readonly commit: (model: string, from: number, to: number) => string;
}

/** Loads the words of an upgrade in one language. */
export async function loadUpgradeWords(language: Language): Promise<UpgradeWords> {
  if (language === 'he') return (await import('./he/upgrade.ts')).upgrade;
  return (await import('./en/upgrade.ts')).upgrade;
}
