import type { Words } from '../wording.ts';

/** The kinds of value, as a message names what it wants or found. */
export const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  link: 'a link',
  id: 'an id',
  name: 'a name',
  date: 'a date (YYYY-MM-DD)',
  number: 'a number',
  whole: 'a whole number',
  score: 'a whole number from 1 to 5',
  money: 'a sum of money',
  hours: 'a number of hours',
  flag: 'true or false',
  choice: 'one of the known words',
  reference: 'an id',
  list: 'a list',
  mapping: 'fields (key: value)',
  nothing: 'nothing',
  'text-or-number': 'text or a number',
  'score-or-unknown': 'a whole number from 1 to 5, or unknown',
};

/** What stands where a file should. */
export const kindsOfFile: Readonly<Record<string, string>> = {
  symlink: 'a link',
  directory: 'a folder',
  fifo: 'a pipe',
  socket: 'a socket',
  device: 'a device',
};

/** One entry of a section. */
export const entries: Readonly<Record<string, string>> = {
  partners: 'partner',
  goals: 'goal',
  activities: 'activity',
  milestones: 'milestone',
  metrics: 'metric',
  needs: 'need',
  candidates: 'candidate',
};

/** What yaml calls a mistake, in the words of somebody who looks at the line: what is wrong, and what to do. */
export const syntax: Readonly<Record<string, readonly [string, string]>> = {
  'block-as-implicit-key': [
    'a second ": " on the line, or a line that is indented too far',
    'if the ": " belongs to the text, put the text in quotes; else align the line with its neighbours',
  ],
  'multiline-implicit-key': ['a line without ": "', 'write `key: value`, with a colon and a space'],
  'missing-char': ['a colon, comma or space is missing', 'compare the line with its neighbours'],
  'unexpected-token': [
    'this does not fit what stands before it',
    "quotes go round the whole text (inside \"…\" write \\\", inside '…' write ''); in a list, check commas and brackets",
  ],
  'bad-scalar-start': ['text cannot begin with this character', 'put the text in quotes'],
  'bad-dq-escape': [
    'a backslash that has no meaning in "…"',
    'write two backslashes, or put the text between single quotes',
  ],
};

const plainNumber = 'write digits and at most one decimal point, without quotes, separators or units';
const digitsOnly = 'write digits only, without quotes, separators or units';
/** How to write a value of each kind. */
export const typeHints: Readonly<Record<string, string>> = {
  flag: 'write true or false, without quotes',
  date: 'write it as YYYY-MM-DD, for example 2026-02-03',
  text: 'put it in quotes if it is meant as text',
  list: 'write each entry on a line of its own, beginning with "- "',
  mapping: 'write a line `key: value` for each field, one under another',
  id: 'put it in quotes if it is meant as an id',
  name: 'put it in quotes if it is meant as a name',
  link: 'write a whole address: https://…, http://… or mailto:…',
  reference: 'put it in quotes if it is meant as an id',
  number: plainNumber,
  money: plainNumber,
  hours: plainNumber,
  whole: digitsOnly,
  score: digitsOnly,
};

/** Asks whether the nearest of what is known was meant. */
export const meant = ({ nearest }: Words) => nearest !== undefined && `did you mean "${nearest}"?`;

/** The same, or what to do where nothing is near. */
export const meantOr = (words: Words, otherwise: string) => meant(words) || otherwise;
