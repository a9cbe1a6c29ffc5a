import { type CalendarDate, isCalendarDate } from '../calendar-date.ts';
import type { Journey, PartnershipState } from '../journey.ts';
import { digitsOf } from '../measurement/decimal.ts';
import { inputsByPartner, inputsOf } from '../measurement/inputs.ts';
import { metricsOf } from '../measurement/metrics.ts';
import { milestonesOf } from '../measurement/milestones.ts';
import { beneficiariesOf } from '../measurement/ratios.ts';
import { contributionsOf } from '../measurement/records.ts';
import type { Partnership } from '../partnership.ts';
import type { Diagnostic } from '../problem.ts';
import type { Model } from '../schema/model.ts';
import { type Status, statusOf, type Tally } from '../status.ts';
import { datesOf, type Holding, holdingOf, latestUpTo } from './dates.ts';
import { type DetailsText, detailsText, type SummaryDetails } from './details.ts';
import { type InputsText, inputsTextOf } from './inputs-text.ts';
import { type StageVisit, visitsOf } from './visits.ts';

/** A stage of the model: its title in every language of the model. */
export interface SummaryStage {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
}

/**
 * What a portfolio needs to know of one partnership. Plain data that survives JSON as it is: decimals
 * are texts of their digits, days `YYYY-MM-DD`. Nothing in it counts days, so that it is the same on
 * every day of `holds`; `rowOf` derives what a certain day makes of it.
 */
export interface PartnershipSummary {
  /** The days it holds on. */
  readonly holds: Holding;
  /** The folder, relative to the root of the portfolio with forward slashes; `.` is the root itself. */
  readonly dir: string;
  /** Null in what follows where identity, model or minutes book can't be read. */
  readonly id: string | null;
  readonly name: string | null;
  readonly language: string | null;
  readonly model: string | null;
  readonly modelTitle: Readonly<Record<string, string>>;
  readonly started: CalendarDate | null;
  readonly currency: string | null;
  readonly tags: readonly string[];
  readonly state: PartnershipState | null;
  readonly stages: readonly SummaryStage[];
  /** The current stage; null of what has ended and of what can't be read. */
  readonly current: SummaryCurrent | null;
  /** How many stages are passed. */
  readonly passed: number;
  readonly nextReview: CalendarDate | null;
  /** Passed stages whose data no longer matches their seal. */
  readonly suspect: number;
  /** The day on which it ended; null where it goes on, or can't be read. */
  readonly endedOn: CalendarDate | null;
  /** The last day on which anything is said to have happened. */
  readonly lastActivity: CalendarDate | null;
  /** Due dates of open milestones, and of conditions that are not met, in order. */
  readonly milestonesDue: readonly CalendarDate[];
  readonly conditionsDue: readonly CalendarDate[];
  /** Its stays in stages and its partners; see details.ts. */
  readonly details: DetailsText;
  readonly inputs: InputsText;
  /** The people reached; null where nothing counts them. */
  readonly reached: string | null;
  readonly errors: number;
  readonly warnings: number;
}

/** Where a partnership stands that goes on. */
export interface SummaryCurrent {
  readonly stage: string;
  readonly number: number;
  readonly round: number;
  readonly owner: string | null;
  readonly due: CalendarDate | null;
  readonly required: Tally;
  readonly checklist: Tally;
  readonly gateOpen: boolean;
  /** The day its round began; null where nobody wrote down when. */
  readonly since: CalendarDate | null;
}

