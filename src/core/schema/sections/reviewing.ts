import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { choice, date, happened, id, reference, score, text } from '../fields.ts';

export const health = listSection(
  'health',
  { en: 'Health check', he: 'בדיקת בריאות' },
  () =>
    z.strictObject({
      partner: reference(['partners'], 'Partner', 'שותף'),
      dimension: text('Dimension', 'ממד'),
      score: score('Score (1–5)', 'ציון (1–5)'),
      on: happened('Date', 'תאריך'),
      comment: z.optional(text('Comment', 'הערה')),
    }),
  { identity: ['partner', 'dimension', 'on'], running: true },
);

export const findings = listSection('findings', { en: 'Findings', he: 'ממצאים' }, () =>
  z.strictObject({
    id: id(),
    kind: choice(['worked', 'did_not_work', 'lesson', 'action'], 'Kind', 'סוג'),
    text: text('The finding', 'הממצא'),
    owner: z.optional(text('Owner', 'אחראי')),
    due: z.optional(date('Due', 'לביצוע עד')),
  }),
);

export const membership = listSection(
  'membership',
  { en: 'Who stays, leaves and joins', he: 'מי נשאר, עוזב ומצטרף' },
  () =>
    z.strictObject({
      partner: reference(['partners', 'candidates'], 'Partner', 'שותף'),
      decision: choice(['stays', 'leaves', 'joins'], 'Decision', 'החלטה'),
      reason: z.optional(text('Reason', 'נימוק')),
    }),
  { identity: ['partner'] },
);
