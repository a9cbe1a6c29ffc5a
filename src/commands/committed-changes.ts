import { PartnerError } from '../core/partner-error.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { isInWorkTree, isWithoutGit } from '../git/without-git.ts';
import type { Invocation } from '../invocation.ts';
import { reviewsFile } from '../store/load-partnership.ts';
import { parseSource } from '../store/read-source.ts';
import { isSame } from '../store/undo/changed-back.ts';
import type { Step } from '../store/undo/take-step.ts';
import { type Snapshot, snapshotIn } from './at-revision.ts';
import { withRepository } from './open-repository.ts';

/**
 * The files of a step that the last commit holds as they are now, so that taking them back is a change to be
 * committed. Throws `review-committed` where a review would leave the book that the last commit has in it: what
 * was recorded is corrected by a later review. Where that cannot be known, git's reason is thrown.
 */
export async function committedChanges(
  invocation: Invocation,
  root: string,
  { files, direction }: Step,
): Promise<string[]> {
  if (direction === 'redo') return [];
  const book = files.find(({ file }) => file === reviewsFile);
  const lost = book === undefined ? [] : await lostReviews(book.now, book.wanted);
  const committed = await lastCommit(invocation, root, lost.length > 0);
  if (committed === undefined) return [];
  const recorded = await reviewsIn(committed.get(reviewsFile));
  const review = lost.find((id) => recorded.includes(id));
  if (review !== undefined) throw new PartnerError('review-committed', { review: String(review) });
  return files.flatMap(({ file, now, wanted }) =>
    now !== undefined && !isSame(now, wanted) && isSameText(committed.get(file), now) ? [file] : [],
  );
}

/** The files at the last commit; undefined where there is none, or no git. `isNeeded`: not knowing is refused. */
async function lastCommit(
  invocation: Invocation,
  root: string,
  isNeeded: boolean,
): Promise<Snapshot | undefined> {
  try {
    return await withRepository(invocation, root, async (open) =>
      open.head === undefined ? undefined : await snapshotIn(open, open.head, open.repository.prefix),
    );
  } catch (error) {
    if (!isWithoutGit(error) || (isNeeded && isInWorkTree(root))) throw error;
    return undefined;
  }
}

/** The ids of reviews that the book has and would no longer have. */
async function lostReviews(now: Uint8Array | undefined, wanted: Uint8Array | undefined): Promise<unknown[]> {
  const kept = await reviewsIn(wanted);
  return (await reviewsIn(now)).filter((id) => !kept.includes(id));
}

async function reviewsIn(bytes: Uint8Array | undefined): Promise<unknown[]> {
  if (bytes === undefined) return [];
  const reviews = valueAt((await parseSource(reviewsFile, bytes)).data, ['reviews']);
  return Array.isArray(reviews) ? reviews.map((review) => valueAt(review, ['id'])) : [];
}

// Git may keep other line ends than the disk.
function isSameText(a: Uint8Array | undefined, b: Uint8Array): boolean {
  const lines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  return a !== undefined && lines(a) === lines(b);
}
