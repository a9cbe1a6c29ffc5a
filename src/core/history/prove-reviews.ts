import { isSuspect } from '../checks/reviews.ts';
import { gateOf } from '../gate.ts';
import type { Journey } from '../journey.ts';
import { stageIndex } from '../model.ts';
import type { Partnership, StageRecord } from '../partnership.ts';
import type { Diagnostic } from '../problem.ts';
import type { ReviewData } from '../schema/reviews.ts';
import { invalidPartsOf } from '../status.ts';
import { withoutMet } from './book-changes.ts';
import { changedFields, isMapping, isSameData, listAt } from './change.ts';
import type { HistoryEvent } from './events.ts';
import { lastTouch, originsOf, type ReviewOrigin } from './origins.ts';
import { type Proof, type ProofReason, verdictOf } from './proof.ts';

/** A partnership as it stood at a commit, as far as it could be understood. */
export interface FolderState {
  readonly partnership: Partnership | undefined;
  readonly journey: Journey | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What proving needs: the events of the minutes book, the folder at each commit that brought a review, and now. */
export interface Evidence {
  readonly events: readonly HistoryEvent[];
  readonly states: ReadonlyMap<string, FolderState>;
  readonly now: FolderState & { readonly partnership: Partnership; readonly journey: Journey };
  /** The commits at which a shallow clone begins. */
  readonly cut: ReadonlySet<string>;
}

/**
 * Proves every gate review again, oldest first: that its gate was open at the commit that brought it in,
 * with its waivers; that its seal matches the stage as it stood there; that it came at its place and as
 * the last of the book; that it was neither edited nor removed since; and that the stage which it seals
 * is still the one that was sealed.
 */
export function proveReviews(evidence: Evidence): Proof[] {
  return originsOf(evidence.events).map((origin) => {
    const reasons = [...thenReasons(origin, evidence), ...sinceReasons(origin, evidence)];
    const { review, id, commit } = origin;
    return {
      review: id,
      stage: String(review.stage ?? ''),
      round: typeof review.round === 'number' ? review.round : null,
      date: typeof review.date === 'string' ? review.date : null,
      decision: String(review.decision ?? ''),
      commit,
      verdict: verdictOf(reasons),
      reasons,
    };
  });
}

/** What speaks against a review at the commit that brought it in. */
function thenReasons(origin: ReviewOrigin, evidence: Evidence): ProofReason[] {
  const { commit, id } = origin;
  if (commit !== null && evidence.cut.has(commit.oid)) return [{ code: 'history_cut' }];
  const state = commit === null ? evidence.now : evidence.states.get(commit.oid);
  const review = state?.partnership?.reviews.find(({ value }) => value.id === id)?.value;
  const record = state?.partnership?.stages[stageIndex(state.partnership.model, review?.stage ?? '')];
  const pending: ProofReason[] = commit === null ? [{ code: 'uncommitted' }] : [];
  if (state?.partnership === undefined || state.journey === undefined)
    return [...pending, { code: 'unreadable' }];
  if (review === undefined || record === undefined) return [...pending, { code: 'unreadable' }];
  const { partnership, journey, diagnostics } = state;
  const seen = asSeen({ partnership, journey, diagnostics }, record, review);
  // Reviews that came in one commit leave only the last state of a stage on record.
  const isOvertaken =
    seen.length > 0 && sealingReview(journey, record) !== id && cameWithOthers(origin, evidence);
  return [
    ...pending,
    ...(isOvertaken ? [{ code: 'arrived_together' as const }] : seen),
    ...placeReasons(origin, { partnership, journey, diagnostics }, evidence),
  ];
}

type KnownState = Evidence['now'];

/** What speaks against the gate and the seal of a review, on the stage as it stood. */
function asSeen(state: KnownState, record: StageRecord, review: ReviewData): ProofReason[] {
  const seals = review.decision === 'advance' || review.decision === 'reconfirm';
  const waived = new Set((review.waivers ?? []).map(({ item }) => item));
  const gate = gateOf(state.partnership, record, invalidPartsOf(state.diagnostics, record), waived);
  const seal: ProofReason[] = review.seal === record.seal() ? [] : [{ code: 'seal_differs' }];
  return [
    ...(seals && !gate.open ? [{ code: 'gate_shut' as const, missing: gate.missing }] : []),
    ...(review.seal !== undefined ? seal : seals ? [{ code: 'no_seal' as const }] : []),
  ];
}

function sealingReview(journey: Journey, record: StageRecord): string | undefined {
  return journey.stages[record.number - 1]?.sealedBy?.id;
}

function cameWithOthers({ id, commit }: ReviewOrigin, { events }: Evidence): boolean {
  return events.some(
    (event) => event.kind === 'reviewed' && event.subject !== id && event.commit?.oid === commit?.oid,
  );
}

/** What speaks against a review's place in the walk and in the book, at its commit and now. */
function placeReasons(
  origin: ReviewOrigin,
  { partnership, journey }: KnownState,
  evidence: Evidence,
): ProofReason[] {
  const { id, commit } = origin;
  const misfits = [...journey.misfits, ...evidence.now.journey.misfits];
  const isMisfit = misfits.some(({ review }) => review.value.id === id);
  const then = idsIn(partnership);
  const sameCommit = new Set(
    originsOf(evidence.events).flatMap((one) => (one.commit?.oid === commit?.oid ? [one.id] : [])),
  );
  const isInserted = then.slice(then.indexOf(id) + 1).some((later) => !sameCommit.has(later));
  const now = idsIn(evidence.now.partnership);
  const upToHere = then.slice(0, then.indexOf(id) + 1).filter((one) => now.includes(one));
  const isReordered = !isSameData(
    upToHere,
    now.filter((one) => upToHere.includes(one)),
  );
  return [
    ...(isMisfit ? [{ code: 'out_of_place' as const }] : []),
    ...(isInserted ? [{ code: 'inserted' as const }] : []),
    ...(isReordered ? [{ code: 'reordered' as const }] : []),
  ];
}

function listedReviews({ book }: Partnership): readonly Readonly<Record<string, unknown>>[] {
  return listAt(book.data, ['reviews']).filter(isMapping);
}

function idsIn(partnership: Partnership): string[] {
  return listedReviews(partnership).map(({ id }) => String(id ?? ''));
}

/** What was done to a review, or to the stage that it seals, since it was written down. */
function sinceReasons(origin: ReviewOrigin, { events, now }: Evidence): ProofReason[] {
  const { id, review } = origin;
  const touch = lastTouch(events, id);
  const commit = touch === undefined ? {} : { commit: touch };
  const current = listedReviews(now.partnership).find((one) => String(one.id ?? '') === id);
  if (current === undefined) {
    const isSetAside = touch === undefined && isDecidedOtherwise(review, now.partnership);
    return [isSetAside ? { code: 'set_aside' } : { code: 'removed', ...commit }];
  }
  const fields = changedFields(withoutMet(review) as typeof review, withoutMet(current) as typeof current);
  const record = now.partnership.stages[stageIndex(now.partnership.model, String(review.stage ?? ''))];
  const isSealing = record !== undefined && sealingReview(now.journey, record) === id;
  const edited =
    fields === undefined ? [] : [...new Set([...Object.keys(fields.from), ...Object.keys(fields.to)])];
  return [
    ...(edited.length > 0 ? [{ code: 'edited' as const, fields: edited, ...commit }] : []),
    ...(isSealing && isSuspect(record, now.journey) ? [{ code: 'changed_since' as const }] : []),
  ];
}

/** Whether the book holds another decision of the same round, as a merge of two clones leaves it. */
function isDecidedOtherwise(review: ReviewOrigin['review'], partnership: Partnership): boolean {
  return listedReviews(partnership).some(
    ({ stage, round, decision }) =>
      stage === review.stage && round === review.round && decision !== 'hold' && decision !== 'reconfirm',
  );
}
