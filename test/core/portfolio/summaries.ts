import { detailsText, type SummaryDetails } from '../../../src/core/portfolio/details.ts';
import type { PartnershipSummary } from '../../../src/core/portfolio/summary.ts';

const stages = ['scoping', 'planning', 'doing'].map((id) => ({ id, title: { en: id } }));

type Given = Partial<Omit<PartnershipSummary, 'details'> & SummaryDetails>;

/** A partnership that has begun the first of three stages, with whatever a case says of it. */
export function summary(dir: string, { visits, partners, ...given }: Given = {}): PartnershipSummary {
  const scoping = { stage: 'scoping', from: '2026-01-01', to: null, end: null };
  return {
    holds: { from: null, before: null },
    ...{ dir, id: dir, name: dir, language: 'en', model: 'three', modelTitle: { en: 'Three' } },
    ...{ started: '2026-01-01', currency: 'ILS', tags: [], state: 'active', stages, passed: 0 },
    current: {
      ...{ stage: 'scoping', number: 1, round: 1, owner: null, due: null, gateOpen: false },
      ...{ required: { done: 0, total: 4 }, checklist: { done: 0, total: 5 }, since: '2026-01-01' },
    },
    ...{ nextReview: null, suspect: 0, lastActivity: '2026-02-20', milestonesDue: [], conditionsDue: [] },
    ...{ endedOn: null, inputs: {}, reached: null, errors: 0, warnings: 0 },
    details: detailsText({ visits: visits ?? [scoping], partners: partners ?? [] }),
    ...given,
  };
}

/** `summary` with a due date of its current stage. */
export function due(dir: string, day: string, given: Given = {}): PartnershipSummary {
  const base = summary(dir, given);
  return { ...base, current: base.current === null ? null : { ...base.current, due: day } };
}

/** One that ended on a day, through its last gate. */
export function ended(dir: string, day: string): PartnershipSummary {
  const visits = [{ stage: 'doing', from: '2026-01-10', to: day, end: 'advance' as const }];
  return summary(dir, { state: 'institutionalised', current: null, passed: 3, endedOn: day, visits });
}
