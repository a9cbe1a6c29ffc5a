import * as z from 'zod/mini';
import { listSection, mappingSection } from '../declare.ts';
import { choice, entries, happened, id, reference, text, textOrNumber } from '../fields.ts';

export const goals = listSection('goals', { en: 'Goals', he: 'מטרות' }, () =>
  z.strictObject({
    id: id(),
    text: text('The goal', 'המטרה'),
    owner: z.optional(
      reference(['partners'], 'Whose: shared or a partner', 'של מי: shared או שותף', ['shared']),
    ),
  }),
);

export const principles = listSection('principles', { en: 'Principles', he: 'עקרונות' }, () =>
  z.strictObject({ id: id(), text: text('The principle', 'העיקרון') }),
);

export const representatives = listSection('representatives', { en: 'Representatives', he: 'נציגים' }, () =>
  z.strictObject({
    id: id(),
    name: text('Name', 'שם'),
    partner: reference(['partners'], 'Partner', 'שותף'),
    mandate: z.optional(text('Mandate', 'הסמכות')),
  }),
);

export const agreement = mappingSection('agreement', { en: 'The agreement', he: 'ההסכם' }, () =>
  z.strictObject({
    version: z.optional(textOrNumber('Version', 'גרסה')),
    kind: z.optional(choice(['memorandum', 'contract'], 'Kind', 'סוג')),
    clauses: z.optional(
      entries(
        z.strictObject({
          id: id(),
          text: text('Clause', 'סעיף'),
          state: z.optional(choice(['missing', 'partial', 'full', 'not_relevant'], 'State', 'מצב')),
        }),
        'Clauses',
        'סעיפים',
      ),
    ),
    signatures: z.optional(
      entries(
        z.strictObject({
          partner: reference(['partners'], 'Partner', 'שותף'),
          name: text('Who signed', 'מי חתם'),
          on: z.optional(happened('Signed on', 'מועד החתימה')),
        }),
        'Signatures',
        'חתימות',
      ),
    ),
  }),
);
