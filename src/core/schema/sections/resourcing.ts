import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { choice, date, flag, hours, id, money, reference, text } from '../fields.ts';
import { inputTypes } from './words.ts';

export const needs = listSection('needs', { en: 'Needs', he: 'צרכים' }, () =>
  z.strictObject({
    id: id(),
    item: text('What is needed', 'מה דרוש'),
    type: z.optional(choice(inputTypes, 'Type', 'סוג')),
    value: z.optional(money('Value', 'שווי')),
    by: z.optional(date('Needed by', 'דרוש עד')),
    critical: z.optional(flag('Critical', 'קריטי')),
  }),
);

export const pledges = listSection('pledges', { en: 'Pledges', he: 'התחייבויות' }, () =>
  z.strictObject({
    id: id(),
    partner: reference(['partners'], 'Partner', 'שותף'),
    type: choice(inputTypes, 'Type', 'סוג'),
    amount: z.optional(money('Amount', 'סכום')),
    hours: z.optional(hours('Hours', 'שעות')),
    status: choice(['idea', 'promised', 'signed', 'received'], 'Status', 'מצב'),
    need: z.optional(reference(['needs'], 'Need', 'צורך')),
  }),
);
