import { isMapping } from './change.ts';
import type { Commit } from './commit.ts';
import type { HistoryEvent } from './events.ts';

/** A review as it was first written down, and the commit that brought it in: null where none has yet. */
export interface ReviewOrigin {
  readonly id: string;
  readonly review: Readonly<Record<string, unknown>>;
  readonly commit: Commit | null;
}

/** Every review that the record ever took in, oldest first, each as it first stood. */
export function originsOf(newestFirst: readonly HistoryEvent[]): ReviewOrigin[] {
  const origins = new Map<string, ReviewOrigin>();
  for (const { kind, subject, to, commit } of [...newestFirst].reverse()) {
    if (kind !== 'reviewed' || origins.has(subject) || !isMapping(to)) continue;
    origins.set(subject, { id: subject, review: to, commit });
  }
  return [...origins.values()];
}

/** The newest commit that touched a review after it was written down; undefined where none is known. */
export function lastTouch(newestFirst: readonly HistoryEvent[], id: string): Commit | undefined {
  const event = newestFirst.find(({ subject }) => subject === `reviews/${id}`);
  return event?.commit ?? undefined;
}
