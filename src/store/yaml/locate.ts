import { type Document, isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import type { DataPath } from '../../core/problem.ts';

/** The range of the value at a path, or of its key, in UTF-16 units; of the nearest parent where the path ends early. */
export function locate(
  document: Document.Parsed,
  path: DataPath,
  part: 'key' | 'value',
): { start: number; end: number } | undefined {
  let node: unknown = document.contents;
  let key: unknown = node;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (pair === undefined) break;
      key = pair.key;
      next = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step];
      key = next;
    } else break;
    if (next === undefined || next === null) break;
    node = next;
  }
  const at = (part === 'key' ? key : node) as Node;
  const range = at?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}
