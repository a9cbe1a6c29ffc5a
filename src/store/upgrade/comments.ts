import type { DataPath } from '../../core/problem.ts';
import { commentsStart, holderOf } from '../merge/entry-lines.ts';
import type { Version } from '../merge/version.ts';
import { commentsIn } from '../yaml/comments.ts';
import { lineEnd, lineStart } from '../yaml/text-layout.ts';

/** Whether a comment stands in an entry of a list, or right above it. */
export function isCommented(version: Version, path: DataPath): boolean {
  const { text } = version;
  const holder = holderOf(version, path);
  const entry = holder?.entries[holder.index];
  if (entry === undefined) return text.includes('#');
  const start = commentsStart(text, lineStart(text, entry.start));
  const end = lineEnd(text, entry.end);
  return commentsIn(text).some(({ at }) => at >= start && at < end);
}

/** The comments of one text that another has not, or has less often. */
export function commentsMissing(from: string, to: string): string[] {
  const left = new Map<string, number>();
  for (const { text } of commentsIn(to)) left.set(text, (left.get(text) ?? 0) + 1);
  return commentsIn(from).flatMap(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [text];
  });
}
