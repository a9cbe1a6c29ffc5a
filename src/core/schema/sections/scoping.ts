import * as z from 'zod/mini';
import { listSection, mappingSection, textSection } from '../declare.ts';
import { address, happened, id, score, text } from '../fields.ts';

export const challenge = mappingSection('challenge', { en: 'The challenge', he: 'האתגר' }, () =>
  z.strictObject({
    statement: text('The problem, stated with data', 'הבעיה, מנוסחת עם נתונים'),
    area: z.optional(text('Where', 'היכן')),
    target_group: z.optional(text('Target group', 'קבוצת היעד')),
    baseline: z.optional(text('Where things stand today', 'המצב כיום')),
  }),
);

export const vision = textSection('vision', { en: 'The vision', he: 'החזון' }, () =>
  text('What will be different', 'מה יהיה אחרת'),
);

export const sources = listSection('sources', { en: 'Sources', he: 'מקורות' }, () =>
  z.strictObject({
    id: id(),
    title: text('Title', 'כותרת'),
    url: z.optional(address('Address', 'כתובת')),
    on: z.optional(happened('Date', 'תאריך')),
  }),
);

export const stakeholders = listSection('stakeholders', { en: 'Stakeholders', he: 'מחזיקי עניין' }, () =>
  z.strictObject({
    id: id(),
    name: text('Name', 'שם'),
    sector: z.optional(text('Sector', 'מגזר')),
    interest: z.optional(score('Interest (1–5)', 'עניין (1–5)')),
    influence: z.optional(score('Influence (1–5)', 'השפעה (1–5)')),
    consulted_on: z.optional(happened('Consulted on', 'מועד ההתייעצות')),
  }),
);
