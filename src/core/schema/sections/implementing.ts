import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { choice, date, happened, hours, id, money, reference, text } from '../fields.ts';
import { contributionTypes } from './words.ts';

export const progress = listSection(
  'progress',
  { en: 'Progress', he: 'התקדמות' },
  () =>
    z.strictObject({
      milestone: reference(['milestones'], 'Milestone', 'אבן דרך'),
      done_on: z.optional(happened('Done on', 'בוצע ביום')),
      note: z.optional(text('Note', 'הערה')),
    }),
  { identity: ['milestone'], running: true },
);

export const contributions = listSection(
  'contributions',
  { en: 'Contributions', he: 'תרומות השותפים' },
  () =>
    z.strictObject({
      id: id(),
      partner: z.optional(reference(['partners'], 'Partner', 'שותף')),
      type: choice(contributionTypes, 'Type', 'סוג'),
      amount: z.optional(money('Amount', 'סכום')),
      hours: z.optional(hours('Hours', 'שעות')),
      rate: z.optional(money('Rate for an hour', 'תעריף לשעה')),
      basis: z.optional(choice(['donor_cost', 'replacement'], 'Basis of valuation', 'בסיס השומה')),
      on: happened('Date', 'תאריך'),
      source: z.optional(text('Source', 'מקור')),
      note: z.optional(text('Note', 'הערה')),
    }),
  { running: true },
);

export const issues = listSection(
  'issues',
  { en: 'Issues', he: 'תקלות' },
  () =>
    z.strictObject({
      id: id(),
      text: text('The issue', 'התקלה'),
      owner: z.optional(text('Owner', 'אחראי')),
      due: z.optional(date('Due', 'לטיפול עד')),
      closed_on: z.optional(happened('Closed on', 'נסגרה ביום')),
    }),
  { running: true },
);

export const changes = listSection(
  'changes',
  { en: 'Changes to the plan', he: 'שינויים בתכנית' },
  () =>
    z.strictObject({
      id: id(),
      what: text('What changes', 'מה משתנה'),
      why: z.optional(text('Why', 'מדוע')),
      approved_by: z.optional(text('Approved by', 'מי אישר')),
      on: z.optional(happened('Approved on', 'אושר ביום')),
    }),
  { running: true },
);
