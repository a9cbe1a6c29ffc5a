import { type ProblemWording, worded } from '../wording.ts';
import { meant, meantOr } from './problem-words.ts';

/** The wording of problems that speak of the minutes book. */
export const reviewProblems = {
  'unknown-stage': (w) =>
    w.version
      ? worded(`version ${w.version} of the model has no stage "${w.stage}"`, meantOr(w, 'remove the line'))
      : worded(
          `"${w.stage}" is no stage that this review can name`,
          meantOr(w, 'name a stage of the model; a return goes to the same stage or an earlier one'),
        ),
  'review-repeated': (w) =>
    worded(
      `round ${w.round} of ${w.stage} was decided before`,
      'two people may have recorded the same review: keep one of the two',
    ),
  'review-out-of-order': (w) =>
    worded(
      `the partnership was not at ${w.stage} when this review was held${w.current ? ` (it was at ${w.current})` : ''}`,
      'reviews stand in the order in which they were held: look for one that is missing or out of place',
    ),
  'review-dated-back': (w) =>
    worded(
      `dated ${w.date}, before the review above it (${w.before})`,
      'correct the date if it is a slip; the order of the book counts',
    ),
  'review-round': (w) =>
    worded(`this is round ${w.expected} of ${w.stage}, not ${w.round}`, `write \`round: ${w.expected}\``),
  'review-without-reason': (w) =>
    worded(`the decision "${w.decision}" needs a reason`, 'add a line `reason: …`'),
  'review-incomplete': (w) =>
    worded(`the decision "${w.decision}" needs "${w.key}"`, `add a line \`${w.key}: …\``),
  'waiver-unknown-item': (w) => worded(`${w.stage} has no item "${w.item}" to waive`, meant(w)),
  'missing-seal': (w) =>
    worded(
      `the review ${w.review} has no seal, so nobody can show what it looked at`,
      'record reviews with `partner advance`',
    ),
  'broken-seal': (w) =>
    worded(
      `${w.stage} was changed after its review of ${w.date}`,
      `undo the change, or have it looked at again: \`partner advance --decision reconfirm --stage ${w.stage} --reason "…"\``,
    ),
  'self-review': (w) =>
    worded(
      `every reviewer (${w.reviewers}) owns or ticked what was reviewed`,
      'a gate wants independent eyes',
    ),
} satisfies Partial<ProblemWording>;
