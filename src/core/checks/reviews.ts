import type { CalendarDate } from '../calendar-date.ts';
import type { Journey } from '../journey.ts';
import { stageIndex } from '../model.ts';
import { nearest } from '../nearest.ts';
import { checklistOf, type Entry, type Partnership, type StageRecord, stageData } from '../partnership.ts';
import { valueAt } from '../schema/plain-data.ts';
import type { ReviewData } from '../schema/reviews.ts';
import type { ChecklistItemData } from '../schema/stage.ts';
import { errorAt, type Finding, warningAt } from './finding.ts';
import { type KnownIds, knownIds } from './known-ids.ts';
import { duplicates } from './references.ts';
import { brokenReviews, datedBack, ownMisfits } from './review-order.ts';

/** Holds the minutes book against the walk that it tells, the stages and their seals. */
export function checkReviews(partnership: Partnership, journey: Journey, today: CalendarDate): Finding[] {
  const { reviews } = partnership;
  const partners = knownIds(partnership, 'partners');
  const misfits = ownMisfits(partnership, journey);
  const isOrderTold = misfits.some(({ code }) => code === 'review-out-of-order');
  return [
    ...misfits.map(({ review, code, field, params }) =>
      errorAt(review, [field], code, withNearestStage(partnership, params)),
    ),
    ...duplicates(reviews as readonly Entry<unknown>[] as Entry[], ['id'], 'reviews'),
    ...reviews.flatMap((review, index) => [
      ...missingReason(review),
      ...missingSeal(review),
      ...unknownWaivers(partnership, review),
      ...unknownReviewers(partners, review),
      ...(isOrderTold ? [] : datedBack(review, reviews[index - 1])),
      ...reviewDates(review, today),
      ...selfReview(partnership, review),
    ]),
    ...partnership.stages.flatMap((record) => brokenSeal(partnership, record, journey)),
  ];
}

function withNearestStage(
  partnership: Partnership,
  params: Finding['params'] = {},
): NonNullable<Finding['params']> {
  const { stage } = params;
  if (typeof stage !== 'string' || stageIndex(partnership.model, stage) >= 0) return params;
  const meant = nearest(
    stage,
    partnership.model.stages.map(({ id }) => id),
  );
  return meant === undefined ? params : { ...params, nearest: meant };
}

function missingReason(review: Entry<ReviewData>): Finding[] {
  const { decision, reason } = review.value;
  if (decision === 'advance' || reason !== undefined) return [];
  return [errorAt(review, ['decision'], 'review-without-reason', { decision })];
}

function missingSeal(review: Entry<ReviewData>): Finding[] {
  const { decision, seal } = review.value;
  const seals = decision === 'advance' || decision === 'reconfirm';
  return seals && seal === undefined
    ? [warningAt(review, ['id'], 'missing-seal', { review: review.value.id })]
    : [];
}

function unknownWaivers(partnership: Partnership, review: Entry<ReviewData>): Finding[] {
  const { waivers = [], stage } = review.value;
  const record = partnership.stages[stageIndex(partnership.model, stage)];
  // Without the stage's file nobody knows its own items.
  if (waivers.length === 0 || record?.source.data === undefined) return [];
  const known = checklistOf(record, partnership.language).map(({ id }) => id);
  return waivers.flatMap(({ item }, index) => {
    if (known.includes(item)) return [];
    const meant = nearest(item, known);
    const params = { item, stage: record.stage.id, ...(meant === undefined ? {} : { nearest: meant }) };
    return [errorAt(review, ['waivers', index, 'item'], 'waiver-unknown-item', params)];
  });
}

function unknownReviewers({ ids: known, certain }: KnownIds, review: Entry<ReviewData>): Finding[] {
  if (!certain) return [];
  return (review.value.reviewers ?? []).flatMap(({ for: represented }, index) => {
    if (represented === undefined || known.has(represented)) return [];
    const meant = nearest(represented, known);
    const params = {
      section: 'partners',
      id: represented,
      ...(meant === undefined ? {} : { nearest: meant }),
    };
    return [errorAt(review, ['reviewers', index, 'for'], 'unknown-reference', params)];
  });
}

function reviewDates(review: Entry<ReviewData>, today: CalendarDate): Finding[] {
  const { date, next_review: next } = review.value;
  const findings: Finding[] = [];
  if (date > today) findings.push(warningAt(review, ['date'], 'date-in-future', { date, today }));
  if (next !== undefined && next < date) {
    findings.push(
      warningAt(review, ['next_review'], 'dates-out-of-order', {
        earlier: 'date',
        later: 'next_review',
        from: date,
        to: next,
      }),
    );
  }
  return findings;
}

/** A gate wants independent eyes: a warning where every reviewer ticked or owns what they reviewed. */
function selfReview(partnership: Partnership, review: Entry<ReviewData>): Finding[] {
  const record = partnership.stages[stageIndex(partnership.model, review.value.stage)];
  const reviewers = review.value.reviewers ?? [];
  if (record === undefined || review.value.decision !== 'advance' || reviewers.length === 0) return [];
  const owners = ownersOf(record);
  if (!reviewers.every(({ name }) => owners.has(name.normalize('NFC')))) return [];
  return [warningAt(review, ['reviewers'], 'self-review', { reviewers: reviewers.map(({ name }) => name) })];
}

function ownersOf(record: StageRecord): Set<string> {
  const { owner, checklist } = stageData(record);
  const ticked = (Array.isArray(checklist) ? checklist : []) as readonly Partial<ChecklistItemData>[];
  const names = [owner, ...ticked.map((item) => item?.by)];
  return new Set(names.flatMap((name) => (typeof name === 'string' ? [name.normalize('NFC')] : [])));
}

/**
 * A passed stage whose data is no longer what its reviewers saw. Nothing is said of a stage that cannot
 * be read, or of which a review is broken that may have sealed it anew: both are told already.
 */
function brokenSeal(partnership: Partnership, record: StageRecord, journey: Journey): Finding[] {
  if (!isSuspect(record, journey) || record.seal() === undefined) return [];
  const isSealInDoubt = brokenReviews(partnership).some(
    (index) => valueAt(partnership.book.data, ['reviews', index, 'stage']) === record.stage.id,
  );
  if (isSealInDoubt) return [];
  const sealedBy = journey.stages[record.number - 1]?.sealedBy;
  const whole: Entry<unknown> = { value: undefined, file: record.source.file, path: [] };
  return [
    warningAt(whole, [], 'broken-seal', {
      stage: record.stage.id,
      review: sealedBy?.id ?? '',
      date: sealedBy?.date ?? '',
    }),
  ];
}

/** Says whether a stage was passed and its data no longer matches the seal of its review. */
export function isSuspect(record: StageRecord, journey: Journey): boolean {
  const progress = journey.stages[record.number - 1];
  const seal = progress?.sealedBy?.seal;
  return progress?.passed === true && seal !== undefined && seal !== record.seal();
}