/** The summary of a partnership as of a day. `dir` is its folder as the portfolio names it. */
export function summaryOf(
  partnership: Partnership,
  journey: Journey,
  diagnostics: readonly Diagnostic[],
  today: CalendarDate,
  dir: string,
): PartnershipSummary {
  const status = statusOf(partnership, journey, diagnostics, today);
  const visits = visitsOf(partnership, journey);
  const dates = datesOf(partnership);
  const { partners, ...given } = givenBy(partnership, today);
  const home = partnership.home.data as { tags?: unknown } | undefined;
  return {
    holds: holdingOf(dates.all, today),
    dir,
    id: partnership.id,
    name: partnership.name,
    language: partnership.language,
    model: partnership.model.model,
    modelTitle: partnership.model.title,
    started: partnership.started,
    currency: partnership.currency,
    tags: textsIn(home?.tags),
    state: status.state,
    stages: stagesOf(partnership.model),
    current: currentOf(status, visits),
    endedOn: status.current === null ? (visits.at(-1)?.to ?? null) : null,
    passed: status.progress.passed,
    nextReview: status.nextReview,
    suspect: status.stages.filter(({ state }) => state === 'suspect').length,
    lastActivity: latestUpTo(dates.happened, today),
    milestonesDue: openMilestones(partnership, status, today),
    conditionsDue: status.conditions.flatMap(({ due }) => due ?? []).sort(),
    ...given,
    details: detailsText({ visits, partners }),
    ...countsOf(diagnostics),
  };
}

function stagesOf(model: Model): readonly SummaryStage[] {
  const stages = stagesOfModels.get(model) ?? model.stages.map(({ id, title }) => ({ id, title }));
  stagesOfModels.set(model, stages);
  return stages;
}

// Thousands of partnerships have the same model.
const stagesOfModels = new WeakMap<Model, readonly SummaryStage[]>();

/** The summary of a folder whose partnership can't be put together; it is the same on every day. */
export function unreadableSummary(
  home: unknown,
  diagnostics: readonly Diagnostic[],
  dir: string,
): PartnershipSummary {
  const data = (typeof home === 'object' && home !== null ? home : {}) as Readonly<Record<string, unknown>>;
  const known = (key: string) => (typeof data[key] === 'string' ? data[key] : null);
  return {
    holds: { from: null, before: null },
    dir,
    id: known('id'),
    name: known('name') ?? known('id'),
    language: known('language'),
    model: known('model'),
    modelTitle: {},
    started: null,
    currency: null,
    tags: textsIn(data.tags),
    state: null,
    stages: [],
    current: null,
    passed: 0,
    nextReview: null,
    suspect: 0,
    endedOn: null,
    lastActivity: null,
    milestonesDue: [],
    conditionsDue: [],
    details: detailsText({ visits: [], partners: [] }),
    inputs: {},
    reached: null,
    ...countsOf(diagnostics),
  };
}

function currentOf(status: Status, visits: readonly StageVisit[]): SummaryCurrent | null {
  const stage = status.stages[(status.current?.number ?? 0) - 1];
  if (status.current === null || stage === undefined) return null;
  return {
    stage: stage.stage,
    number: stage.number,
    round: status.current.round,
    owner: stage.owner,
    due: stage.due !== null && isCalendarDate(stage.due) ? stage.due : null,
    required: stage.required,
    checklist: stage.checklist,
    gateOpen: status.gate.open,
    since: visits.at(-1)?.from ?? null,
  };
}

function openMilestones(partnership: Partnership, { current }: Status, today: CalendarDate): CalendarDate[] {
  if (current === null) return [];
  return milestonesOf(partnership, today)
    .flatMap(({ due, doneOn }) => (doneOn === null ? (due ?? []) : []))
    .sort();
}

function givenBy(
  partnership: Partnership,
  today: CalendarDate,
): Pick<PartnershipSummary, 'inputs' | 'reached'> & Pick<SummaryDetails, 'partners'> {
  const contributions = contributionsOf(partnership, today);
  const inputs = inputsOf(contributions);
  const given = new Map(
    inputsByPartner(partnership, contributions, inputs.total, today).map((part) => [
      part.partner,
      part.inputs,
    ]),
  );
  const reached = beneficiariesOf(metricsOf(partnership, today, ({ role }) => role === 'beneficiaries'));
  return {
    partners: partnership.partners.map(({ value }) => ({
      id: value.id,
      name: value.name,
      sector: value.sector,
      relationship: value.relationship ?? null,
      joined: value.joined ?? null,
      left: value.left ?? null,
      inputs: inputsTextOf(given.get(value.id) ?? inputsOf([])),
    })),
    inputs: inputsTextOf(inputs),
    reached: reached === null ? null : digitsOf(reached),
  };
}

function countsOf(diagnostics: readonly Diagnostic[]): Pick<PartnershipSummary, 'errors' | 'warnings'> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string') : [];
}
