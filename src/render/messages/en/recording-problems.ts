import type { RecordingProblemCode } from '../../../core/recording/problem.ts';
import { type Worded, type Words, worded } from '../wording.ts';

const saving = 'in Excel: Save As, "CSV UTF-8"; in LibreOffice and Google Sheets: UTF-8';

const figureHints: Readonly<Record<string, (words: Words) => string>> = {
  thousands: (w) => `write ${w.instead}, without a separator`,
  'decimal-comma': (w) => `write ${w.instead}, with a point`,
  percent: () => 'write a share as its part and its whole, such as 42/60',
  digits: () => 'it has more digits than can be kept; round it',
  exponent: () => 'write the number out in digits',
  other: () => 'write digits and at most one decimal point, such as 1200 or 0.5, or a share such as 42/60',
};

const aggregates: Readonly<Record<string, string>> = {
  sum: 'adds up',
  latest: 'goes by its latest value',
  mean: 'is a mean',
};

const fields: Readonly<Record<string, string>> = {
  source: 'the source',
  method: 'the method',
  by: 'the recorder',
};

const contradicted = (w: Words) => {
  if (w.field === 'value') return `with ${w.recorded}, not ${w.given}`;
  const field = fields[w.field ?? ''] ?? w.field;
  return w.recorded ? `with ${field} "${w.recorded}", not "${w.given}"` : `without ${field} "${w.given}"`;
};

/** Why something cannot be recorded, for a command line and for the rows of a table. */
export const recordingProblems: Readonly<Record<RecordingProblemCode, (words: Words) => Worded>> = {
  'unknown-metric': (w) =>
    w.known || w.nearest
      ? worded(
          `there is no metric "${w.metric}"`,
          `${w.nearest ? `did you mean ${w.nearest}? ` : ''}${w.known ? `The metrics are: ${w.known}` : ''}`.trim(),
        )
      : worded(
          `there is no metric "${w.metric}", and none at all yet`,
          'add one with `partner add metrics name=… kind=… aggregate=…`',
        ),
  'figure-form': (w) =>
    worded(`"${w.text}" is not a plain number`, figureHints[w.form ?? '']?.(w) ?? figureHints.other?.(w)),
  'part-negative': (w) =>
    worded(`a part of ${w.num} is below 0`, 'a part counts some of its whole: write 0 or more, such as 0/60'),
  'part-above-whole': (w) =>
    worded(`${w.num}/${w.den} is more than the whole`, 'the part counts some of the whole; check the two'),
  'whole-not-positive': (w) =>
    worded(`a whole of ${w.den} has no parts`, 'where nobody was asked there is nothing to record'),
  'share-not-taken': (w) =>
    worded(
      `${w.metric} ${aggregates[w.aggregate ?? ''] ?? w.aggregate} and takes a plain number, not the share ${w.figure}`,
      `only metrics that are pooled take shares; to make it one: \`partner set metrics/${w.metric} aggregate=pooled\``,
    ),
  'share-needed': (w) =>
    worded(
      `${w.metric} is pooled from parts and wholes, so ${w.figure} alone is not enough`,
      'write the part and its whole, such as 42/60',
    ),
  'day-in-future': (w) =>
    worded(
      `${w.date} lies ahead of today (${w.today})`,
      'what has not been seen yet is no observation; check the year',
    ),
  'observation-differs': (w) =>
    w.line
      ? worded(
          `line ${w.line} is of ${w.metric} on ${w.on} as well, ${contradicted(w)}`,
          'keep one of the two; or, where both are right, name a source of its own in each',
        )
      : worded(
          `${w.metric} on ${w.on} is recorded already, ${contradicted(w)}`,
          `${w.change ? `to change it: \`partner set ${w.change}\`; ` : 'to change it, edit the file; '}another figure for that day needs a source of its own, in both`,
        ),
  'table-encoding': (w) =>
    worded(
      `this is not UTF-8 text${w.encoding ? ` (it looks like ${w.encoding})` : ''}`,
      `save it as UTF-8: ${saving}`,
    ),
  'table-too-large': () => worded('the file is larger than 1 MiB', 'split it into several'),
  'table-too-long': (w) =>
    worded(`${w.rows} rows; at most ${w.most} are taken`, 'split the file into several'),
  'table-empty': () =>
    worded(
      'the file has no rows',
      'the first line names the columns (metric, on, value, source), and each further line is an observation',
    ),
  'table-quote': () =>
    worded(
      'a quote that opens or closes in the wrong place',
      'quotes go round the whole cell; a quote inside such a cell is written twice ("")',
    ),
  'unknown-column': (w) =>
    worded(
      `no column is called "${w.column}"`,
      `${w.nearest ? `did you mean "${w.nearest}"? ` : ''}The columns are: ${w.known}`,
    ),
  'repeated-column': (w) => worded(`the column "${w.column}" stands twice`, 'keep one of the two'),
  'missing-column': (w) =>
    worded(
      `the column "${w.column}" is missing`,
      w.column === 'on'
        ? 'add it, or give one day for all rows with --on'
        : w.column === 'value'
          ? 'add it, or the two columns num and den'
          : 'add it to the first line',
    ),
  'row-length': (w) =>
    worded(
      `this row has ${w.cells} cells, and the header ${w.columns}`,
      'a cell with a separator in it stands between quotes',
    ),
  'row-repeated': (w) => worded(`the same observation as on line ${w.line}`, 'keep one of the two rows'),
  'formula-cell': (w) =>
    worded(`"${w.text}" begins as a formula does`, 'write what was observed, as plain text'),
  'empty-cell': (w) => worded(`the cell "${w.column}" is empty`, 'fill it in, or delete the row'),
  'day-form': (w) => {
    if (w.form === 'no-such-day') return worded(`there is no day "${w.text}"`, 'check the month and the day');
    return worded(
      `"${w.text}" is not a date of the form YYYY-MM-DD`,
      w.instead
        ? `write ${w.instead}; in the spreadsheet, give the column the format yyyy-mm-dd`
        : 'write the year first, as in 2026-12-31; in the spreadsheet, give the column the format yyyy-mm-dd',
    );
  },
  'figure-twice': () => worded('both a value and a share', 'fill in the value, or num and den'),
};
