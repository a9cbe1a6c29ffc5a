import * as z from 'zod/mini';
import { listSection } from '../declare.ts';
import { choice, date, id, number, reference, score, text } from '../fields.ts';

export const activities = listSection('activities', { en: 'Activities', he: 'פעילויות' }, () =>
  z.strictObject({
    id: id(),
    title: text('Title', 'כותרת'),
    goal: z.optional(reference(['goals'], 'Goal', 'מטרה')),
    owner: z.optional(text('Owner', 'אחראי')),
  }),
);

export const milestones = listSection('milestones', { en: 'Milestones', he: 'אבני דרך' }, () =>
  z.strictObject({
    id: id(),
    title: text('Title', 'כותרת'),
    owner: z.optional(text('Owner', 'אחראי')),
    due: z.optional(date('Due', 'לביצוע עד')),
    activity: z.optional(reference(['activities'], 'Activity', 'פעילות')),
  }),
);

export const metrics = listSection('metrics', { en: 'Metrics', he: 'מדדים' }, () =>
  z.strictObject({
    id: id(),
    name: text('Name', 'שם'),
    kind: choice(['input', 'output', 'outcome', 'health'], 'Kind', 'סוג'),
    unit: z.optional(text('Unit', 'יחידה')),
    aggregate: choice(['sum', 'latest', 'mean', 'pooled'], 'How it adds up over time', 'צבירה לאורך זמן'),
    baseline: z.optional(number('Baseline', 'קו בסיס')),
    target: z.optional(number('Target', 'יעד')),
    due: z.optional(date('Target due', 'מועד היעד')),
    role: z.optional(choice(['beneficiaries'], 'Role', 'תפקיד')),
  }),
);

export const risks = listSection('risks', { en: 'Risks', he: 'סיכונים' }, () =>
  z.strictObject({
    id: id(),
    text: text('The risk', 'הסיכון'),
    likelihood: z.optional(score('Likelihood (1–5)', 'סבירות (1–5)')),
    impact: z.optional(score('Impact (1–5)', 'חומרה (1–5)')),
    owner: z.optional(text('Owner', 'אחראי')),
    response: z.optional(text('Response', 'מענה')),
  }),
);
