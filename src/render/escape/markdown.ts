import { directionOf } from '../../core/language.ts';
import { printableLines } from '../printable.ts';

declare const markdownBrand: unique symbol;

/** A piece of Markdown on one line, in which every text from outside is escaped. */
export type Markdown = string & { readonly [markdownBrand]: true };

/** What a template takes: Markdown as it is, numbers as their digits. */
type MarkdownPart = Markdown | number;

/** Makes Markdown from a template; a plain text does not fit into it and has to pass `md.text` first. */
export function markdown(strings: TemplateStringsArray, ...parts: readonly MarkdownPart[]): Markdown {
  return strings.reduce((made, piece, index) => `${made}${parts[index - 1] ?? ''}${piece}`) as Markdown;
}

/**
 * A text that reads in Markdown as it is, where it does not begin a line (in a cell, in a heading): marks,
 * links, HTML, entities, cell borders and line breaks mean nothing in it, and controls are shown. Marks of
 * direction, which our own figures hold, are left out.
 */
export function inline(text: string): Markdown {
  return printableLines(text.replace(directionMarks, ''))
    .join(' ')
    .replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/(https?|ftp|mailto)(?=:)/gi, '$1&#8203;')
    .replace(/@/g, '&#64;') as Markdown;
}

const directionMarks = /[\u200e\u200f]/g;

/** `inline` where the text may begin a line: it is no list, rule or heading there either. */
export function plain(text: string): Markdown {
  return inline(text)
    .replace(/^\s*([-+=])/, '\\$1')
    .replace(/^\s*(\d+)([.)])(?=\s|$)/, '$1\\$2') as Markdown;
}

/** A link to an address that a page may lead to; else the text of the address. */
export function linkTo(address: string): Markdown {
  const isSafe = /^(?:https?:\/\/|mailto:)[^\s<>\p{Cc}]+$/iu.test(address);
  return (isSafe ? `<${address}>` : inline(address)) as Markdown;
}

/** Several pieces with a separator of ours between them. */
export function joined(parts: readonly Markdown[], separator: string): Markdown {
  return parts.join(separator) as Markdown;
}

/**
 * A whole document out of its body; one that reads from right to left stands in a block that says so. Where the
 * program's own `words` run the other way, each paragraph is left to run as it is written.
 */
export function markdownFile(body: string, language: string, words = language): string {
  const isRightToLeft = directionOf(language) === 'rtl' && directionOf(words) === 'rtl';
  return isRightToLeft ? `<div dir="rtl" lang="${language}">\n\n${body}\n\n</div>\n` : `${body}\n`;
}

/** A table; the cells are one line each. */
export function markdownTable(titles: readonly Markdown[], rows: readonly (readonly Markdown[])[]): string {
  const line = (cells: readonly Markdown[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), `|${titles.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
