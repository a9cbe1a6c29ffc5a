import type { Quoting } from '../../core/completion/shell-words.ts';
import { type Printable, printable } from '../printable.ts';

/**
 * What a person types in bash, in the middle of a word, for a text to be taken as it is: nothing in it is
 * replaced, split, run, or looked up in the history.
 */
export function quoteForBash(text: Printable, quoting: Quoting): Printable {
  switch (quoting) {
    case 'plain':
      return printable(text.replace(/[^\w\-./:=@%+,\u0080-\u{10ffff}]/gu, '\\$&'));
    case 'single':
      return printable(text.replaceAll("'", "'\\''"));
    case 'double':
      // In double quotes a backslash keeps the history away from a `!`, and stays.
      return printable(text.replace(/["$\\`]/g, '\\$&').replaceAll('!', `"'!'"`));
    case 'dollar-single':
      return printable(text.replace(/['\\]/g, '\\$&').replaceAll('!', () => "'\\!$'"));
  }
}

/** A whole word for PowerShell: bare where it surely means itself, else in single quotes, which hold anything. */
export function quoteForPowerShell(text: Printable): Printable {
  if (/^-{0,2}[\w./:=+\u05d0-\u05ea-]+$/.test(text) && !/^\d/.test(text)) return text;
  return printable(`'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`);
}
