import type { Journey, ReviewMisfit } from '../journey.ts';
import type { Entry, Partnership } from '../partnership.ts';
import type { ProblemCode } from '../problem.ts';
import { valueAt } from '../schema/plain-data.ts';
import type { ReviewData } from '../schema/reviews.ts';
import { type Finding, warningAt } from './finding.ts';

// What is said of a review's place in the book, and what keeps a review out of the walk.
const ofPlace: ReadonlySet<ProblemCode> = new Set(['review-out-of-order', 'review-repeated', 'review-round']);
const leftOut: ReadonlySet<ProblemCode> = new Set([
  'review-out-of-order',
  'review-incomplete',
  'unknown-stage',
]);

/**
 * The misfits that are mistakes of their own. Where a review is left out of the walk, all that come
 * after it seem out of place: that says nothing of them until the first one is put right.
 */
export function ownMisfits(partnership: Partnership, journey: Journey): ReviewMisfit[] {
  let firstLeftOut = Math.min(...brokenReviews(partnership));
  return journey.misfits.filter(({ review, code }) => {
    const index = Number(review.path.at(-1));
    const follows = index > firstLeftOut && ofPlace.has(code);
    if (leftOut.has(code)) firstLeftOut = Math.min(firstLeftOut, index);
    return !follows;
  });
}

/** The places in the book of reviews that their schema refuses. */
export function brokenReviews({ book, reviews }: Partnership): number[] {
  const listed = valueAt(book.data, ['reviews']);
  const sound = new Set(reviews.map(({ path }) => path.at(-1)));
  return Array.isArray(listed) ? [...listed.keys()].filter((index) => !sound.has(index)) : [];
}

/** A warning where a review is dated before the one above it. */
export function datedBack(review: Entry<ReviewData>, before: Entry<ReviewData> | undefined): Finding[] {
  const { date } = review.value;
  if (before === undefined || date >= before.value.date) return [];
  const params = { date, before: before.value.date, review: before.value.id };
  return [warningAt(review, ['date'], 'review-dated-back', params)];
}
