import { commandSpecs } from './command-specs/command-specs.ts';
import { PartnerError } from './core/partner-error.ts';
import type { Bilingual } from './core/problem.ts';

// Commander words its errors in English only; the code and what stands in quotes say the same.
const wording: Readonly<Record<string, (what: string, value: string) => Bilingual>> = {
  'commander.missingArgument': (what) => ({ en: `"${what}" is missing`, he: `חסר "${what}"` }),
  'commander.optionMissingArgument': (what) => ({ en: `${what} wants a value`, he: `${what} צריך ערך` }),
  'commander.unknownOption': (what) => ({ en: `there is no option ${what}`, he: `אין אפשרות ${what}` }),
  'commander.excessArguments': () => ({ en: 'too many arguments', he: 'יותר מדי ארגומנטים' }),
  'commander.unknownCommand': (what) => ({ en: `there is no command "${what}"`, he: `אין פקודה "${what}"` }),
  'commander.invalidArgument': (what, value) => ({
    en: `${what}: "${value}" is not a value that it takes`,
    he: `${what}: הערך "${value}" אינו אפשרי`,
  }),
};

/** What commander says of a command line that it cannot take. */
interface ParsingError {
  readonly code: string;
  readonly message: string;
}

/** Turns an error of the command line's parser into one of ours, in both languages. */
export function usageError(error: ParsingError, argv: readonly string[]): PartnerError {
  const [quoted = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const meant = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  const allowed = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1];
  const base = wording[error.code]?.(quoted, value) ?? {
    en: error.message.replace(/^error: /, ''),
    he: error.message,
  };
  const problem = {
    en:
      base.en +
      (meant === undefined ? '' : ` (did you mean ${meant}?)`) +
      (allowed === undefined ? '' : `; choose ${allowed}`),
    he:
      base.he +
      (meant === undefined ? '' : ` (האם הכוונה ל־${meant}?)`) +
      (allowed === undefined ? '' : `; אפשר ${allowed}`),
  };
  const command = argv.find((word) => commandSpecs.some(({ name }) => name === word));
  const known = error.code === 'commander.unknownCommand' ? undefined : command;
  return new PartnerError(
    'usage',
    { problem, ...(known === undefined ? {} : { command: known }) },
    { cause: error },
  );
}
