import type { ErrorCode } from '../../core/partner-error.ts';
import type { ProblemCode, ProblemParams } from '../../core/problem.ts';
import type { Language } from '../../core/schema/partnership.ts';
import { printable } from '../printable.ts';

/** What is wrong, and where it helps, what to do next. */
export interface Worded {
  readonly message: string;
  readonly hint?: string;
}

/** A message's parameters as text that is safe to print; absent ones are undefined. */
export type Words = Readonly<Record<string, string | undefined>>;

/** The wording of every problem in people's files, in one language. */
export type ProblemWording = Readonly<Record<ProblemCode, (words: Words) => Worded>>;

/** The wording of every refusal of a command, in one language. */
export type ErrorWording = Readonly<Record<ErrorCode, (words: Words) => Worded>>;

/**
 * Turns parameters into printable words: lists are joined by commas, bilingual texts give the
 * language's own. This is where text out of people's files enters a message.
 */
export function wordsOf(params: ProblemParams, language: Language): Words {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (Array.isArray(value))
        return [key, value.map((word) => printable(shortened(String(word)))).join(', ')];
      if (typeof value === 'object') return [key, printable((value as Record<Language, string>)[language])];
      return [key, printable(shortened(String(value)))];
    }),
  );
}

// A word longer than this is no name but something that got into a name's place.
const longestWord = 200;

function shortened(text: string): string {
  return text.length <= longestWord ? text : `${Array.from(text).slice(0, longestWord).join('')}…`;
}

/** Adds a hint only where there is one. */
export function worded(message: string, hint?: string | false): Worded {
  return hint === undefined || hint === false || hint === '' ? { message } : { message, hint };
}

// What commands call otherwise than the part of a file that it is.
const helpWords: Readonly<Record<string, string>> = { stages: 'stage', conditions: 'reviews' };

/** The word under which `partner help` lists the fields of what a command changes: `pledges` for `pledges/p1`. */
export function helpWord(changed = ''): string {
  const [name = ''] = changed.split(/[/.]/);
  return helpWords[name] ?? name;
}
