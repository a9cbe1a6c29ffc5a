import * as z from 'zod/mini';
import { listSection, mappingSection } from '../declare.ts';
import { choice, date, happened, id, text } from '../fields.ts';

export const exit = mappingSection('exit', { en: 'How it ends', he: 'הסיום' }, () =>
  z.strictObject({
    decision: z.optional(choice(['institutionalise', 'scale', 'hand_over', 'close'], 'Decision', 'החלטה')),
    reason: z.optional(text('Reason', 'נימוק')),
    effective: z.optional(date('Takes effect on', 'בתוקף מיום')),
    successor: z.optional(text('Who goes on', 'מי ממשיך')),
    follow_up: z.optional(date('Follow-up on', 'מועד המעקב')),
  }),
);

export const obligations = listSection(
  'obligations',
  { en: 'Obligations to settle', he: 'התחייבויות לסגירה' },
  () =>
    z.strictObject({
      id: id(),
      text: text('The obligation', 'ההתחייבות'),
      owner: z.optional(text('Owner', 'אחראי')),
      due: z.optional(date('Due', 'לסגירה עד')),
      settled_on: z.optional(happened('Settled on', 'הוסדרה ביום')),
    }),
);

export const lessons = listSection('lessons', { en: 'Lessons', he: 'לקחים' }, () =>
  z.strictObject({ id: id(), text: text('The lesson', 'הלקח') }),
);
