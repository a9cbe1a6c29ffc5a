/** What git says of a commit's signature: the letter of its `%G?`, and who signed where that is known. */
export interface Signature {
  readonly letter: string;
  readonly signer: string | null;
}

/** A commit, as it was recorded: who, when in the author's own zone (ISO 8601), and why. */
export interface Commit {
  readonly oid: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly at: string;
  readonly subject: string;
  /** Only where it was asked for: to check one, git runs the program that the settings name. */
  readonly signature: Signature | null;
}

/** A file that a commit changed: the names of its contents in each parent and now; null where there is none. */
export interface PathChange {
  readonly path: string;
  readonly before: readonly (string | null)[];
  readonly after: string | null;
}

/** A commit with the files that it changed; of a merge, those that differ from what every parent had. */
export interface LoggedCommit extends Commit {
  readonly changes: readonly PathChange[];
}

/** The day of a commit, by its author's clock and zone: `YYYY-MM-DD`. */
export function dayOf({ at }: Pick<Commit, 'at'>): string {
  return at.slice(0, 10);
}
