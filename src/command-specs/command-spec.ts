import type { Bilingual } from '../core/problem.ts';
import type { Invocation } from '../invocation.ts';
import type { TopicName } from '../render/help/topic-names.ts';

/**
 * What a shell may offer for an argument or for the value of an option; where the words come from is told
 * in commands/complete/value-sources.ts. Choices and dates need none of these.
 */
export type ValueKind =
  | 'assignment'
  | 'command'
  | 'document'
  | 'done-item'
  | 'entry'
  | 'entry-assignment'
  | 'file'
  | 'folder'
  | 'metric'
  | 'model'
  | 'new-partner'
  | 'open-item'
  | 'person'
  | 'portfolio-partner'
  | 'portfolio-stage'
  | 'portfolio-tag'
  | 'review'
  | 'reviewer'
  | 'revision'
  | 'schema'
  | 'section'
  | 'settable'
  | 'shell'
  | 'stage'
  | 'table'
  | 'waiver';

/** The options of one run of a command, by their long names in camel case. */
export type CommandOptions = Readonly<Record<string, unknown>>;

/** One option of a command, in commander's notation. */
export interface OptionSpec {
  readonly flags: string;
  readonly about: Bilingual;
  /** Given several times, it is a list. */
  readonly repeatable?: true;
  readonly choices?: readonly string[];
  /** Where the meanings of the choices stand among those of the files' words: `reviews.decision`. */
  readonly meanings?: string;
  readonly isDate?: true;
  /** What a shell may offer for its value. */
  readonly completes?: ValueKind;
}

/** The groups in which the program's help lists the commands. */
export type CommandGroupName = 'start' | 'daily' | 'measure' | 'look' | 'hand-out' | 'tools';

/** One command: its words, and how its work is loaded when it is run. */
export interface CommandSpec {
  readonly name: string;
  /** Arguments in commander's notation: `<needed>`, `[optional]`, `[several...]`. */
  readonly args?: string;
  /** What a shell may offer for each argument, in their order; the last stands for all that follow. */
  readonly completes?: readonly ValueKind[];
  /** Called by programs, not by people: neither help nor completion lists it. */
  readonly hidden?: true;
  readonly about: Bilingual;
  readonly options?: readonly OptionSpec[];
  /** Command lines that run as they stand in a copy of examples/harbour-skills; a test runs them all. */
  readonly examples?: readonly string[];
  /** Where the program's help lists it; among the tools unless told. */
  readonly group?: CommandGroupName;
  /** Words that people try for it; they are suggested, never obeyed. */
  readonly triedAs?: readonly string[];
  /** What `partner help` explains that stands behind it. */
  readonly topics?: readonly TopicName[];
  readonly children?: readonly CommandSpec[];
  readonly run?: (
    invocation: Invocation,
    args: readonly unknown[],
    options: CommandOptions,
  ) => Promise<number>;
}

/** Options that several commands have. */
export const dryRun: OptionSpec = {
  flags: '-n, --dry-run',
  about: { en: 'show what would change and write nothing', he: 'להראות מה ישתנה ולא לכתוב דבר' },
};
export const commit: OptionSpec = {
  flags: '--commit',
  about: {
    en: 'commit what was written, and nothing else, to git',
    he: 'לשמור בגיט (commit) את מה שנכתב, ורק אותו',
  },
};
export const by: OptionSpec = {
  flags: '--by <name>',
  about: { en: 'who did it', he: 'מי ביצע' },
  completes: 'person',
};
export const on: OptionSpec = {
  flags: '--on <date>',
  about: { en: 'on which day (today)', he: 'באיזה יום (היום)' },
  isDate: true,
};

export const at: OptionSpec = {
  flags: '--at <rev>',
  about: {
    en: 'as it stood at a commit, branch or tag of git',
    he: 'כפי שהיה ב־commit, בענף או בתג של git',
  },
  completes: 'revision',
};
