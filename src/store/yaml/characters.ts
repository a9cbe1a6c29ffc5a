/** What no file may hold: controls, DEL, C1 with NEL, a lone CR, noncharacters, a second BOM. */
export const refusedCharacter = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]|\r(?!\n)/;

/** Characters that turn the visual order of a text around, so that it reads other than it is. */
export const bidiControl = /[\u202a-\u202e\u2066-\u2069]/;

/** A carriage return that does not end a line. */
export const loneCarriageReturn = /\r(?!\n)/;

/**
 * What the fast reader leaves to the strict one: all of `refusedCharacter` and `bidiControl` but
 * the lone CR, and TAB, which has rules of its own. One class, since this runs over every file.
 */
export const neverPlain = /[\0-\x09\v\f\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/;

/** A line that git leaves where it could not merge; one of the four is enough, the others may be deleted. */
export const conflictMarker = /(?:^|\n)(?:(?:<{7}|>{7}|\|{7}) |={7}\r?(?:\n|$))/;

/** Names a character the way standards do: `U+001B`. */
export function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
