import * as z from 'zod/mini';
import { choice, date, described, entries, flag, happened, id, obeying, text, whole } from '../fields.ts';
import { decisions } from '../sections/words.ts';

const seal = described(z.string().check(obeying({ rule: 'seal' })), {
  kind: 'text',
  label: { en: 'Seal', he: 'חותם' },
});

const reviewer = z.strictObject({
  name: text('Name', 'שם'),
  for: z.optional(text('Whom they represent', 'את מי מייצגים')),
});

const waiver = z.strictObject({
  item: id('Item', 'פריט'),
  reason: text('Reason', 'נימוק'),
  by: z.optional(text('Waived by', 'מי ויתר')),
});

const condition = z.strictObject({
  text: text('The condition', 'התנאי'),
  owner: z.optional(text('Owner', 'אחראי')),
  due: z.optional(date('Due', 'לביצוע עד')),
  met: z.optional(flag('Met', 'התקיים')),
});

/** One gate review. */
export const reviewSchema = z.strictObject({
  id: id(),
  stage: id('Stage', 'שלב'),
  round: whole(1, 'Round', 'סבב'),
  date: happened('Date', 'תאריך'),
  decision: choice(decisions, 'Decision', 'החלטה'),
  to: z.optional(id('Back to', 'חזרה אל')),
  reviewers: z.optional(entries(reviewer, 'Reviewers', 'משתתפים')),
  reason: z.optional(text('Reason', 'נימוק')),
  notes: z.optional(text('Notes', 'הערות')),
  waivers: z.optional(entries(waiver, 'Waivers', 'ויתורים')),
  conditions: z.optional(entries(condition, 'Conditions', 'תנאים')),
  next_review: z.optional(date('Next review', 'הבחינה הבאה')),
  seal: z.optional(seal),
});

/** `reviews.yaml`: the minutes book, oldest first, only ever added to. */
export const reviewsSchema = z.strictObject({
  reviews: entries(reviewSchema, 'Gate reviews', 'בחינות שער'),
});

export type ReviewData = z.infer<typeof reviewSchema>;
