import { isSeq, type ParsedNode } from 'yaml';
import { columnOf, entriesOf, isBlockCollection, isCollectionNode } from './collection-entries.ts';
import type { EmitStyle } from './emit.ts';
import type { Location } from './slot.ts';
import { isFirstOnLine, lineBreakNear } from './text-layout.ts';

const houseIndent = 2;

/**
 * How a file is laid out, as seen from one place in it: the columns by which the first mapping and
 * the first sequence are indented, inside the collection at hand if it has any, else in the file;
 * and the line break used there.
 */
export function styleOf(text: string, root: ParsedNode, { slot }: Location): EmitStyle {
  const seen: Indents = {};
  for (const node of [slot.node, root]) if (node !== undefined) collectIndents(text, node, seen);
  const indent = seen.mapping ?? (seen.sequence || houseIndent);
  return { indent, sequenceIndent: seen.sequence ?? indent, eol: lineBreakNear(text, slot.keyEnd) };
}

interface Indents {
  mapping?: number;
  sequence?: number;
}

function collectIndents(text: string, node: ParsedNode, seen: Indents): void {
  if (!isCollectionNode(node) || !isBlockCollection(node)) return;
  for (const { start, value } of entriesOf(text, node)) {
    if (seen.mapping !== undefined && seen.sequence !== undefined) return;
    if (value === undefined || !isBlockCollection(value)) continue;
    const [first] = entriesOf(text, value);
    if (first !== undefined && !isSeq(node) && isFirstOnLine(text, first.start)) {
      const columns = columnOf(text, first.start) - columnOf(text, start);
      if (isSeq(value)) seen.sequence ??= columns;
      else seen.mapping ??= columns;
    }
    collectIndents(text, value, seen);
  }
}
