/** The form of every id: lower-case ASCII letters, digits and hyphens, at most 64 characters. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

// A plain consonant transliteration: enough for an id that its author recognises.
const hebrewLetters: Readonly<Record<string, string>> = {
  א: 'a',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'v',
  ז: 'z',
  ח: 'ch',
  ט: 't',
  י: 'y',
  כ: 'k',
  ך: 'k',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: 'a',
  פ: 'p',
  ף: 'f',
  צ: 'tz',
  ץ: 'tz',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
};

/**
 * Makes an id from a name in any script: Hebrew letters are transliterated, accents dropped and
 * everything else becomes a hyphen. `fallback` stands in where nothing of the name is left, and
 * `-2`, `-3` … is added while `isTaken` says that the id exists.
 */
export function idFromName(
  name: string,
  fallback: string,
  isTaken: (id: string) => boolean = () => false,
): string {
  const base = slugOf(name) || fallback;
  let id = base;
  for (let count = 2; isTaken(id); count += 1) id = `${base.slice(0, 59)}-${count}`;
  return id;
}

function slugOf(name: string): string {
  const latin = [...name.normalize('NFKD').toLowerCase()]
    .map((letter) => hebrewLetters[letter] ?? letter)
    .join('')
    .replace(/[\p{M}'\u2019`"\u05f4\u05f3]/gu, '');
  return latin
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 48)
    .replace(/-+$/, '');
}
