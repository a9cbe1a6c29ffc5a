import type { CommandSpec } from './command-specs/command-spec.ts';
import { commandSpecs } from './command-specs/command-specs.ts';
import { nearest } from './core/nearest.ts';
import { PartnerError } from './core/partner-error.ts';
import type { Bilingual } from './core/problem.ts';
import { commandIn } from './help-page.ts';

/** What commander says of a command line that it cannot take. */
interface ParsingError {
  readonly code: string;
  readonly message: string;
}

/** An error of the parser taken apart: what stands in its quotes, what it suggests, which command it is about. */
interface Complaint {
  readonly what: string;
  readonly value: string;
  readonly message: string;
  readonly path: readonly CommandSpec[];
}

// Commander words its errors in English only; the code and what stands in quotes say the same.
const wording: Readonly<Record<string, (complaint: Complaint) => Bilingual>> = {
  'commander.missingArgument': ({ what }) => ({ en: `"${what}" is missing`, he: `חסר "${what}"` }),
  'commander.optionMissingArgument': ({ what }) => ({
    en: `${what} wants a value`,
    he: `${what} צריך ערך`,
  }),
  'commander.unknownOption': ({ what, message }) =>
    withMeant(
      { en: `there is no option ${what}`, he: `אין אפשרות ${what}` },
      /Did you mean (?:one of )?([^?]*)\?/.exec(message)?.[1],
    ),
  'commander.unknownCommand': ({ what, path }) =>
    withMeant({ en: `there is no command "${what}"`, he: `אין פקודה "${what}"` }, meantCommand(what, path)),
  'commander.invalidArgument': ({ what, value, message }) => {
    const allowed = /Allowed choices are ([^.]*)\./.exec(message)?.[1];
    const base = withMeant(
      { en: `${what}: "${value}" is not a value that it takes`, he: `${what}: הערך "${value}" אינו אפשרי` },
      // A word of three letters is near to every other.
      value.length < 4 ? undefined : nearest(value, allowed?.split(', ') ?? []),
    );
    if (allowed === undefined) return base;
    return { en: `${base.en}; choose ${allowed}`, he: `${base.he}; אפשר ${allowed}` };
  },
};

function withMeant({ en, he }: Bilingual, meant: string | undefined): Bilingual {
  if (meant === undefined) return { en, he };
  return { en: `${en} (did you mean ${meant}?)`, he: `${he} (האם הכוונה ל־${meant}?)` };
}

/** The command that a mistyped word, or a word of other programs, most likely means. */
function meantCommand(word: string, path: readonly CommandSpec[]): string | undefined {
  const known = path.at(-1)?.children ?? commandSpecs;
  const lower = word.toLowerCase();
  if (lower === 'version') return '--version';
  const tried = known.find(({ triedAs = [] }) => triedAs.includes(lower))?.name;
  return (
    tried ??
    nearest(
      word,
      known.map(({ name }) => name),
    )
  );
}

/** Turns an error of the command line's parser into one of ours, in both languages. */
export function usageError(error: ParsingError, argv: readonly string[]): PartnerError {
  const [what = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const path = commandIn(argv);
  const problem = wording[error.code]?.({ what, value, message: error.message, path }) ?? {
    en: error.message.replace(/^error: /, ''),
    he: error.message,
  };
  const command = path.map((one) => one.name).join(' ');
  const example = error.code === 'commander.missingArgument' ? path.at(-1)?.examples?.[0] : undefined;
  return new PartnerError(
    'usage',
    {
      problem,
      ...(command === '' ? {} : { command }),
      ...(example === undefined ? {} : { example }),
    },
    { cause: error },
  );
}

/** The refusal of arguments that a command has no place for. */
export function excessArguments(extra: readonly string[], path: readonly CommandSpec[]): PartnerError {
  const command = path.map((one) => one.name).join(' ');
  // Word processors make one dash of two hyphens.
  const dash = extra.find((word) => /^[\u2010-\u2015\u2212]/.test(word));
  if (dash !== undefined) {
    const problem = {
      en: `"${dash}" begins with a dash; an option begins with two hyphens: --`,
      he: `"${dash}" מתחיל בקו מפריד; אפשרות מתחילה בשני מקפים: --`,
    };
    return new PartnerError('usage', { problem, command });
  }
  const problem = {
    en: `\`${command}\` does not know what to do with "${extra[0]}"`,
    he: `\`${command}\` אינה יודעת מה לעשות עם "${extra[0]}"`,
  };
  return new PartnerError('usage', { problem, command });
}
