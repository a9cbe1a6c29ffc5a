import { isPlainMapping } from '../equal-data.ts';
import { entriesOf, type MergedItem, type MergedList, type Sides } from './merged.ts';

/**
 * Sets apart two decisions for one gate. The first decision that a side added belongs to the round that
 * was open when the sides parted, so where both added one they exclude each other, with all that was
 * added after each. What stands before (holds, reconfirmations) is kept from both.
 */
export function withoutRivals(items: readonly MergedItem[], sides: Sides): MergedList {
  const ours = afterDecision(items, 'ours', sides.ours);
  const theirs = afterDecision(items, 'theirs', sides.theirs);
  const rest = items.filter((item) => !ours.includes(item) && !theirs.includes(item));
  // A hold of the other side was written in the round that the decision ended.
  if (ours.length === 0 || theirs.length === 0) return { kind: 'list', items: [...rest, ...ours, ...theirs] };
  return {
    kind: 'list',
    items: [...rest, ...ours],
    rival: { from: rest.length, theirs: theirs.flatMap((item) => item.theirs ?? []) },
  };
}

/** What one side alone added at the end of the book, from its first decision on. */
function afterDecision(items: readonly MergedItem[], side: 'ours' | 'theirs', list: unknown): MergedItem[] {
  const other = side === 'ours' ? 'theirs' : 'ours';
  const wasAdded = ({ merged }: MergedItem) => merged.kind === (side === 'ours' ? 'keep' : 'take');
  const lastShared = items.findLastIndex((item) => item.ours !== undefined && item.theirs !== undefined);
  const added = items
    .slice(lastShared + 1)
    .filter((item) => item[side] !== undefined && item[other] === undefined && wasAdded(item));
  const first = added.findIndex((item) => isDecision(entriesOf(list)[item[side] ?? 0]));
  return first < 0 ? [] : added.slice(first);
}

function isDecision(review: unknown): boolean {
  return isPlainMapping(review) && review.decision !== 'hold' && review.decision !== 'reconfirm';
}
