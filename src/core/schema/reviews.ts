import { outlines } from './outlines.ts';
import { entryOfList, type Field, fieldsOf } from './section.ts';
import type { decisions } from './sections/words.ts';

export type { ReviewData } from './files/reviews.ts';

/** What a gate review may decide. */
export type Decision = (typeof decisions)[number];

/** The fields of a review, in the order of the book. */
export const reviewFields = fieldsOfList(fieldsOf(outlines.reviews), 'reviews');

/** The fields of a review's condition. */
export const conditionFields = fieldsOfList(reviewFields, 'conditions');

function fieldsOfList(fields: readonly Field[], key: string): readonly Field[] {
  const list = fields.find((field) => field.key === key);
  const entry = list === undefined ? undefined : entryOfList(list.schema);
  if (entry === undefined) throw new Error(`no list of entries is named ${key}`);
  return fieldsOf(entry);
}
