import type { Bilingual } from './problem.ts';
import type { Language } from './schema/partnership.ts';

// The scripts that run from right to left, and the languages that are written in them where a tag names none
// (Unicode's CLDR, scriptMetadata and likelySubtags).
const rightToLeftScripts = /^(?:adlm|arab|aran|hebr|mand|nkoo|rohg|syrc|thaa)$/i;
const rightToLeftLanguages = new Set(
  'ar arc azb bal ckb dv fa glk he iw ks lrc mzn nqo pnb ps sd sdh skr syr ug ur yi'.split(' '),
);

/** The direction in which a language is written, by its tag: `ar`, `ur`, `uz-Arab` from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = language.split('-');
  const script = subtags.find((subtag) => /^[A-Za-z]{4}$/.test(subtag));
  const isRightToLeft =
    script === undefined ? rightToLeftLanguages.has(primary) : rightToLeftScripts.test(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** The language that the program speaks of a partnership in, whose texts are in one that it may not speak. */
export function spokenLanguage(language: string): Language {
  return language === 'he' ? 'he' : 'en';
}

/** What people call one of the choices that a model declares; undefined where it declares no label for it. */
export function choiceLabel(
  labels: Readonly<Record<string, Bilingual>> | undefined,
  word: string,
  language: string,
): string | undefined {
  const label = labels !== undefined && Object.hasOwn(labels, word) ? labels[word] : undefined;
  return label === undefined ? undefined : labelIn(label, language);
}

/**
 * A label in a language: what a model declares stands in each of the model's own languages beside the
 * program's two; where it does not stand in that one, in English.
 */
export function labelIn(label: Bilingual, language: string): string {
  const texts: Readonly<Record<string, string>> = { ...label };
  return texts[language] ?? label.en;
}
