import { isPlainDecimal } from '../../../core/plain-number.ts';
import { hasFormOfDate, shownValue } from '../value-forms.ts';
import { type ProblemWording, worded } from '../wording.ts';
import { kinds, meant, meantOr, typeHints } from './problem-words.ts';

const kind = (name: string | undefined) => kinds[name ?? ''] ?? name ?? '';
const subject = (key = '') => {
  if (key === '') return 'this file';
  return /^\d+$/.test(key) ? `entry ${Number(key) + 1}` : `"${key}"`;
};

/** The wording of problems that speak of a value that has not the form of its field. */
export const formProblems = {
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
      `${subject(w.key)} wants ${kind(w.expected)}, not ${kind(w.found)}${shownValue(w)}`,
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
} satisfies Partial<ProblemWording>;
