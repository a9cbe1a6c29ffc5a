import { type ProblemWording, type Words, worded } from '../wording.ts';
import { figureProblems } from './figure-problems.ts';
import { membershipProblems } from './membership-problems.ts';
import { ownSectionProblems } from './own-section-problems.ts';
import { entries, kinds, kindsOfFile, syntax, typeHints } from './problem-words.ts';
import { recordingProblems } from './recording-problems.ts';
import { templateProblems } from './template-problems.ts';

const kind = (name: string | undefined) => kinds[name ?? ''] ?? name ?? '';
const entry = (section: string | undefined) => entries[section ?? ''] ?? `entry of ${section}`;
const meant = ({ nearest }: Words) => nearest !== undefined && `did you mean "${nearest}"?`;
const meantOr = (words: Words, otherwise: string) => meant(words) || otherwise;

const subject = (key = '') => {
  if (key === '') return 'this file';
  return /^\d+$/.test(key) ? `entry ${Number(key) + 1}` : `"${key}"`;
};
const shown = ({ value, found }: Words) =>
  value && found !== 'nothing' && found !== 'list' && found !== 'mapping' ? ` (${value})` : '';
const isPlainDecimal = (source = '') => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(source);
const hasFormOfDate = (value = '') => /^\d{4}-\d{2}-\d{2}$/.test(value);

