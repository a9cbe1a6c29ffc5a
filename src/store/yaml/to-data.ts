import { type Document, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { exactNumber, isNumberLike } from '../../core/plain-number.ts';
import type { ProblemCode } from '../../core/problem.ts';
import { maxDepth, maxKeys } from './limits.ts';
import { lineStartsOf, positionAt } from './positions.ts';
import { addProblem, type ProblemList } from './problem-list.ts';
import { skipTrivia } from './text-layout.ts';

interface Conversion {
  readonly text: string;
  readonly problems: ProblemList;
  /** The path of the node at hand; one array, copied where a problem is told. */
  readonly path: (string | number)[];
  lineStarts: readonly number[] | undefined;
}

/**
 * The plain data of a document: objects, arrays, strings, numbers, booleans and null. What the
 * profile refuses in keys and values (`yaml-key-type`, `yaml-merge-key`, `duplicate-key`,
 * `unknown-key` for `__proto__`, `too-many-keys`, `number-form`, `too-deep`) is added to
 * `problems`; the data is of use only where no error was added.
 */
export function toData(document: Document.Parsed, text: string, problems: ProblemList): unknown {
  const conversion: Conversion = { text, problems, path: [], lineStarts: undefined };
  return nodeToData(document.contents, conversion, 0);
}

function nodeToData(node: ParsedNode | null, conversion: Conversion, depth: number): unknown {
  if (node === null) return null;
  if (isScalar(node)) return scalarToData(node, conversion);
  if (depth >= maxDepth) {
    refuse(conversion, 'too-deep', node, { limit: maxDepth });
    return null;
  }
  if (isMap<ParsedNode, ParsedNode | null>(node)) return mapToData(node, conversion, depth);
  if (!isSeq<ParsedNode>(node)) return null;
  return node.items.map((item, index) => {
    conversion.path.push(index);
    const data = nodeToData(item, conversion, depth + 1);
    conversion.path.pop();
    return data;
  });
}

function refuse(
  conversion: Conversion,
  code: ProblemCode,
  node: ParsedNode,
  params: Readonly<Record<string, string | number>> = {},
): void {
  const [start, end] = node.range;
  addProblem(conversion.problems, code, { start, end, path: [...conversion.path], params });
}

function mapToData(
  map: YAMLMap<ParsedNode, ParsedNode | null>,
  conversion: Conversion,
  depth: number,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const first = new Map<string, number>();
  for (const [index, pair] of map.items.entries()) {
    if (index === maxKeys) {
      refuse(conversion, 'too-many-keys', pair.key, { limit: maxKeys, count: map.items.length });
      break;
    }
    const key = keyOf(pair.key, conversion);
    if (key !== undefined) conversion.path.push(key);
    const fresh = key !== undefined && isFresh(key, pair.key, first, conversion);
    const value = nodeToData(pair.value, conversion, depth + 1);
    if (fresh) data[key] = value;
    if (key !== undefined) conversion.path.pop();
  }
  return data;
}

/** The key's text; `undefined`, and a problem, where the key is not one. */
function keyOf(key: ParsedNode, conversion: Conversion): string | undefined {
  if (isScalar(key)) {
    if (key.type === 'PLAIN' && key.source === '<<') {
      refuse(conversion, 'yaml-merge-key', key);
      return undefined;
    }
    const isText = typeof key.value === 'string' && !isPlainNumber(key);
    if (isText) return String(scalarToData(key, conversion));
  }
  const { text, problems, path } = conversion;
  const [from, to] = key.range;
  // yaml lets a key that is not written begin where the content before it ends.
  const start = from === to ? skipTrivia(text, from) : from;
  const params = { source: text.slice(from, Math.min(to, from + 40)) };
  addProblem(problems, 'yaml-key-type', { start, end: Math.max(start, to), path: [...path], params });
  return undefined;
}

function isFresh(key: string, node: ParsedNode, first: Map<string, number>, conversion: Conversion): boolean {
  if (key === '__proto__') {
    refuse(conversion, 'unknown-key', node, { key });
    return false;
  }
  const earlier = first.get(key);
  if (earlier === undefined) {
    first.set(key, node.range[0]);
    return true;
  }
  conversion.lineStarts ??= lineStartsOf(conversion.text);
  const { line } = positionAt(conversion.text, conversion.lineStarts, earlier);
  refuse(conversion, 'duplicate-key', node, { key, line });
  return false;
}

function isPlainNumber(node: Scalar.Parsed): boolean {
  return node.type === 'PLAIN' && isNumberLike(node.source);
}

function scalarToData(node: Scalar.Parsed, conversion: Conversion): unknown {
  if (isPlainNumber(node)) {
    const number = exactNumber(node.source);
    if (number === undefined) refuse(conversion, 'number-form', node, { source: node.source });
    return number;
  }
  const { value } = node;
  // An escape can name half a surrogate pair, which no file can hold.
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) {
    refuse(conversion, 'yaml-syntax', node, { detail: 'bad-dq-escape' });
  }
  return value;
}
