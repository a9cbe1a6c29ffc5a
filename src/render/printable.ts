import { once } from '../core/once.ts';

declare const printableBrand: unique symbol;

/**
 * One line of text that a terminal can only show, never obey: no control, escape sequence, line
 * break, direction override or hidden character stands in it. Made by `printable` and `trusted`.
 */
export type Printable = string & { readonly [printableBrand]: true };

/** One code point of a source text and what is shown for it. */
export interface ShownCodePoint {
  readonly source: string;
  readonly shown: Printable;
}

// What nearly every text consists of: letters, digits, punctuation, Hebrew with its points, arrows, ticks.
const plainText =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0591-\u05f4\u2010-\u2027\u20a0-\u20c0\u2190-\u2211\u2500-\u25fc\u2713-\u2718]*$/;

// As plainText, with the marks that the layout itself uses (see terminal/bidi.ts).
const ownText =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0591-\u05f4\u200e\u200f\u2010-\u2027\u2066-\u2069\u20a0-\u20c0\u2190-\u2211\u2500-\u25fc\u2713-\u2718]*$/;
const ownMarks = /([\u200e\u200f\u2066-\u2069]+)/;

const zeroWidthJoiner = '\u200d';

/**
 * The one way of foreign text to a terminal: every control and hidden character becomes visible as
 * `\x1b` or `\u{202e}`; Hebrew with its points, emoji sequences and all other scripts stay as they are.
 */
export function printable(text: string): Printable {
  if (plainText.test(text)) return text as Printable;
  let shown = '';
  for (const point of showCodePoints(text)) shown += point.shown;
  return shown as Printable;
}

/** `printable` for a text of several lines: split at LF and CRLF, every other control shown. */
export function printableLines(text: string): Printable[] {
  return text.split(/\r?\n/).map(printable);
}

/** What `printable` shows for each code point of a text, for those who count columns in its source. */
export function showCodePoints(text: string): ShownCodePoint[] {
  const points = Array.from(text);
  const { hidden } = classes();
  return points.map((source, index) => {
    const stays = !hidden.test(source) || joinsEmoji(source, points[index - 1], points[index + 1]);
    return { source, shown: (stays ? source : escapeCodePoint(source)) as Printable };
  });
}

/**
 * For texts that this program has put together out of its own words and of printable ones. They may hold
 * the direction marks and isolates that the layout puts around foreign words; everything else that a
 * terminal would obey is shown here too, so that a foreign word that came by no `printable` does no harm.
 */
export function trusted(text: string): Printable {
  if (ownText.test(text)) return text as Printable;
  return text
    .split(ownMarks)
    .map((piece, index) => (index % 2 === 1 ? piece : printable(piece)))
    .join('') as Printable;
}

// Classes of Unicode are made when a text first needs them: they take V8 longer than all that a plain text needs.
const classes = once(() => ({
  // Controls (Cc), direction and other format characters (Cf), lone surrogates (Cs), line and paragraph
  // separators, letters that leave no mark (the Hangul fillers) and the invisible variation selectors.
  hidden:
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\u{e0000}-\u{e0fff}]/u,
  emojiEnd: /(?:\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})$/u,
  emojiStart: /^\p{Extended_Pictographic}/u,
}));

function joinsEmoji(source: string, before = '', after = ''): boolean {
  const { emojiEnd, emojiStart } = classes();
  return source === zeroWidthJoiner && emojiEnd.test(before) && emojiStart.test(after);
}

function escapeCodePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}
