import * as z from 'zod/mini';
import {
  choice,
  date,
  described,
  flag,
  happened,
  hours,
  money,
  number,
  obeying,
  reference,
  score,
  text,
  texts,
} from './fields.ts';

// A line or two, as in a table; what is longer is a long text.
const longestLine = 500;

const shortText = described(
  z.string().check(obeying({ rule: 'not-blank' }), obeying({ rule: 'short-enough', most: longestLine })),
  { kind: 'text', label: { en: '', he: '' } },
);

const link = described(
  z.string().check(obeying({ rule: 'link' }), obeying({ rule: 'short-enough', most: 2_000 })),
  { kind: 'link', label: { en: '', he: '' } },
);

const wholeNumber = described(z.number().check(obeying<number>({ rule: 'whole' })), {
  kind: 'whole',
  label: { en: '', he: '' },
});

/**
 * The types that a field of a model's own section can have, each with the schema that built-in fields of
 * that type have. Label, choices, bounds and what is referred to come from the declaration.
 */
export const ownFieldSchemas = {
  text: shortText,
  long_text: text('', ''),
  number: number('', ''),
  whole: wholeNumber,
  money: money('', ''),
  hours: hours('', ''),
  score: score('', ''),
  date: date('', ''),
  happened: happened('', ''),
  yes_no: flag('', ''),
  link,
  choice: choice(['_'], '', ''),
  partner: reference(['partners'], '', ''),
  entry: reference([], '', ''),
  texts: texts('', ''),
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

/** A type that a field of a model's own section can have. */
export type OwnFieldType = keyof typeof ownFieldSchemas;

/** The types, in the order in which they are explained. */
export const ownFieldTypes = Object.keys(ownFieldSchemas) as [OwnFieldType, ...OwnFieldType[]];
