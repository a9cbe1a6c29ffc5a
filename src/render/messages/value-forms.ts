import type { Words } from './wording.ts';

/** The value that was found instead of what was wanted, behind a sentence; empty where its kind says enough. */
export function shownValue({ value, found }: Words): string {
  return value && found !== 'nothing' && found !== 'list' && found !== 'mapping' ? ` (${value})` : '';
}

/** Says whether a text has the form of a day, be it one that there is or not. */
export function hasFormOfDate(value = ''): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}
