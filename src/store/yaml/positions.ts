import type { Document, Pair, ParsedNode } from 'yaml';
import type { DataPath } from '../../core/problem.ts';

/** A place as people count it: both from 1, `column` in code points. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The offsets, in UTF-16 units, at which the lines of a text begin; the first is 0. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Line and column of an offset (UTF-16 units, held within the text). `lineStarts` is of the same
 * text, from `lineStartsOf`. An offset between the halves of a surrogate pair is its character's.
 */
export function positionAt(text: string, lineStarts: readonly number[], offset: number): LineColumn {
  const inside = Math.min(Math.max(offset, 0), text.length);
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  const before = text.slice(lineStarts[low] ?? 0, inside);
  const pairs = before.match(surrogatePair)?.length ?? 0;
  const isWithinPair =
    /[\ud800-\udbff]$/.test(before.slice(-1)) && /^[\udc00-\udfff]/.test(text.charAt(inside));
  return { line: low + 1, column: before.length - pairs - (isWithinPair ? 1 : 0) + 1 };
}

// A search for these is many times faster than a walk from one code point to the next; lines may be long.
const surrogatePair = /[\ud800-\udbff][\udc00-\udfff]/g;

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the value at a path stands, or its key; an empty value is shown by its key. A path that
 * does not exist is shown by its nearest existing parent: that one's key or, where it is an entry
 * of a sequence or the root, its first key. `undefined` only where the document has no content.
 */
export function locate(
  document: Document.Parsed,
  path: DataPath,
  part: 'key' | 'value',
): TextRange | undefined {
  const root: ParsedNode | null = document.contents;
  if (root === null) return undefined;
  let node: ParsedNode = root;
  let key: ParsedNode | undefined;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) return key === undefined ? beginningOf(node) : rangeOf(key);
    if (next.value === null) return rangeOf(next.key ?? node);
    key = next.key;
    node = next.value;
  }
  const [start, end] = node.range;
  if (key !== undefined && (part === 'key' || start === end)) return rangeOf(key);
  return part === 'key' ? beginningOf(node) : { start, end };
}

interface Child {
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | null;
}

// yaml's nodes are told apart by their shape, so that this file does not load yaml.
function childOf(node: ParsedNode, step: string | number): Child | undefined {
  if (!('items' in node)) return undefined;
  const items: readonly (ParsedNode | Pair<ParsedNode, ParsedNode | null>)[] = node.items;
  if (typeof step === 'number') {
    const item = items[step];
    return item === undefined || 'key' in item ? undefined : { key: undefined, value: item };
  }
  for (const item of items) {
    if (!('key' in item) || !('value' in item.key) || item.key.value !== step) continue;
    return { key: item.key, value: item.value };
  }
  return undefined;
}

function beginningOf(node: ParsedNode): TextRange {
  const first = 'items' in node ? node.items[0] : undefined;
  return rangeOf(first !== undefined && 'key' in first ? (first.key as ParsedNode) : node);
}

function rangeOf(node: ParsedNode): TextRange {
  const [start, end] = node.range;
  return { start, end };
}
