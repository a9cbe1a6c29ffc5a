import type { CalendarDate } from './calendar-date.ts';
import { exitDecision, type Gate, gateOf, type InvalidParts } from './gate.ts';
import type { Journey } from './journey.ts';
import { stageIndex } from './model.ts';
import { nearest } from './nearest.ts';
import { PartnerError } from './partner-error.ts';
import { checklistOf, entriesOf, mappingOf, type Partnership, type StageRecord } from './partnership.ts';
import type { Decision, ReviewData } from './schema/reviews.ts';

/** What a review decided, as it was told. */
export interface ReviewRequest {
  readonly decision: Decision;
  readonly to?: string | undefined;
  readonly stage?: string | undefined;
  readonly date: CalendarDate;
  readonly reviewers: NonNullable<ReviewData['reviewers']>;
  readonly reason?: string | undefined;
  readonly notes?: string | undefined;
  readonly waivers: NonNullable<ReviewData['waivers']>;
  readonly conditions: NonNullable<ReviewData['conditions']>;
  readonly nextReview?: CalendarDate | undefined;
}

/** A review ready to be written, or the gate that keeps it from being one. */
export type ReviewPlan =
  | { readonly kind: 'recorded'; readonly review: ReviewData; readonly record: StageRecord }
  | { readonly kind: 'blocked'; readonly gate: Gate; readonly record: StageRecord };

/**
 * Makes the record of a gate review. Only an advance (and the reconfirming of a passed stage) needs an
 * open gate. `token` is four characters at random, so that two clones never give one id to two
 * reviews. Throws what the request lacks: `reason-missing`, `unknown-stage`, `unknown-item`,
 * `stage-ahead`, `not-passed`, `partnership-ended`.
 */
export function planReview(
  partnership: Partnership,
  journey: Journey,
  request: ReviewRequest,
  invalid: (record: StageRecord) => InvalidParts,
  token: string,
): ReviewPlan {
  const record = reviewedStage(partnership, journey, request);
  requireReason(request);
  requireKnownItems(partnership, record, request);
  if (request.decision === 'return') requireEarlierStage(partnership, record, request);
  const waivers = waiversOf(journey, record, request);
  if (request.decision === 'advance' || request.decision === 'reconfirm') {
    const waived = new Set(waivers.map(({ item }) => item));
    const gate = gateOf(partnership, record, invalid(record), waived);
    if (!gate.open) return { kind: 'blocked', gate, record };
  }
  const review = reviewOf({ ...request, waivers }, record, roundOf(journey, record, request), token);
  return { kind: 'recorded', review, record };
}

// What was waived when the stage passed is still waived when it is looked at again, and on record again.
function waiversOf(
  journey: Journey,
  record: StageRecord,
  { decision, waivers }: ReviewRequest,
): ReviewRequest['waivers'] {
  if (decision !== 'reconfirm') return waivers;
  const earlier = journey.stages[record.number - 1]?.sealedBy?.waivers ?? [];
  return [...earlier.filter(({ item }) => !waivers.some((waiver) => waiver.item === item)), ...waivers];
}

// A return that reopens a passed last stage decides a round of its own, after the one that passed it.
function roundOf(journey: Journey, record: StageRecord, { decision }: ReviewRequest): number {
  const progress = journey.stages[record.number - 1];
  const round = progress?.round ?? 1;
  return progress?.passed === true && decision === 'return' ? round + 1 : round;
}

function reviewedStage(
  partnership: Partnership,
  journey: Journey,
  { decision, stage }: ReviewRequest,
): StageRecord {
  if (stage !== undefined && stageIndex(partnership.model, stage) < 0) throw unknownStage(partnership, stage);
  if (decision === 'reconfirm') return passedStage(partnership, journey, stage);
  if (journey.current === null && decision !== 'return') {
    throw new PartnerError('partnership-ended', { state: journey.state });
  }
  const current = partnership.stages[journey.current?.index ?? lastReviewed(partnership)] as StageRecord;
  if (stage !== undefined && stage !== current.stage.id) {
    const problem = {
      en: `--stage is for reconfirm; the current stage is ${current.stage.id}`,
      he: `--stage נועד ל־reconfirm; השלב הנוכחי הוא ${current.stage.id}`,
    };
    throw new PartnerError('usage', { problem, command: 'advance' });
  }
  return current;
}

