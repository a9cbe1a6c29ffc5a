import { PartnerError } from '../core/partner-error.ts';
import type { Model } from '../core/schema/model.ts';
import type { Language } from '../core/schema/partnership.ts';

/**
 * The language of a new partnership's texts: the one that was asked for, else the reader's, where the model has
 * it, else the model's first. Throws `usage` where the model does not have the one that was asked for.
 */
export function partnershipLanguage(
  { model, languages }: Pick<Model, 'model' | 'languages'>,
  asked: string | undefined,
  reader: Language,
  isReaderTold: boolean,
): string {
  if (asked === undefined) {
    const isThere = languages.includes(reader) || isReaderTold;
    return isThere ? reader : (languages[0] ?? reader);
  }
  if (languages.includes(asked)) return asked;
  const known = languages.join(', ');
  const problem = {
    en: `--language: the model ${model} has no texts in "${asked}"; it has ${known}`,
    he: `--language: למודל ${model} אין טקסטים בשפה "${asked}"; יש לו ${known}`,
  };
  throw new PartnerError('usage', { problem, command: 'init' });
}

/** What a language calls itself, as far as this system knows it; its tag otherwise. */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    return tag;
  }
}
