import type { Partnership } from '../partnership.ts';
import type { Decision } from '../schema/reviews.ts';
import type { ReportStage } from './stages.ts';

/** A gate review as the minutes book holds it, with names in the place of ids. */
export interface ReportReview {
  readonly id: string;
  readonly stage: { readonly number: number; readonly title: string } | null;
  readonly round: number;
  readonly date: string;
  readonly decision: Decision;
  /** The title of the stage that a return goes back to. */
  readonly to: string | null;
  /** Each with whom they represent, where that is on record. */
  readonly reviewers: readonly { readonly name: string; readonly for: string | null }[];
  readonly reason: string | null;
  readonly notes: string | null;
  readonly waivers: readonly { readonly item: string; readonly reason: string; readonly by: string | null }[];
  readonly conditions: readonly ReportCondition[];
  readonly nextReview: string | null;
}

/** What a review asked for on the way. */
export interface ReportCondition {
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly met: boolean;
}

/** The minutes book, newest review first. */
export function reportReviews(partnership: Partnership, stages: readonly ReportStage[]): ReportReview[] {
  const partners = new Map(partnership.partners.map(({ value }) => [value.id, value.name]));
  return partnership.reviews.toReversed().map(({ value: review }) => {
    const stage = stages.find((candidate) => candidate.stage === review.stage);
    const target = stages.find((candidate) => candidate.stage === review.to);
    const texts = new Map(stage?.items.map(({ id, text }) => [id, text]));
    return {
      id: review.id,
      stage: stage === undefined ? null : { number: stage.number, title: stage.title },
      round: review.round,
      date: review.date,
      decision: review.decision,
      to: review.to === undefined ? null : (target?.title ?? review.to),
      reviewers: (review.reviewers ?? []).map((reviewer) => ({
        name: reviewer.name,
        for: reviewer.for === undefined ? null : (partners.get(reviewer.for) ?? reviewer.for),
      })),
      reason: review.reason ?? null,
      notes: review.notes ?? null,
      waivers: (review.waivers ?? []).map(({ item, reason, by = null }) => ({
        item: texts.get(item) ?? item,
        reason,
        by,
      })),
      conditions: (review.conditions ?? []).map(({ text, owner = null, due = null, met = false }) => ({
        text,
        owner,
        due,
        met,
      })),
      nextReview: review.next_review ?? null,
    };
  });
}
