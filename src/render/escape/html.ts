import type { Printable } from '../printable.ts';

declare const htmlBrand: unique symbol;

/** Markup in which every text from outside is escaped. Made by `html`, `text`, `foreign` and `join` alone. */
export type Html = string & { readonly [htmlBrand]: true };

/** What a template takes: markup as it is, numbers as their digits, lists one after another, null as nothing. */
export type HtmlPart = Html | number | null | readonly HtmlPart[];

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Characters that HTML has no place for, and those that would turn the order of the text around them;
// hidden marks that Hebrew and emoji need (joiners, the two marks of direction) stay.
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;

/**
 * Makes markup from a template. A plain text does not fit into it, so that the compiler asks for each
 * whether it is one of ours (`text`) or somebody else's (`foreign`, or `text` within an attribute).
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let made = strings[0] ?? '';
  parts.forEach((part, index) => {
    made += markupOf(part) + (strings[index + 1] ?? '');
  });
  return made as Html;
}

function markupOf(part: HtmlPart): string {
  if (part === null) return '';
  return typeof part === 'object' ? part.map(markupOf).join('') : String(part);
}

/** A text, escaped: for content and for values of quoted attributes. Control characters become U+FFFD. */
export function text(value: string): Html {
  return value
    .replace(unwanted, '\ufffd')
    .replace(/[&<>"']/g, (character) => replacements[character] ?? '') as Html;
}

/** A text out of people's files, kept from disturbing the order of what stands around it. */
export function foreign(value: string): Html {
  return html`<bdi>${value.split(longWord).map((piece, index) => (index % 2 === 0 ? text(piece) : breakable(piece)))}</bdi>`;
}

/** The markup with its foreign texts marked as of a language: of a page whose own words are in another. */
export function foreignIn(markup: Html, language: string): Html {
  return markup.replaceAll('<bdi>', `<bdi lang="${text(language)}">`) as Html;
}

// Longer than any word of a sentence: an address, a file name, or something worse. It may break anywhere,
// or else one such word would push a table out of its sheet.
const longWord = /(\S{25,})/;

function breakable(word: string): Html {
  return join((word.match(/.{1,12}/gsu) ?? []).map(text), breakHere);
}

const breakHere = '<wbr>' as Html;

/** A sentence of ours whose foreign pieces stand between U+2068 and U+2069, as on the terminal. */
export function sentence(value: Printable): Html {
  return value
    .split(/(\u2068[^\u2068\u2069]*\u2069)/)
    .map((piece) => (piece.startsWith('\u2068') ? foreign(piece.slice(1, -1)) : text(piece)))
    .join('') as Html;
}

/** Several pieces with a separator between them. */
export function join(parts: readonly Html[], separator: Html): Html {
  return parts.join(separator) as Html;
}

/** A link where the address is one that a page may lead to (http, https, mailto); else the text alone. */
export function link(address: string, shown: Html): Html {
  return isSafeAddress(address) ? html`<a href="${text(address)}" rel="noreferrer">${shown}</a>` : shown;
}

/** A link to another page in the same folder, by its file's name. */
export function pageLink(file: string, shown: Html): Html {
  return html`<a href="${text(encodeURIComponent(file))}">${shown}</a>`;
}

// Spaces and controls within would be dropped by a browser, and the rest read as another address.
function isSafeAddress(address: string): boolean {
  const isLink = /^(?:https?:\/\/(?![/?#])|mailto:)[^\s\p{C}\\]+$/iu.test(address);
  return isLink && URL.canParse(address);
}

/** A text as a string of CSS, quotes included: nothing in it can end the string or the style element. */
export function cssString(value: string): Html {
  const escaped = value
    .replace(unwanted, '\ufffd')
    .replace(/[^\p{L}\p{M}\p{N} .,·/]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"` as Html;
}
