import { type ProblemWording, worded } from '../wording.ts';

/** Partners who came and went, and what they were to bring. */
export const membershipProblems = {
  'leaver-pledge': (w) =>
    worded(
      `${w.partner} left on ${w.left}, and this pledge was never met (${w.status})`,
      'find another partner for it, write `status: received` if it was met, or remove it',
    ),
  'leaver-representative': (w) =>
    worded(
      `${w.partner} left on ${w.left} and still has a representative`,
      'remove the entry, or name the partner whom this person represents now',
    ),
  'leaver-role': (w) =>
    worded(
      `this role is held for ${w.partner}, which left on ${w.left}`,
      `end it with \`to: ${w.left}\`, and add an entry for who holds it now`,
    ),
  'leaver-member': (w) =>
    worded(
      `"${w.name}" sits here for ${w.partner}, which left on ${w.left}`,
      'name who takes the seat, or remove it',
    ),
  'leaver-owner': (w) =>
    worded(
      w.name === w.partner
        ? `the owner ${w.partner} left on ${w.left}`
        : `the owner "${w.name}" belongs to ${w.partner}, which left on ${w.left}`,
      'name who owns it now',
    ),
  'partner-not-joined': (w) =>
    worded(
      `${w.partner} joined on ${w.joined}, after this date (${w.date})`,
      'correct the date, or the day on which the partner joined',
    ),
  'critical-need-uncovered': (w) =>
    w.at === 'stage'
      ? worded(
          `critical needs without a signed pledge: ${w.needs}`,
          'settle who decides how they are covered, and by when',
        )
      : worded(
          w.lost === 'yes'
            ? `the critical need "${w.needs}" has lost its pledge: the partner behind it left`
            : `no signed pledge stands behind the critical need "${w.needs}"`,
          `have a pledge signed: \`partner add pledges partner=… type=… status=signed need=${w.needs}\``,
        ),
  'assessment-incomplete': (w) =>
    worded(
      `"${w.candidate}" was chosen, and its assessment leaves open: ${w.criteria}`,
      `score each from 1 to 5: \`partner set candidates/${w.candidate} scores.${w.first}=…\``,
    ),
  'health-unanswered': (w) =>
    worded(
      w.from === undefined
        ? `nobody has answered the health check yet: ${w.partners}`
        : `no answer in the latest health check (${w.from === w.to ? w.to : `${w.from} to ${w.to}`}) from: ${w.partners}`,
      'ask them before the gate: `partner add health partner=… dimension=… score=… on=…`',
    ),
} satisfies Partial<ProblemWording>;
