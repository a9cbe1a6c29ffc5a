import { type Printable, trusted } from '../printable.ts';

/** The direction that a page is read in. */
export type Direction = 'ltr' | 'rtl';

/**
 * Who puts right-to-left text into its visible order: nobody (`logical`: pipes and files, no marks
 * added), the terminal itself (`terminal`: isolates keep cells apart), or this program (`visual`).
 */
export type BidiMode = 'logical' | 'terminal' | 'visual';

type Environment = Readonly<Record<string, string | undefined>>;

/** U+2066: what follows is a left-to-right island, up to `popIsolate`. */
export const leftToRightIsolate = '\u2066';
/** U+2067: what follows is a right-to-left island, up to `popIsolate`. */
export const rightToLeftIsolate = '\u2067';
/** U+2069: ends the innermost island. */
export const popIsolate = '\u2069';
/** U+200E: an invisible left-to-right letter. */
export const leftToRightMark = '\u200e';

const firstStrongIsolate = '\u2068';
const marks = /[\u200e\u200f\u2066-\u2069]/g;

// Hebrew, Arabic and their neighbours, in and beyond the basic plane, and the marks that act like them.
const rightToLeft =
  /[\u0590-\u08ff\u200f\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * How a terminal treats right-to-left text. PARTNER_BIDI (logical, terminal, visual) decides; else a
 * stream that is no terminal gets plain logical text, terminals known to reorder do it themselves
 * (VTE from 0.58, Konsole, mlterm, Apple's), and for all others the text is put into visible order.
 */
export function detectBidiMode(env: Environment, isTTY: boolean): BidiMode {
  const wish = env.PARTNER_BIDI;
  if (wish === 'logical' || wish === 'terminal' || wish === 'visual') return wish;
  if (!isTTY) return 'logical';
  const reorders =
    Number(env.VTE_VERSION ?? 0) >= 5800 ||
    (env.KONSOLE_VERSION ?? '') !== '' ||
    env.TERM_PROGRAM === 'Apple_Terminal' ||
    /^mlterm/.test(env.TERM ?? '');
  return reorders ? 'terminal' : 'visual';
}

/** True when a text holds anything that is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/**
 * The direction of a piece that stands for itself, such as a table's cell: the page's own where the
 * piece has letters of it, else that of its letters. A single figure (`-5`, `3/5`) reads left to right.
 */
export function baseDirection(text: string, page: Direction): Direction {
  const rtl = text.search(rightToLeft);
  if (rtl === -1) return hasLetter(text) || !/\s/.test(text.trim()) ? 'ltr' : page;
  if (page === 'rtl') return 'rtl';
  const latin = text.search(/[A-Za-z\u00c0-\u02af\u0370-\u052f]/);
  return latin !== -1 && latin < rtl ? 'ltr' : 'rtl';
}

// All of Unicode's letters are asked for where a text has none of the common ones: V8 takes its time to prepare them.
function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || /\p{L}/u.test(text);
}

/** Keeps a foreign piece (a name, a file) inside a sentence from disturbing the order around it. */
export function isolated(text: Printable): Printable {
  return trusted(`${firstStrongIsolate}${text}${popIsolate}`);
}

/** The text without its invisible direction marks. */
export function withoutMarks(text: string): string {
  return text.replace(marks, '');
}