export const problems: ProblemWording = {
  ...recordingProblems,
  ...templateProblems,
  'missing-file': () =>
    worded(
      'this file is missing',
      'restore it from git or a backup; `partner init` in another folder shows what belongs in it',
    ),
  'unknown-file': (w) =>
    worded(
      `"${w.name}" is no stage file of this model`,
      meantOr(w, 'if it is a copy, move it out of stages/; the stages of the model have their files'),
    ),
  'file-name-case': (w) =>
    worded(
      w.both === 'true'
        ? `"${w.name}" and "${w.wanted}" differ only in their capitals: disks of macOS and Windows hold one of them`
        : `"${w.name}" should be called "${w.wanted}": disks of Linux tell capitals from small letters`,
      w.both === 'true' ? 'move one of them away, or give it another name' : `rename it to "${w.wanted}"`,
    ),
  'not-a-regular-file': (w) =>
    worded(
      `this is ${kindsOfFile[w.what ?? ''] ?? w.what}, not a regular file`,
      'put the file itself in the folder; links are not followed',
    ),
  'unreadable-file': (w) => worded(`this file cannot be read (${w.errno})`, 'check its permissions'),
  'file-empty': () => worded('the file is empty', 'restore it from git or a backup'),
  'file-too-large': () =>
    worded('the file is larger than 1 MiB', 'keep documents beside it and name them as evidence'),
  'not-utf8': (w) =>
    worded(
      `this is not UTF-8 text${w.encoding ? ` (it looks like ${w.encoding})` : ''}`,
      'save the file as UTF-8 in your editor',
    ),
  'repeated-bom': () => worded('a second byte order mark', 'delete it; save the file as UTF-8'),
  'control-character': (w) => worded(`the control character ${w.character} is not allowed`, 'delete it'),
  'bidi-control': (w) =>
    worded(
      `the direction control ${w.character} can make text read as something else`,
      'delete it unless you put it there on purpose',
    ),
  'conflict-marker': () =>
    worded('an unresolved merge', 'keep one of the two versions and delete the marker lines'),
  'too-many-problems': (w) =>
    worded(`${w.count} problems in this file; only the first ones are shown`, 'fix these and validate again'),
  'yaml-syntax': (w) => {
    const [message, hint] = syntax[w.detail ?? ''] ?? [
      `this cannot be read as YAML (${w.detail ?? 'syntax'})`,
      'compare the line with its neighbours; quote text that has ": " or " #" in it',
    ];
    return worded(message, hint);
  },
  'yaml-tab': () => worded('a tab where YAML wants spaces', 'indent with spaces'),
  'yaml-indentation': () =>
    worded('the indentation does not fit the lines above', 'align the line with its neighbours'),
  'yaml-unclosed': () => worded('a quote or bracket is not closed', 'close it, or quote the whole text'),
  'yaml-anchor': () =>
    worded('anchors (&name) are not allowed', 'write the value out; quote text that begins with &'),
  'yaml-alias': () =>
    worded('aliases (*name) are not allowed', 'write the value out; quote text that begins with *'),
  'yaml-tag': () =>
    worded('tags (!name) are not allowed', 'write the plain value; quote text that begins with !'),
  'yaml-directive': () => worded('directives (%NAME) are not allowed', 'delete the line'),
  'yaml-merge-key': () => worded('merge keys (<<) are not allowed', 'write the keys out'),
  'yaml-key-type': () => worded('a key must be plain text', 'put the key in quotes'),
  'multiple-documents': () =>
    worded('a second document begins here', 'keep one document a file; delete the line'),
  'duplicate-key': (w) =>
    worded(
      `the key "${w.key}" stands twice${w.line ? ` (first on line ${w.line})` : ''}`,
      'keep one of the two',
    ),
  'too-deep': () =>
    worded(
      'more than 64 levels inside one another',
      'this is not how the format looks; compare it with docs/FORMAT.md',
    ),
  'too-many-keys': () =>
    worded('more than 5,000 keys in one mapping', 'write them as a list, or keep them in a file beside it'),
  'too-many-values': () =>
    worded(
      'the file holds more values than can be read in good time',
      'keep what is not needed any more in a file of your own beside it',
    ),
  'too-many-blank-lines': () =>
    worded('too many blank lines and comment lines one after another', 'delete those that are not needed'),
  'number-form': (w) =>
    isPlainDecimal(w.source)
      ? worded(`${w.source} has more digits than can be kept`, 'round it, or put it in quotes if it is text')
      : worded(
          `"${w.source}" is not a plain decimal number`,
          'write digits and at most one decimal point, or put it in quotes if it is text',
        ),
  'unknown-key': (w) => worded(`unknown key "${w.key}"`, meantOr(w, 'keys of your own begin with x-')),
  'missing-key': (w) =>
    worded(
      `"${w.key}" is missing`,
      `add a line \`${w.key}: …\`${w.otherwise ? `, or give ${w.otherwise}` : ''}`,
    ),
  'wrong-type': (w) =>
    worded(
      `${subject(w.key)} wants ${kind(w.expected)}, not ${kind(w.found)}${shown(w)}`,
      typeHints[w.expected ?? ''],
    ),
  'empty-value': (w) => worded(`"${w.key}" has no value`, 'give it one, or delete the line'),
  'empty-text': () => worded('an empty text', 'write something, or delete the line'),
  'text-too-long': (w) =>
    worded(
      `a text of more than ${w.most} characters`,
      'keep it in a document beside the file and name that as evidence',
    ),
  'invalid-id': (w) =>
    worded(
      `"${w.value}" is not an id`,
      'ids are lower-case letters a–z, digits and hyphens, at most 64, and begin with a letter or digit',
    ),
  'invalid-date': (w) =>
    worded(
      hasFormOfDate(w.value) ? `there is no day "${w.value}"` : `"${w.value}" is not a date`,
      hasFormOfDate(w.value)
        ? 'check the month and the day'
        : 'write it as YYYY-MM-DD, for example 2026-02-03 for the third of February',
    ),
  'invalid-choice': (w) => worded(`"${w.value}" is not one of: ${w.choices}`, meant(w)),
  'invalid-currency': (w) =>
    worded(
      `"${w.value}" is not a currency code`,
      'use the three capital letters of ISO 4217, such as ILS, EUR or USD',
    ),
  'out-of-range': (w) =>
    w.most
      ? worded(`${w.value} is not between ${w.least} and ${w.most}`)
      : worded(`${w.value} is too small`, `the least is ${w.least}`),
  'not-whole-number': (w) => worded(`${w.value} is not a whole number`, 'write it without a decimal point'),
  'invalid-seal': () =>
    worded('this is not a seal', 'seals are written by `partner advance`; restore the line from git'),
  'invalid-value': (w) =>
    worded(`"${w.value}" is not valid here`, 'a language is written as its code, such as en, he or ar'),
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
  'value-and-share': () => worded('both a value and a share (num, den)', 'keep one of the two'),
  'share-above-one': () => worded('a share above 1', 'num counts some of den; check the two'),
  'share-without-whole': () =>
    worded('a share needs num and a den above 0', 'write for example `num: 42` and `den: 60`'),
  'amount-missing': (w) =>
    worded('no amount', w.type === 'time' ? 'add `hours` and `rate`, or `amount`' : 'add `amount`'),
  'rate-without-hours': () => worded('a rate without hours', 'add `hours`'),
  'amount-mismatch': (w) =>
    worded(
      `the amount ${w.amount} is not hours × rate (${w.product})`,
      'keep either the amount, or hours and rate',
    ),
  'exit-incomplete': () => worded('the last stage must hold the section "exit"', 'add exit to its sections'),
  ...membershipProblems,
  ...figureProblems,
  ...ownSectionProblems,
  'shared-id': (w) =>
    worded(
      `the partnership in ${w.other} has the id "${w.id}" too`,
      'give one of them an id of its own, or take the copy away',
    ),
  'model-language': (w) =>
    worded(`the text in "${w.language}" is missing`, `add a line \`${w.language}: …\``),
};
