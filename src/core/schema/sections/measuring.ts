import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { happened, number, reference, text } from '../fields.ts';

export const observations = listSection(
  'observations',
  { en: 'Observations', he: 'תצפיות' },
  () =>
    z.strictObject({
      metric: reference(['metrics'], 'Metric', 'מדד'),
      on: happened('Date', 'תאריך'),
      value: z.optional(number('Value', 'ערך')),
      num: z.optional(number('Part', 'מונה')),
      den: z.optional(number('Whole', 'מכנה')),
      source: z.optional(text('Source', 'מקור')),
      method: z.optional(text('Method', 'שיטה')),
      by: z.optional(text('Recorded by', 'מי רשם')),
    }),
  { identity: ['metric', 'on'], running: true },
);
