import { type Change, changedFields, isMapping, isSameData, listAt, pick } from './change.ts';
import { pairEntries } from './pair-entries.ts';

/**
 * What changed in the minutes book. New reviews are `reviewed`; a condition marked as met is a change of
 * `conditions/REVIEW/N`; any other change of a review that stood there, or of the order of the book, is
 * a change of the past and told as one.
 */
export function changesOfBook(before: unknown, after: unknown): Change[] {
  const was = listAt(before, ['reviews']);
  const is = listAt(after, ['reviews']);
  const pairs = pairEntries(was, is, idOf);
  const changes = pairs.flatMap(({ key, before: old, after: now }): Change[] => {
    const stage = stageOf(now ?? old);
    const label = null;
    if (old === undefined) return [{ kind: 'reviewed', stage, subject: key, from: null, to: now, label }];
    if (now === undefined)
      return [{ kind: 'removed', stage, subject: `reviews/${key}`, from: old, to: null, label }];
    return isMapping(old) && isMapping(now) ? changesOfReview(key, stage, old, now) : [];
  });
  return [...changes, ...changeOfOrder(was, is)];
}

function idOf(review: unknown): string {
  return isMapping(review) ? String(review.id ?? '') : '';
}

function stageOf(review: unknown): string | null {
  return isMapping(review) && typeof review.stage === 'string' ? review.stage : null;
}

type Review = Readonly<Record<string, unknown>>;

function changesOfReview(id: string, stage: string | null, before: Review, after: Review): Change[] {
  const met = metConditions(id, stage, before, after);
  if (met !== undefined) return met;
  const fields = changedFields(before, after) ?? { from: before, to: after };
  return [{ kind: 'changed', stage, subject: `reviews/${id}`, ...fields, label: null }];
}

/** The conditions whose `met` alone changed; undefined where anything else of the review did. */
function metConditions(
  id: string,
  stage: string | null,
  before: Review,
  after: Review,
): Change[] | undefined {
  if (!isSameData(withoutMet(before), withoutMet(after))) return undefined;
  const now = listAt(after, ['conditions']);
  return listAt(before, ['conditions']).flatMap((old, index): Change[] => {
    const condition = now[index];
    if (!isMapping(old) || !isMapping(condition) || isSameData(old, condition)) return [];
    const subject = `conditions/${id}/${index + 1}`;
    const label = typeof condition.text === 'string' ? condition.text : null;
    return [
      { kind: 'changed', stage, subject, from: pick(old, ['met']), to: pick(condition, ['met']), label },
    ];
  });
}

/** A review without what may still be written into it later: whether its conditions were met. */
export function withoutMet(review: unknown): unknown {
  if (!isMapping(review) || !Array.isArray(review.conditions)) return review;
  const conditions = review.conditions.map((condition) => {
    if (!isMapping(condition)) return condition;
    const { met: _met, ...rest } = condition;
    return rest;
  });
  return { ...review, conditions };
}

function changeOfOrder(before: readonly unknown[], after: readonly unknown[]): Change[] {
  const was = before.map(idOf);
  const is = after.map(idOf);
  const from = was.filter((id) => is.includes(id));
  const to = is.filter((id) => was.includes(id));
  if (isSameData(from, to)) return [];
  return [{ kind: 'changed', stage: null, subject: 'reviews', from, to, label: null }];
}
