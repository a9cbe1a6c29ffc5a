import { stageIndex } from './model.ts';
import type { Entry } from './partnership.ts';
import type { ProblemCode, ProblemParams } from './problem.ts';
import type { Model } from './schema/model.ts';
import type { ReviewData } from './schema/reviews.ts';

/** How an ended partnership ended, or that it goes on. */
export type PartnershipState = 'active' | 'on_hold' | 'institutionalised' | 'closed';

/** Where one stage stands on the walk. */
export interface StageProgress {
  readonly passed: boolean;
  /** Passed once, though a later return may have opened it again. */
  readonly oncePassed: boolean;
  /** The round that is open, or would be if the walk came here. */
  readonly round: number;
  readonly lastReview: ReviewData | null;
  /** The review whose seal the stage must still match: its newest advance or reconfirm. */
  readonly sealedBy: ReviewData | null;
}

/** A review that does not fit the walk so far; it is left out of it, or taken in with a remark. */
export interface ReviewMisfit {
  readonly review: Entry<ReviewData>;
  readonly code: ProblemCode;
  readonly field: string;
  readonly params: ProblemParams;
}

/** The walk through the stages that the minutes book tells. */
export interface Journey {
  readonly state: PartnershipState;
  readonly current: { readonly index: number; readonly round: number } | null;
  readonly stages: readonly StageProgress[];
  readonly misfits: readonly ReviewMisfit[];
}

interface Step {
  passed: boolean;
  oncePassed: boolean;
  decided: number;
  lastReview: ReviewData | null;
  sealedBy: ReviewData | null;
}

interface Walk {
  readonly model: Model;
  readonly steps: Step[];
  readonly misfits: ReviewMisfit[];
  current: number | null;
  onHold: boolean;
  ended: 'by-last-gate' | 'by-closing' | null;
}

/**
 * Walks the reviews in the order of the book. `exitDecision` is `exit.decision` of the partnership:
 * passing the last gate ends it as closed where that says `close`, as institutionalised otherwise.
 */
export function walkReviews(
  model: Model,
  reviews: readonly Entry<ReviewData>[],
  exitDecision?: unknown,
): Journey {
  const walk: Walk = {
    model,
    steps: model.stages.map(() => ({
      passed: false,
      oncePassed: false,
      decided: 0,
      lastReview: null,
      sealedBy: null,
    })),
    misfits: [],
    current: 0,
    onHold: false,
    ended: null,
  };
  for (const review of reviews) takeReview(walk, review);
  return {
    state: stateOf(walk, exitDecision),
    current:
      walk.current === null ? null : { index: walk.current, round: stepAt(walk, walk.current).decided + 1 },
    stages: walk.steps.map(({ decided, ...step }) => ({
      ...step,
      round: step.passed ? decided : decided + 1,
    })),
    misfits: walk.misfits,
  };
}

function stateOf(walk: Walk, exitDecision: unknown): PartnershipState {
  if (walk.ended === 'by-closing') return 'closed';
  if (walk.ended === 'by-last-gate') return exitDecision === 'close' ? 'closed' : 'institutionalised';
  return walk.onHold ? 'on_hold' : 'active';
}

function stepAt(walk: Walk, index: number): Step {
  return walk.steps[index] as Step;
}

function takeReview(walk: Walk, entry: Entry<ReviewData>): void {
  const review = entry.value;
  const misfit: ReportMisfit = (code, field, params = {}) => {
    walk.misfits.push({ review: entry, code, field, params });
  };
  const index = stageIndex(walk.model, review.stage);
  if (index < 0) {
    misfit('unknown-stage', 'stage', { stage: review.stage });
    return;
  }
  const step = stepAt(walk, index);
  if (review.decision === 'reconfirm') {
    if (step.passed) {
      step.lastReview = review;
      step.sealedBy = review;
    } else misfit('review-out-of-order', 'stage', orderParams(walk, review));
    return;
  }
  const reopens = walk.ended !== null && review.decision === 'return';
  if (index !== walk.current && !reopens) {
    const repeated = review.decision !== 'hold' && review.round <= step.decided;
    const code = repeated ? 'review-repeated' : 'review-out-of-order';
    misfit(code, repeated ? 'round' : 'stage', orderParams(walk, review));
    return;
  }
  if (review.round !== step.decided + 1) {
    misfit('review-round', 'round', { round: review.round, expected: step.decided + 1, stage: review.stage });
  }
  decide(walk, index, review, misfit);
}

function orderParams(walk: Walk, review: ReviewData): ProblemParams {
  const current = walk.current === null ? undefined : walk.model.stages[walk.current]?.id;
  return { stage: review.stage, round: review.round, ...(current === undefined ? {} : { current }) };
}

type ReportMisfit = (code: ProblemCode, field: string, params?: ProblemParams) => void;

function decide(walk: Walk, index: number, review: ReviewData, misfit: ReportMisfit): void {
  const step = stepAt(walk, index);
  if (review.decision === 'return' && !goBack(walk, index, review, misfit)) return;
  step.lastReview = review;
  walk.onHold = review.decision === 'hold';
  if (review.decision === 'hold') return;
  step.decided += 1;
  if (review.decision === 'close') {
    walk.current = null;
    walk.ended = 'by-closing';
  } else if (review.decision === 'advance') {
    step.passed = true;
    step.oncePassed = true;
    step.sealedBy = review;
    const isLast = index === walk.steps.length - 1;
    walk.current = isLast ? null : index + 1;
    walk.ended = isLast ? 'by-last-gate' : null;
  }
}

/** Opens again all that lies behind a return; false where its target is none. */
function goBack(walk: Walk, index: number, review: ReviewData, misfit: ReportMisfit): boolean {
  if (review.to === undefined) {
    misfit('review-incomplete', 'decision', { key: 'to', decision: 'return' });
    return false;
  }
  const target = stageIndex(walk.model, review.to);
  if (target < 0 || target > index) {
    misfit('unknown-stage', 'to', { stage: review.to });
    return false;
  }
  for (const step of walk.steps.slice(target)) {
    step.passed = false;
    step.sealedBy = null;
  }
  walk.current = target;
  walk.ended = null;
  return true;
}
