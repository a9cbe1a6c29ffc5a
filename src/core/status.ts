import { type CalendarDate, daysBetween, isCalendarDate } from './calendar-date.ts';
import { isSuspect } from './checks/reviews.ts';
import { type Gate, gateOf, type InvalidParts, type WantedItem, wantedItems } from './gate.ts';
import { concernsNow } from './gate-concerns.ts';
import type { Journey, PartnershipState } from './journey.ts';
import { type MilestonesAhead, milestonesAhead } from './measurement/timeline.ts';
import { checklistOf, type Partnership, type StageRecord, stageData } from './partnership.ts';
import type { Diagnostic } from './problem.ts';
import type { Decision } from './schema/reviews.ts';

/** Where a stage stands, as the status table names it. */
export type StageState = 'passed' | 'current' | 'upcoming' | 'reopened' | 'suspect';

/** How much of a checklist is done. */
export interface Tally {
  readonly done: number;
  readonly total: number;
}

/** One row of the status table. Days overdue are null where nothing is due or it is not yet late. */
export interface StageStatus {
  readonly number: number;
  readonly stage: string;
  readonly title: string;
  readonly state: StageState;
  readonly checklist: Tally;
  readonly required: Tally;
  readonly owner: string | null;
  readonly due: CalendarDate | null;
  readonly overdueDays: number | null;
  /** The round that was decided last, or that is open. */
  readonly round: number;
  /** How many items the review that passed the stage waived. */
  readonly waived: number;
  readonly review: { readonly id: string; readonly date: CalendarDate; readonly decision: Decision } | null;
}

/** A condition of a review that is not met yet. */
export interface OpenCondition {
  /** By which a command names it: the review's id and the condition's place, from 1. */
  readonly ref: string;
  readonly review: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due: CalendarDate | null;
}

/** The progress of a partnership: a value that every form of output renders. */
export interface Status {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly model: string;
  readonly state: PartnershipState;
  readonly asOf: CalendarDate;
  readonly current: { readonly number: number; readonly stage: string; readonly round: number } | null;
  readonly progress: { readonly passed: number; readonly of: number };
  readonly stages: readonly StageStatus[];
  readonly gate: Gate;
  /** The items that the gate misses, as they are told. */
  readonly wanted: readonly WantedItem[];
  /** What looks unready to the reviewers of the gate, and never keeps it shut. */
  readonly concerns: readonly Diagnostic[];
  /** What earlier reviews asked for and nobody has marked as met. */
  readonly conditions: readonly OpenCondition[];
  readonly nextReview: CalendarDate | null;
  /** What is to be done next; nothing once the partnership has ended. */
  readonly milestones: MilestonesAhead;
  /** How much validation found. */
  readonly problems: { readonly errors: number; readonly warnings: number };
}

/** Which parts of a file are invalid, for its gate: the section of each error, null where none. */
export function invalidPartsOf(diagnostics: readonly Diagnostic[], record: StageRecord): InvalidParts {
  return diagnostics
    .filter(({ file, severity }) => severity === 'error' && file === record.source.file)
    .map(({ path }) => {
      const head = /^[^.[]*/.exec(path)?.[0] ?? '';
      return record.stage.sections.includes(head) ? head : null;
    });
}

/** Derives the status of a partnership as of a day. */
export function statusOf(
  partnership: Partnership,
  journey: Journey,
  diagnostics: readonly Diagnostic[],
  today: CalendarDate,
): Status {
  const stages = partnership.stages.map((record) => stageStatus(partnership, record, journey, today));
  const current = journey.current === null ? undefined : partnership.stages[journey.current.index];
  const gate =
    current === undefined
      ? { open: false, missing: [] }
      : gateOf(partnership, current, invalidPartsOf(diagnostics, current));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    id: partnership.id,
    name: partnership.name,
    language: partnership.language,
    model: partnership.model.model,
    state: journey.state,
    asOf: today,
    current:
      journey.current === null || current === undefined
        ? null
        : { number: current.number, stage: current.stage.id, round: journey.current.round },
    progress: {
      passed: stages.filter(({ state }) => state === 'passed' || state === 'suspect').length,
      of: stages.length,
    },
    stages,
    gate,
    wanted: current === undefined ? [] : wantedItems(current, gate, partnership.language),
    concerns: concernsNow(diagnostics, current),
    conditions: openConditions(partnership),
    nextReview: current === undefined ? null : (partnership.reviews.at(-1)?.value.next_review ?? null),
    milestones: current === undefined ? { next: [], overdue: [] } : milestonesAhead(partnership, today),
    problems: { errors, warnings: diagnostics.length - errors },
  };
}

function openConditions(partnership: Partnership): OpenCondition[] {
  return partnership.reviews.flatMap(({ value: review }) =>
    (review.conditions ?? []).flatMap(({ text, owner = null, due = null, met }, index) =>
      met === true ? [] : [{ ref: `${review.id}/${index + 1}`, review: review.id, text, owner, due }],
    ),
  );
}

function stageStatus(
  partnership: Partnership,
  record: StageRecord,
  journey: Journey,
  today: CalendarDate,
): StageStatus {
  const { title, owner, due } = stageData(record);
  const lines = checklistOf(record, partnership.language);
  const progress = journey.stages[record.number - 1];
  const review = progress?.lastReview ?? null;
  const state = stateOf(record, journey);
  const isOpen = state !== 'passed' && state !== 'suspect' && journey.current !== null;
  const lateDays = typeof due === 'string' && isCalendarDate(due) && isOpen ? daysBetween(due, today) : 0;
  return {
    number: record.number,
    stage: record.stage.id,
    title: typeof title === 'string' ? title : titleOf(partnership, record),
    state,
    checklist: tally(lines),
    required: tally(lines.filter(({ required }) => required)),
    owner: typeof owner === 'string' ? owner : null,
    due: typeof due === 'string' ? due : null,
    overdueDays: lateDays > 0 ? lateDays : null,
    round: progress?.round ?? 1,
    waived: progress?.sealedBy?.waivers?.length ?? 0,
    review: review === null ? null : { id: review.id, date: review.date, decision: review.decision },
  };
}

function titleOf(partnership: Partnership, record: StageRecord): string {
  return record.stage.title[partnership.language] ?? record.stage.title.en ?? record.stage.id;
}

function stateOf(record: StageRecord, journey: Journey): StageState {
  const index = record.number - 1;
  const progress = journey.stages[index];
  if (progress?.passed === true) return isSuspect(record, journey) ? 'suspect' : 'passed';
  if (journey.current?.index === index) return 'current';
  return progress?.oncePassed === true ? 'reopened' : 'upcoming';
}

function tally(lines: readonly { done: boolean }[]): Tally {
  return { done: lines.filter(({ done }) => done).length, total: lines.length };
}
