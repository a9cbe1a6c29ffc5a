import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { choice, date, id, reference, text, texts, whole } from '../fields.ts';

export const bodies = listSection('bodies', { en: 'Governing bodies', he: 'גופי ניהול' }, () =>
  z.strictObject({
    id: id(),
    name: text('Name', 'שם'),
    members: z.optional(texts('Members', 'חברים')),
    quorum: z.optional(whole(1, 'Quorum', 'מניין חוקי')),
    rule: z.optional(text('Decision rule', 'כלל החלטה')),
  }),
);

export const roles = listSection('roles', { en: 'Roles', he: 'תפקידים' }, () =>
  z.strictObject({
    id: id(),
    role: text('Role', 'תפקיד'),
    name: z.optional(text('Name', 'שם')),
    partner: z.optional(reference(['partners'], 'Partner', 'שותף')),
    from: z.optional(date('From', 'מיום')),
    to: z.optional(date('To', 'עד יום')),
  }),
);

export const reporting = listSection('reporting', { en: 'Reporting rhythm', he: 'קצב הדיווח' }, () =>
  z.strictObject({
    id: id(),
    to: text('To whom', 'למי'),
    form: z.optional(text('Form', 'צורה')),
    every: choice(['month', 'quarter', 'half_year', 'year'], 'How often', 'תדירות'),
  }),
);

export const escalation = listSection('escalation', { en: 'Escalation path', he: 'דרך הסלמה' }, () =>
  z.strictObject({ id: id(), text: text('Step', 'צעד') }),
);
