import type { Bilingual } from '../core/problem.ts';
import type { Invocation } from '../invocation.ts';

/** The options of one run of a command, by their long names in camel case. */
export type CommandOptions = Readonly<Record<string, unknown>>;

/** One option of a command, in commander's notation. */
export interface OptionSpec {
  readonly flags: string;
  readonly about: Bilingual;
  /** Given several times, it is a list. */
  readonly repeatable?: true;
  readonly choices?: readonly string[];
  readonly isDate?: true;
}

/** One command: its words, and how its work is loaded when it is run. */
export interface CommandSpec {
  readonly name: string;
  /** Arguments in commander's notation: `<needed>`, `[optional]`, `[several...]`. */
  readonly args?: string;
  readonly about: Bilingual;
  readonly options?: readonly OptionSpec[];
  readonly examples?: readonly string[];
  readonly children?: readonly CommandSpec[];
  readonly run?: (
    invocation: Invocation,
    args: readonly unknown[],
    options: CommandOptions,
  ) => Promise<number>;
}

/** Options that several commands have. */
export const dryRun: OptionSpec = {
  flags: '--dry-run',
  about: { en: 'show what would change and write nothing', he: 'להראות מה ישתנה ולא לכתוב דבר' },
};
export const commit: OptionSpec = {
  flags: '--commit',
  about: {
    en: 'commit what was written, and nothing else, to git',
    he: 'לשמור בגיט (commit) את מה שנכתב, ורק אותו',
  },
};
export const by: OptionSpec = { flags: '--by <name>', about: { en: 'who did it', he: 'מי ביצע' } };
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
};
