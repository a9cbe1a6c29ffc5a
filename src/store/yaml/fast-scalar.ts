import { exactNumber, isNumberLike } from '../../core/plain-number.ts';
import { type Cursor, giveUp } from './fast-cursor.ts';

// The words of the core schema (YAML 1.2.2, 10.3.2).
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

const neverFirst = new Set(',[]{}#&*!|>\'"%@`?:');

/** What may follow a backslash here; the strict reader knows more. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['t', '\t'],
]);

/** Whether a plain scalar may surely begin with what stands at the cursor. */
export function mayBeginPlain({ line, at }: Cursor): boolean {
  const first = line[at];
  if (first === undefined || neverFirst.has(first)) return false;
  if (first !== '-') return true;
  const second = line[at + 1] ?? ' ';
  return second !== ' ' && !neverFirst.has(second);
}

/** The value of a plain scalar under the core schema. */
export function resolvePlain(cursor: Cursor, source: string): unknown {
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!isNumberLike(source)) return source;
  return exactNumber(source) ?? giveUp(cursor);
}

/** A plain key: only what is a text beyond doubt. */
export function resolveKey(cursor: Cursor, source: string): string {
  const isOdd = words.has(source) || isNumberLike(source) || /["#'[\]{},<]| $/.test(source);
  if (isOdd || source === '') giveUp(cursor);
  return source;
}

/** Where on the line the quote stands that closes the one at the cursor; else -1. */
export function closingQuote({ line, at }: Cursor): number {
  const quote = line[at] === '"' ? '"' : "'";
  let close = line.indexOf(quote, at + 1);
  if (quote === "'") {
    while (close !== -1 && line[close + 1] === "'") close = line.indexOf("'", close + 2);
    return close;
  }
  const backslash = line.indexOf('\\', at + 1);
  return backslash === -1 || backslash > close ? close : closingAfterEscapes(line, backslash);
}

function closingAfterEscapes(line: string, backslash: number): number {
  let at = backslash;
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
  return at < line.length ? at : -1;
}

/** Reads the quoted scalar at the cursor, which has to end on its line. */
export function readQuoted(cursor: Cursor): string {
  const close = closingQuote(cursor);
  if (close === -1) {
    giveUp(cursor);
    return '';
  }
  const inner = cursor.line.slice(cursor.at + 1, close);
  const isDouble = cursor.line[close] === '"';
  cursor.at = close + 1;
  if (isDouble) return inner.includes('\\') ? unescaped(cursor, inner) : inner;
  return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
}

function unescaped(cursor: Cursor, inner: string): string {
  return inner.replace(/\\(.)/gsu, (_, escaped: string) => {
    const meaning = escapes.get(escaped);
    if (meaning === undefined) giveUp(cursor);
    return meaning ?? '';
  });
}
