/** A word to type and what it means: an option, a command, a topic. */
export interface HelpTerm {
  readonly term: string;
  readonly about: string;
}

/** Terms under a title. */
export interface HelpGroup {
  readonly title: string;
  readonly terms: readonly HelpTerm[];
}

/** The help of the program, or of one command, as a value; every form of it renders this one. */
export interface HelpPage {
  /** The words that are typed to run it: `partner model show`. */
  readonly name: string;
  readonly about: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly groups: readonly HelpGroup[];
  /** Sentences that say where to read on. */
  readonly closing: readonly string[];
}

/** The titles of a help page, in one language. */
export interface HelpTitles {
  readonly usage: string;
  readonly examples: string;
}
