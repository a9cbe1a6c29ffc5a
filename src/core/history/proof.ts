import type { GateMissing } from '../gate.ts';
import type { Commit } from './commit.ts';

/** Why a review is not proved, or what is to be known of it. The words are public, in `--json`. */
export type ReasonCode =
  | 'unreadable'
  | 'gate_shut'
  | 'seal_differs'
  | 'no_seal'
  | 'out_of_place'
  | 'inserted'
  | 'reordered'
  | 'edited'
  | 'removed'
  | 'changed_since'
  | 'history_cut'
  | 'arrived_together'
  | 'uncommitted'
  | 'set_aside';

/** One reason: what kept the gate shut, which fields were edited, and the commit that did it, where one is known. */
export interface ProofReason {
  readonly code: ReasonCode;
  readonly missing?: readonly GateMissing[];
  readonly fields?: readonly string[];
  readonly commit?: Commit;
}

/**
 * Proved: all that can be asked of it holds. Failed: something does not. Unproved: the record does not
 * reach far enough to say. Set aside: of two decisions of one round, a merge kept the other.
 */
export type Verdict = 'proved' | 'failed' | 'unproved' | 'set_aside';

/** What was found of one gate review, at the commit that brought it in and since. */
export interface Proof {
  readonly review: string;
  readonly stage: string;
  readonly round: number | null;
  readonly date: string | null;
  readonly decision: string;
  readonly commit: Commit | null;
  readonly verdict: Verdict;
  readonly reasons: readonly ProofReason[];
}

/** Reasons that say only that the record does not reach. */
const unprovable: ReadonlySet<ReasonCode> = new Set(['history_cut', 'arrived_together', 'uncommitted']);

/** The verdict that reasons come to. */
export function verdictOf(reasons: readonly ProofReason[]): Verdict {
  if (reasons.length === 0) return 'proved';
  if (reasons.some(({ code }) => code !== 'set_aside' && !unprovable.has(code))) return 'failed';
  return reasons.some(({ code }) => unprovable.has(code)) ? 'unproved' : 'set_aside';
}
