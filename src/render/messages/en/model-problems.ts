import { type ProblemWording, worded } from '../wording.ts';
import { entries, meant, meantOr } from './problem-words.ts';

const entry = (section: string | undefined) => entries[section ?? ''] ?? `entry of ${section}`;

/** The wording of problems that speak of what does not fit the model, or another part of the partnership. */
export const modelProblems = {
  'unsupported-format': (w) =>
    worded(
      `format ${w.value} is not known to this version of partner`,
      `this version reads format ${w.known}; install a newer one`,
    ),
  'older-format': (w) =>
    worded(
      `format ${w.value} is older than the one that this version of partner works with, ${w.known}`,
      '`partner model upgrade --dry-run` shows what the files become, `partner model upgrade` does it',
    ),
  'unknown-model': (w) =>
    worded(
      `there is no model "${w.model}"`,
      meantOr(w, `known are: ${w.known}; a model of your own stands in models/${w.model}/model.yaml`),
    ),
  'unknown-model-version': (w) =>
    worded(
      `version ${w.version} of the model ${w.model} is not to be had`,
      Number(w.version) > Number(w.newest)
        ? `this version of partner knows it up to version ${w.newest}; install a newer one`
        : `it has to stand in models/${w.model}/versions/${w.version}.yaml; look for it in an older copy`,
    ),
  'model-version-differs': (w) =>
    worded(
      `the files follow version ${w.version} of ${w.model}, but models/${w.model}/model.yaml is version ${w.found}`,
      `put version ${w.version} back there and bring the other one in with \`partner model upgrade --model DIR\`; where the files follow it already, write \`model_version: ${w.found}\``,
    ),
  'wrong-stage': (w) =>
    worded(
      `this file is for the stage "${w.expected}", not "${w.stage}"`,
      w.home
        ? `it holds what belongs in ${w.home}: give each file its own name back`
        : meantOr(w, `write \`stage: ${w.expected}\``),
    ),
  'misplaced-section': (w) =>
    w.home
      ? worded(`"${w.section}" does not belong in this file`, `move it to ${w.home}`)
      : worded(
          `no stage of this model has the section "${w.section}"`,
          'delete it, or add it to a stage of a model of your own',
        ),
  'unknown-section': (w) => worded(`there is no section "${w.section}"`, meant(w)),
  'duplicate-id': (w) => worded(`"${w.id}" stands twice in ${w.section}`, 'change or remove one of the two'),
  'unknown-reference': (w) => worded(`no ${entry(w.section)} has the id "${w.id}"`, meant(w)),
  'missing-item': (w) =>
    worded(
      `the model requires the item "${w.item}", and it is not in the checklist`,
      w.found
        ? `if "${w.found}" is meant to be it, write \`id: ${w.item}\`; else put it back`
        : 'put it back; to pass without it, waive it with a reason at the review',
    ),
  'weakened-item': (w) =>
    worded(
      `the model requires the item "${w.item}"`,
      'write `required: true`; to pass without it, waive it with a reason at the review',
    ),
  'dates-out-of-order': (w) =>
    worded(`"${w.later}" (${w.to}) is before "${w.earlier}" (${w.from})`, 'correct one of the two dates'),
  'date-in-future': (w) =>
    worded(
      `${w.date} lies ahead of today (${w.today}), and this says that it has happened`,
      'check the year',
    ),
  'partner-left': (w) =>
    worded(
      `${w.partner} left on ${w.left}, before this date (${w.date})`,
      'correct the date, or the day on which the partner left',
    ),
  'left-without-reason': (w) =>
    worded(
      `${w.partner} left, and no reason is given`,
      'add `left_reason: completed`, withdrew, asked or merged',
    ),
  'exit-incomplete': () => worded('the last stage must hold the section "exit"', 'add exit to its sections'),
  'shared-id': (w) =>
    worded(
      `the partnership in ${w.other} has the id "${w.id}" too`,
      'give one of them an id of its own, or take the copy away',
    ),
  'model-language': (w) =>
    worded(`the text in "${w.language}" is missing`, `add a line \`${w.language}: …\``),
} satisfies Partial<ProblemWording>;
