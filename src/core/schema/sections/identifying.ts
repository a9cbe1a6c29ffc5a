import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { choice, date, id, scores, text, texts } from '../fields.ts';
import { sectors } from './words.ts';

export const candidates = listSection('candidates', { en: 'Candidate partners', he: 'מועמדים לשותפות' }, () =>
  z.strictObject({
    id: id(),
    name: text('Name', 'שם'),
    sector: z.optional(choice(sectors, 'Sector', 'מגזר')),
    scores: z.optional(
      scores('Scores by criterion (1–5 or unknown)', 'ציונים לפי אמת מידה (1–5 או unknown)'),
    ),
    concerns: z.optional(texts('Concerns', 'חששות')),
    status: z.optional(choice(['longlist', 'shortlist', 'invited', 'declined', 'joined'], 'Status', 'מצב')),
    decide_by: z.optional(date('Decide by', 'להחליט עד')),
  }),
);