// A return reopens an ended partnership from the stage whose review ended it.
function lastReviewed(partnership: Partnership): number {
  const ending = partnership.reviews.findLast(
    ({ value }) => value.decision === 'close' || value.decision === 'advance',
  );
  return Math.max(0, stageIndex(partnership.model, ending?.value.stage ?? ''));
}

function passedStage(partnership: Partnership, journey: Journey, stage: string | undefined): StageRecord {
  const passed = partnership.stages.filter(({ number }) => journey.stages[number - 1]?.passed === true);
  const known = passed.map((record) => record.stage.id);
  if (stage === undefined) {
    throw new PartnerError('needs-answer', {
      what: { en: 'the stage to reconfirm', he: 'השלב שמאשרים מחדש' },
      option: '--stage',
    });
  }
  const record = passed.find((candidate) => candidate.stage.id === stage);
  if (record === undefined) throw new PartnerError('not-passed', { stage, known });
  return record;
}

function unknownStage(partnership: Partnership, stage: string): PartnerError {
  const known = partnership.model.stages.map(({ id }) => id);
  const meant = nearest(stage, known);
  return new PartnerError('unknown-stage', {
    stage,
    known,
    ...(meant === undefined ? {} : { nearest: meant }),
  });
}

function requireReason({ decision, reason, waivers }: ReviewRequest): void {
  const unexplained = waivers.find((waiver) => waiver.reason.trim() === '');
  if (unexplained !== undefined) throw new PartnerError('reason-missing', { item: unexplained.item });
  if (decision === 'advance' || (reason ?? '').trim() !== '') return;
  throw new PartnerError('reason-missing', { decision });
}

function requireKnownItems(partnership: Partnership, record: StageRecord, { waivers }: ReviewRequest): void {
  const known = checklistOf(record, partnership.language).map(({ id }) => id);
  for (const { item } of waivers) {
    if (known.includes(item)) continue;
    const meant = nearest(item, known);
    const params = {
      item,
      stage: record.stage.id,
      known,
      ...(meant === undefined ? {} : { nearest: meant }),
    };
    throw new PartnerError('unknown-item', params);
  }
}

function requireEarlierStage(partnership: Partnership, record: StageRecord, { to }: ReviewRequest): void {
  if (to === undefined) {
    const what = { en: 'the stage to go back to', he: 'השלב שחוזרים אליו' };
    throw new PartnerError('needs-answer', { what, option: '--to' });
  }
  const target = stageIndex(partnership.model, to);
  if (target < 0) throw unknownStage(partnership, to);
  if (target > record.number - 1) throw new PartnerError('stage-ahead', { stage: to });
}

function reviewOf(request: ReviewRequest, record: StageRecord, round: number, token: string): ReviewData {
  const { decision, date, reviewers, waivers, conditions } = request;
  const seal = record.seal();
  // The order of the keys is that of the schema, and so that of the minutes book.
  return {
    id: `${date}-${record.stage.id.slice(0, 40)}-${token}`,
    stage: record.stage.id,
    round,
    date,
    decision,
    ...(decision === 'return' && request.to !== undefined ? { to: request.to } : {}),
    ...(reviewers.length > 0 ? { reviewers } : {}),
    ...(request.reason === undefined ? {} : { reason: request.reason }),
    ...(request.notes === undefined ? {} : { notes: request.notes }),
    ...(waivers.length > 0 ? { waivers } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(request.nextReview === undefined ? {} : { next_review: request.nextReview }),
    ...(seal === undefined ? {} : { seal }),
  };
}

/** A fact that a closing asks for and nobody has written down yet. */
export type ClosingFact = 'decision' | 'reason' | 'obligations' | 'stakeholders-told';

/** What the closing facts of a partnership still lack: how it ends, why, what is owed, who was told. */
export function missingClosingFacts(partnership: Partnership): ClosingFact[] {
  const exit = mappingOf<{ reason?: string }>(partnership, 'exit')?.value;
  const told = partnership.stages
    .flatMap((record) => checklistOf(record, partnership.language))
    .find(({ id }) => id === 'stakeholders-told');
  const unsettled = entriesOf<{ settled_on?: string }>(partnership, 'obligations').some(
    ({ value }) => value.settled_on === undefined,
  );
  const facts: [ClosingFact, boolean][] = [
    ['decision', exitDecision(partnership) !== 'close'],
    ['reason', exit?.reason === undefined],
    ['obligations', unsettled || entriesOf(partnership, 'obligations').length === 0],
    ['stakeholders-told', told !== undefined && !told.done],
  ];
  return facts.flatMap(([fact, isMissing]) => (isMissing ? [fact] : []));
}
