import { type ProblemWording, type Words, worded } from '../wording.ts';

const newUnit = 'keep to one unit; for another one, begin a new metric';

const unitChanges: Readonly<Record<string, (words: Words) => ReturnType<typeof worded>>> = {
  form: (w) =>
    worded(
      `${w.metric} was recorded as ${w.before === 'value' ? 'plain values' : 'num and den'} before, and this is not`,
      'record all of them in the same form',
    ),
  percent: (w) =>
    worded(
      `${w.value} after ${w.before}: is this a percentage where a share stood before?`,
      'keep to one unit: 0.6 and 60 % are the same',
    ),
  fraction: (w) =>
    worded(
      `${w.value} after ${w.before}: is this a share where a percentage stood before?`,
      'keep to one unit: 0.6 and 60 % are the same',
    ),
  thousands: (w) =>
    worded(`${w.value} after ${w.before}: did the unit of ${w.metric} change by a thousand?`, newUnit),
};

/** Figures that have their form and make no sense. */
export const figureProblems = {
  'before-start': (w) =>
    worded(
      `${w.date} is before the partnership started (${w.started})`,
      w.section === 'observations'
        ? 'correct the date; a figure from before the start is the `baseline` of its metric'
        : 'correct the date, or `started` in partnership.yaml',
    ),
  'people-summed': (w) =>
    worded(
      `${w.metric} counts people, and a sum counts the same people again each time`,
      'write `aggregate: latest`, and record how many different people were reached so far',
    ),
  'target-is-baseline': (w) =>
    worded(
      `the target of ${w.metric} is its baseline (${w.value}), so there is nothing to attain`,
      'write down what the partners want to reach',
    ),
  'percent-for-share': (w) =>
    worded(
      `${w.key} ${w.value} looks like a percentage, and a pooled metric is a share from 0 to 1`,
      `write \`${w.key}: ${Number((Number(w.value) / 100).toFixed(6))}\` if ${w.value} % is meant`,
    ),
  'value-not-pooled': (w) =>
    worded(
      `${w.metric} is pooled, so a plain value does not count`,
      'write how many of how many, for example `num: 42` and `den: 60`, or give the metric `aggregate: latest`',
    ),
  'share-not-pooled': (w) =>
    worded(
      `a share, and ${w.metric} takes the ${w.aggregate}: shares of different wholes cannot be added or averaged`,
      'give the metric `aggregate: pooled`, or record plain values',
    ),
  'cumulative-sum': (w) =>
    worded(
      `these look like running totals (${w.values}), and ${w.metric} adds them up`,
      'record what was new since the time before, or give the metric `aggregate: latest`',
    ),
  'unit-changes': (w) => unitChanges[w.how ?? '']?.(w) ?? worded(`the unit of ${w.metric} changes`, newUnit),
  'rate-redated': (w) =>
    worded(
      `a rate of ${w.rate} for ${w.date}, where ${w.other} was recorded before for ${w.partner} (${w.since})`,
      'what was rated is not rated anew: keep the rate of that day, or say in the notes of both which work each is for',
    ),
  'two-rates': (w) =>
    worded(
      `two rates of ${w.partner} on ${w.date}: ${w.other} and ${w.rate}`,
      'correct one of the two, or say in the notes of both which work each is for',
    ),
  'mixed-bases': (w) =>
    worded(
      `valued by ${w.basis}, and others before it by ${w.other}: one total holds both`,
      'value all of them by one basis, or name both wherever the total is shown',
    ),
} satisfies Partial<ProblemWording>;
