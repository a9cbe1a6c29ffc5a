import { type Collection, type Entry, entriesOf, hasBrackets } from './collection-entries.ts';
import {
  isFirstOnLine,
  lineBreakNear,
  lineEnd,
  lineStart,
  nextLineStart,
  type Splice,
  skipBlanks,
  skipTrivia,
} from './text-layout.ts';

/**
 * The splice that writes an entry into a flow collection after another one (`undefined`: the
 * collection is empty); on a line of its own where that other one has one too.
 */
export function insertInFlow(
  text: string,
  collection: Collection,
  anchor: Entry | undefined,
  added: string,
): Splice {
  const [open, close] = collection.range;
  if (anchor === undefined) {
    const blank = text.slice(open + 1, close - 1).trim() === '';
    return { start: open + 1, end: blank ? close - 1 : open + 1, text: added };
  }
  if (!hasBrackets(text, collection)) {
    const pair = text.slice(open, anchor.end);
    return { start: open, end: anchor.end, text: `{${pair}, ${added}}` };
  }
  return insertOwnLine(text, anchor, added) ?? { start: anchor.end, end: anchor.end, text: `, ${added}` };
}

function insertOwnLine(text: string, anchor: Entry, added: string): Splice | undefined {
  if (!isFirstOnLine(text, anchor.start)) return undefined;
  const end = lineEnd(text, anchor.end);
  const comma = skipBlanks(text, anchor.end);
  const hasComma = text[comma] === ',';
  const rest = text.slice(hasComma ? comma + 1 : anchor.end, end);
  if (!/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  if (!hasComma && text[skipTrivia(text, end)] === ',') return undefined;
  const indent = text.slice(lineStart(text, anchor.start), anchor.start);
  const line = `${lineBreakNear(text, end)}${indent}${added}${hasComma ? ',' : ''}`;
  if (hasComma) return { start: end, end, text: line };
  return { start: anchor.end, end, text: `,${rest}${line}` };
}

/** The splice that takes one entry out of a flow collection that holds others too, with one comma. */
export function removeFromFlow(text: string, collection: Collection, index: number): Splice[] {
  const entries = entriesOf(text, collection);
  const entry = entries[index];
  if (entry === undefined) return [];
  const comma = skipTrivia(text, entry.end);
  const afterComma = text[comma] === ',' ? comma + 1 : undefined;
  const ownLine = removeOwnLine(text, entry, entries[index + 1] !== undefined);
  return [ownLine ?? removeBetween(text, entry, entries[index - 1], entries[index + 1], afterComma)];
}

function removeOwnLine(text: string, entry: Entry, hasNext: boolean): Splice | undefined {
  if (!isFirstOnLine(text, entry.start)) return undefined;
  const end = lineEnd(text, entry.end);
  const comma = skipBlanks(text, entry.end);
  const hasComma = text[comma] === ',';
  const rest = skipBlanks(text, hasComma ? comma + 1 : comma);
  if ((rest < end && text[rest] !== '#') || (hasNext && !hasComma)) return undefined;
  const next = nextLineStart(text, end);
  return next === end ? undefined : { start: lineStart(text, entry.start), end: next, text: '' };
}

function removeBetween(
  text: string,
  entry: Entry,
  before: Entry | undefined,
  after: Entry | undefined,
  afterComma: number | undefined,
): Splice {
  if (before !== undefined && !/[\n#]/.test(text.slice(before.end, entry.start))) {
    return { start: before.end, end: entry.end, text: '' };
  }
  if (after !== undefined && !/[\n#]/.test(text.slice(entry.end, after.start))) {
    return { start: entry.start, end: after.start, text: '' };
  }
  const end = afterComma ?? entry.end;
  const next = skipBlanks(text, end);
  // A comment needs the blank before it.
  return { start: entry.start, end: text[next] === '#' ? end : next, text: '' };
}
