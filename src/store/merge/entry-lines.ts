import type { DataPath } from '../../core/problem.ts';
import {
  type Collection,
  columnOf,
  type Entry,
  entriesOf,
  isBlockCollection,
} from '../yaml/collection-entries.ts';
import { locate } from '../yaml/slot.ts';
import { isFirstOnLine, lineEnd, lineStart } from '../yaml/text-layout.ts';
import type { Version } from './version.ts';

/** A key or entry with its lines: `comments` are those right above it, `column` is where it begins. */
export interface EntryLines {
  readonly comments: readonly string[];
  readonly lines: readonly string[];
  readonly column: number;
}

/** The block collection that holds the last step of a path, and where in it; `undefined` where there is none. */
export function holderOf(
  { text, root }: Version,
  path: DataPath,
):
  | { readonly collection: Collection; readonly entries: readonly Entry[]; readonly index: number }
  | undefined {
  const { parent, missing } = locate(text, root, path);
  if (parent === undefined || missing.length > 0 || !isBlockCollection(parent.collection)) return undefined;
  const { collection, index } = parent;
  return { collection, entries: entriesOf(text, collection), index };
}

/** The lines of the key or entry at a path, where it has lines of its own. */
export function linesAt(version: Version, path: DataPath): EntryLines | undefined {
  const holder = holderOf(version, path);
  const entry = holder?.entries[holder.index];
  const { text } = version;
  if (entry === undefined || !isFirstOnLine(text, entry.start)) return undefined;
  const start = lineStart(text, entry.start);
  return {
    comments: text.slice(commentsStart(text, start), start).split(/\r?\n/).slice(0, -1),
    lines: text.slice(start, lineEnd(text, entry.end)).split(/\r?\n/),
    column: columnOf(text, entry.start),
  };
}

/** Where the comment lines right above a line begin; the line itself where there are none. */
export function commentsStart(text: string, line: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Lines moved sideways as a whole; a comment that stands further out goes to the margin. */
export function movedLines(lines: readonly string[], from: number, to: number): string[] {
  if (to >= from) return lines.map((line) => (line.trim() === '' ? line : ' '.repeat(to - from) + line));
  const surplus = new RegExp(`^ {0,${from - to}}`);
  return lines.map((line) => line.replace(surplus, ''));
}
