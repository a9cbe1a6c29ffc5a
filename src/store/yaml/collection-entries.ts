import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { beforeLineBreak, lineStart, skipTrivia } from './text-layout.ts';

export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/**
 * One key or entry of a collection at its place: `start` is its key or dash (its value in a flow
 * sequence), `indicatorEnd` follows its colon or dash (`undefined` where it has none), `end` is where
 * its content ends, before blanks, comment and line break. `value` is `undefined` where it is empty.
 */
export interface Entry {
  readonly step: string | number;
  readonly start: number;
  readonly indicatorEnd: number | undefined;
  readonly value: ParsedNode | undefined;
  readonly end: number;
}

/** The entries of a collection in their order. */
export function entriesOf(text: string, collection: Collection): Entry[] {
  if (isMap(collection)) {
    return collection.items.map((pair) => mappingEntry(text, pair.key, pair.value));
  }
  if (!collection.flow) return sequenceEntries(text, collection);
  return collection.items.map((value, step) => {
    const start = value.range[0];
    return { step, start, indicatorEnd: undefined, value, end: contentEnd(text, value) };
  });
}

function mappingEntry(text: string, key: ParsedNode, value: ParsedNode | null): Entry {
  const step = isScalar(key) ? String(key.value) : '';
  const [start, keyEnd] = key.range;
  if (value === null) return { step, start, indicatorEnd: undefined, value: undefined, end: keyEnd };
  const indicatorEnd = skipTrivia(text, keyEnd) + 1;
  if (isEmptyNode(value)) return { step, start, indicatorEnd, value: undefined, end: indicatorEnd };
  return { step, start, indicatorEnd, value, end: contentEnd(text, value) };
}

function sequenceEntries(text: string, sequence: YAMLSeq.Parsed): Entry[] {
  let at = sequence.range[0];
  return sequence.items.map((node, step) => {
    const start = skipTrivia(text, at);
    const value = isEmptyNode(node) ? undefined : node;
    at = value === undefined ? start + 1 : contentEnd(text, value);
    return { step, start, indicatorEnd: start + 1, value, end: at };
  });
}

/** Where a node's content ends, before what follows on its line; a block scalar ends with its last line. */
export function contentEnd(text: string, node: ParsedNode): number {
  const end = Math.min(node.range[1], text.length);
  if (isBlockScalar(node)) return beforeLineBreak(text, end);
  if (!isCollection(node) || hasBrackets(text, node)) return end;
  return entriesOf(text, node as Collection).at(-1)?.end ?? end;
}

/** Whether a value is not written at all (`due:`, `-`), as against `null` or `~`. */
function isEmptyNode(node: ParsedNode | null): boolean {
  return node === null || (isScalar(node) && node.range[0] === node.range[1]);
}

/** Whether a node is a literal or folded block. */
export function isBlockScalar(node: ParsedNode): node is Scalar.Parsed {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** Whether a node is a collection in block style. */
export function isBlockCollection(node: ParsedNode): node is Collection {
  return isCollection(node) && node.flow !== true;
}

/** Whether a node is a mapping or a sequence. */
export function isCollectionNode(node: ParsedNode | undefined): node is Collection {
  return isMap(node) || isSeq(node);
}

/** Whether a collection stands in brackets; the pair in `[a: 1]` is one without. */
export function hasBrackets(text: string, collection: ParsedNode): boolean {
  const bracket = text[collection.range[0]];
  return (bracket === '{' || bracket === '[') && isCollection(collection) && collection.flow === true;
}

/** The column, from 0, of an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
