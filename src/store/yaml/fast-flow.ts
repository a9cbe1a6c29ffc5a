import { type Cursor, enter, giveUp, skipSpaces } from './fast-cursor.ts';
import { mayBeginPlain, readQuoted, resolveKey, resolvePlain } from './fast-scalar.ts';
import { maxKeys } from './limits.ts';

/** Reads the flow sequence or mapping at the cursor, which has to end on its line. */
export function readFlow(cursor: Cursor): unknown {
  enter(cursor);
  const isMapping = cursor.line[cursor.at] === '{';
  cursor.at += 1;
  cursor.tokens += 2;
  const value = isMapping ? readFlowMapping(cursor) : readFlowSequence(cursor);
  cursor.depth -= 1;
  return value;
}

function readFlowSequence(cursor: Cursor): unknown[] {
  const items: unknown[] = [];
  if (isClosed(cursor, ']')) return items;
  while (!cursor.failed) {
    items.push(readFlowValue(cursor));
    if (isClosed(cursor, ']')) break;
    readComma(cursor);
  }
  return items;
}

function readFlowMapping(cursor: Cursor): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  if (isClosed(cursor, '}')) return data;
  for (let count = 1; !cursor.failed; count += 1) {
    const key = readFlowKey(cursor);
    if (count > maxKeys || key === '__proto__' || Object.hasOwn(data, key)) giveUp(cursor);
    else data[key] = readFlowValue(cursor);
    if (isClosed(cursor, '}')) break;
    readComma(cursor);
  }
  return data;
}

/** Whether the collection ends here; then it moves past its bracket. */
function isClosed(cursor: Cursor, bracket: string): boolean {
  skipSpaces(cursor);
  // The bracket or comma, and spaces before and after it.
  cursor.tokens += 3;
  if (cursor.line[cursor.at] !== bracket) return false;
  cursor.at += 1;
  return true;
}

function readComma(cursor: Cursor): void {
  if (cursor.line[cursor.at] !== ',') giveUp(cursor);
  else cursor.at += 1;
  skipSpaces(cursor);
}

function readFlowKey(cursor: Cursor): string {
  const first = cursor.line[cursor.at];
  const isQuoted = first === '"' || first === "'";
  const key = isQuoted ? readQuoted(cursor) : resolveKey(cursor, readFlowPlain(cursor));
  if (cursor.line[cursor.at] !== ':' || cursor.line[cursor.at + 1] !== ' ') giveUp(cursor);
  else cursor.at += 1;
  skipSpaces(cursor);
  cursor.tokens += 4;
  return key;
}

function readFlowValue(cursor: Cursor): unknown {
  cursor.tokens += 2;
  const first = cursor.line[cursor.at];
  if (first === '[' || first === '{') return readFlow(cursor);
  if (first === '"' || first === "'") return readQuoted(cursor);
  return resolvePlain(cursor, readFlowPlain(cursor));
}

// What ends a plain scalar within a flow collection: a bracket, a comma or the colon of a key.
const flowPlainEnd = /[,[\]{}]|:(?=[ ,[\]{}]|$)/g;

/** A plain scalar up to the next `,`, bracket or `: `, without the spaces before that. */
function readFlowPlain(cursor: Cursor): string {
  const { line } = cursor;
  flowPlainEnd.lastIndex = cursor.at;
  const at = flowPlainEnd.exec(line)?.index;
  if (at === undefined || !mayBeginPlain(cursor)) {
    giveUp(cursor);
    return '';
  }
  let last = at;
  while (line[last - 1] === ' ') last -= 1;
  const source = line.slice(cursor.at, last);
  cursor.at = at;
  if (source.includes(' #')) giveUp(cursor);
  return source;
}
