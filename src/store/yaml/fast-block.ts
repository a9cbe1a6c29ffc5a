import { readBlockScalar } from './fast-block-scalar.ts';
import { type Cursor, enter, finishLine, giveUp, isLineDone, nextLine, skipSpaces } from './fast-cursor.ts';
import { readFlow } from './fast-flow.ts';
import { closingQuote, mayBeginPlain, readQuoted, resolveKey, resolvePlain } from './fast-scalar.ts';
import { maxKeys } from './limits.ts';

/** yaml refuses implicit keys over 1024 characters, counted from where the line's content begins. */
const maxKeyLength = 1_000;

/**
 * Reads the block sequence or mapping that begins at the cursor, up to the first line that is not
 * in its column. Such a line goes on with a collection around it or, where none is in its column
 * (a scalar of several lines, a wrong indent), is left at the end of all, which fails the reading.
 */
export function readBlock(cursor: Cursor): unknown {
  enter(cursor);
  const value = isAtDash(cursor) ? readSequence(cursor, cursor.indent) : readMapping(cursor, cursor.indent);
  cursor.depth -= 1;
  return value;
}

function isAtDash(cursor: Cursor): boolean {
  if (cursor.line[cursor.at] !== '-') return false;
  return cursor.at + 1 === cursor.line.length || cursor.line[cursor.at + 1] === ' ';
}

function readSequence(cursor: Cursor, indent: number): unknown[] {
  const items: unknown[] = [];
  while (cursor.indent === indent && isAtDash(cursor)) {
    const dash = cursor.at;
    cursor.at += 1;
    skipSpaces(cursor);
    cursor.tokens += 2;
    if (isLineDone(cursor)) items.push(readBelow(cursor, indent, false));
    else if (isAtDash(cursor) || beginsMapping(cursor)) {
      // A compact collection: its column is where it begins on the line.
      cursor.indent = indent + cursor.at - dash;
      items.push(readBlock(cursor));
    } else items.push(readInline(cursor, indent));
  }
  return items;
}

function readMapping(cursor: Cursor, indent: number): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (let count = 1; cursor.indent === indent; count += 1) {
    const key = readKey(cursor);
    if (count > maxKeys || key === '__proto__' || Object.hasOwn(data, key)) giveUp(cursor);
    if (cursor.failed) break;
    skipSpaces(cursor);
    data[key] = isLineDone(cursor) ? readBelow(cursor, indent, true) : readInline(cursor, indent);
  }
  return data;
}

/** The value of a key or dash that has nothing after it on its line. */
function readBelow(cursor: Cursor, indent: number, isMappingValue: boolean): unknown {
  nextLine(cursor);
  if (cursor.indent > indent) return readBlock(cursor);
  return isMappingValue && cursor.indent === indent && isAtDash(cursor) ? readBlock(cursor) : null;
}

function readInline(cursor: Cursor, indent: number): unknown {
  cursor.tokens += 2;
  const first = cursor.line[cursor.at];
  if (first === '|' || first === '>') return readBlockScalar(cursor, indent);
  let value: unknown;
  if (first === '"' || first === "'") value = readQuoted(cursor);
  else if (first === '[' || first === '{') value = readFlow(cursor);
  else value = resolvePlain(cursor, readPlain(cursor));
  finishLine(cursor);
  return value;
}

/** A plain scalar up to a comment or the end of the line, without the spaces before that. */
function readPlain(cursor: Cursor): string {
  const { line } = cursor;
  if (!mayBeginPlain(cursor) || colonAfter(cursor) !== -1) {
    giveUp(cursor);
    return '';
  }
  const comment = line.indexOf(' #', cursor.at);
  let last = comment === -1 ? line.length : comment;
  while (line[last - 1] === ' ') last -= 1;
  const source = line.slice(cursor.at, last);
  cursor.at = last;
  return source;
}

/** Where on the line the first colon stands that ends a key, before any comment; else -1. */
function colonAfter({ line, at }: Cursor): number {
  let colon = line.indexOf(': ', at);
  if (colon === -1) {
    if (!line.endsWith(':') || line.length <= at) return -1;
    colon = line.length - 1;
  }
  const comment = line.indexOf(' #', at);
  return comment === -1 || comment > colon ? colon : -1;
}

function isColon(line: string, at: number): boolean {
  return line[at] === ':' && (at + 1 === line.length || line[at + 1] === ' ');
}

function beginsMapping(cursor: Cursor): boolean {
  const first = cursor.line[cursor.at];
  if (first === '"' || first === "'") return isColon(cursor.line, closingQuote(cursor) + 1);
  return mayBeginPlain(cursor) && colonAfter(cursor) !== -1;
}

/** Reads a key and moves past its colon. */
function readKey(cursor: Cursor): string {
  cursor.tokens += 4;
  const start = cursor.at;
  const first = cursor.line[start];
  let key = '';
  if (first === '"' || first === "'") key = readQuoted(cursor);
  else {
    const colon = colonAfter(cursor);
    if (colon === -1 || first === '-' || !mayBeginPlain(cursor)) giveUp(cursor);
    else {
      key = resolveKey(cursor, cursor.line.slice(start, colon));
      cursor.at = colon;
    }
  }
  if (cursor.failed || !isColon(cursor.line, cursor.at) || cursor.at - start > maxKeyLength) giveUp(cursor);
  else cursor.at += 1;
  return key;
}
