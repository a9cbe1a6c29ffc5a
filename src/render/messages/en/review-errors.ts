import { type ErrorWording, worded } from '../wording.ts';

/** The wording of refusals that speak of a gate review. */
export const reviewErrors = {
  'gate-blocked': (w) =>
    worded(
      `the gate of “${w.title}” is not open yet`,
      'nothing was written; `partner check ITEM` ticks what is done, `partner help gates` tells of waivers',
    ),
  'partnership-ended': (w) =>
    worded(
      `the partnership has ended (${w.state})`,
      'a return reopens it: `partner advance --decision return --to STAGE --reason "…"`',
    ),
  'not-passed': (w) =>
    worded(
      `${w.stage} has not been passed, so there is nothing to reconfirm`,
      w.known
        ? `passed stages are: ${w.known}`
        : 'no stage has been passed yet; `partner status` shows where it stands',
    ),
  'reason-missing': (w) =>
    worded(
      w.item ? `waiving ${w.item} needs a reason` : `the decision "${w.decision}" needs a reason`,
      w.item ? `write it behind the item: --waive "${w.item}=why"` : 'give it with --reason "why"',
    ),
  'stage-ahead': (w) =>
    worded(
      `${w.stage} lies ahead of the current stage`,
      'a return goes back to an earlier stage, or does the current one over: name one of these with --to',
    ),
  'review-committed': (w) =>
    worded(
      `the review ${w.review} is in the last commit already, and the minutes book is only added to`,
      'a later review corrects it: `partner advance --decision return --to STAGE --reason "…"`. Where nobody else has that commit yet, `git reset HEAD~1` takes the commit back and leaves the files; then `partner undo` works',
    ),
  'review-outdated': () =>
    worded(
      'the stage was changed since, so that this review cannot come back as it was held',
      'nothing was written; hold the review anew: `partner advance`',
    ),
} satisfies Partial<ErrorWording>;
