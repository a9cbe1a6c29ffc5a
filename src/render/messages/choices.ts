import type { Language } from '../../core/schema/partnership.ts';

/** What the words of fixed lists mean, by the mapping or section and the key that they stand in. */
export type ChoiceWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Loads what the words of fixed lists mean, in one language. */
export async function loadChoiceWords(language: Language): Promise<ChoiceWords> {
  const { choices } = await (language === 'he' ? import('./he/choices.ts') : import('./en/choices.ts'));
  return choices;
}
