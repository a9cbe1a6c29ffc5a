/** A word that a shell may put on the command line, and what it stands for in the reader's language. */
export interface Candidate {
  readonly value: string;
  readonly about?: string | undefined;
}

/** What may stand where the cursor is. */
export interface Proposal {
  /** What stands before each candidate in the word that is being typed: `--lang=`, `type=`. */
  readonly prefix: string;
  readonly candidates: readonly Candidate[];
  /** What the shell is to offer by its own means, beside the candidates. */
  readonly paths?: 'files' | 'folders' | undefined;
}

/**
 * Whether a word goes on after a candidate, so that no space belongs behind it: `key=`, `stage/`, `Name:`.
 * The scripts of the shells know the same three signs.
 */
export function goesOn(value: string): boolean {
  return /[=/:]$/.test(value);
}

/** Candidates without those that stand there already, by what `key` makes of a value. */
export function without(
  candidates: readonly Candidate[],
  given: readonly string[],
  key: (value: string) => string = (value) => value,
): Candidate[] {
  const known = new Set(given.map(key));
  return candidates.filter(({ value }) => !known.has(key(value)));
}

/** The candidates that fit what is typed so far, or all others where none of them does. */
export function fittingFirst(
  preferred: readonly Candidate[],
  others: readonly Candidate[],
  typed: string,
): readonly Candidate[] {
  return preferred.some(({ value }) => value.startsWith(typed)) ? preferred : others;
}
