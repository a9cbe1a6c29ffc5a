import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts';
import { grouped } from '../grouped.ts';
import { detailsOf } from './details.ts';
import type { PartnershipSummary, SummaryStage } from './summary.ts';
import type { StageVisit } from './visits.ts';

/** How many days something took, over all that did it. Figures are null where there is no sample. */
export interface Duration {
  readonly samples: number;
  /** The middle one; of two in the middle their mean, so that half days occur. */
  readonly medianDays: number | null;
  readonly shortestDays: number | null;
  readonly longestDays: number | null;
}

/** How long the stages of one model take. */
export interface ModelDurations {
  readonly model: string;
  readonly modelTitle: Readonly<Record<string, string>>;
  readonly stages: readonly { readonly stage: SummaryStage; readonly duration: Duration }[];
  /** From the start of a partnership to the passing of its last gate. */
  readonly whole: Duration;
}

/** A stage that a partnership still has before it, and how long it is likely to take. */
export interface StageAhead {
  readonly stage: SummaryStage;
  readonly duration: Duration;
}

/** When a partnership is likely to reach its end. */
export interface Forecast {
  readonly summary: PartnershipSummary;
  /** Where it stood on the day. */
  readonly number: number;
  readonly since: CalendarDate | null;
  /** Days since then. */
  readonly stayDays: number | null;
  /** The stage it stands in and all after it. */
  readonly ahead: readonly StageAhead[];
  /** The day; null where a stage ahead has too few samples, or nobody knows since when it stands where it does. */
  readonly end: CalendarDate | null;
}

/** With fewer samples than this a stage's median is told, but nothing is forecast from it. */
export const leastSamples = 3;

/**
 * How long each stage of each model took, by the rounds that passed a gate up to a day. Days on hold are
 * part of it, and every round of a stage that was opened again is a sample of its own.
 */
export function durationsOf(summaries: readonly PartnershipSummary[], today: CalendarDate): ModelDurations[] {
  const byModel = grouped(summaries, ({ model }) => model);
  return [...byModel]
    .flatMap(([model, members]) => (model === null ? [] : [{ model, members }]))
    .sort((a, b) => (a.model < b.model ? -1 : 1))
    .map(({ model, members }) => {
      const told = members.map((summary) => ({ summary, ...detailsOf(summary) }));
      const passed = told.flatMap(({ visits }) => visits.filter((visit) => isPassed(visit, today)));
      const lengths = grouped(passed, ({ stage }) => stage);
      const [first] = members.filter(({ stages }) => stages.length > 0);
      return {
        model,
        modelTitle: first?.modelTitle ?? {},
        stages: (first?.stages ?? []).map((stage) => ({
          stage,
          duration: durationOf((lengths.get(stage.id) ?? []).map(daysOf)),
        })),
        whole: durationOf(told.flatMap(({ summary, visits }) => wholeDays(summary, visits, today))),
      };
    });
}

interface PassedVisit extends StageVisit {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

// A round that ends before it begins is a slip of the pen that validate tells of.
function isPassed(visit: StageVisit, today: CalendarDate): visit is PassedVisit {
  const { from, to, end } = visit;
  return end === 'advance' && from !== null && to !== null && to <= today && from <= to;
}

function daysOf({ from, to }: StageVisit): number {
  return daysBetween(from ?? '', to ?? '');
}

function wholeDays(
  { stages, started }: PartnershipSummary,
  visits: readonly StageVisit[],
  today: CalendarDate,
): number[] {
  const last = visits.at(-1);
  const isEnd = last !== undefined && last.stage === stages.at(-1)?.id && isPassed(last, today);
  return isEnd && started !== null && last.to !== null ? [daysBetween(started, last.to)] : [];
}

/** The figures of some lengths in days. */
export function durationOf(days: readonly number[]): Duration {
  const ordered = [...days].sort((a, b) => a - b);
  const middle = ordered.length / 2;
  const [low, high] = [ordered[Math.ceil(middle) - 1], ordered[Math.floor(middle)]];
  return {
    samples: ordered.length,
    medianDays: low === undefined || high === undefined ? null : (low + high) / 2,
    shortestDays: ordered[0] ?? null,
    longestDays: ordered.at(-1) ?? null,
  };
}

/**
 * When each partnership that goes on as of a day is likely to pass its last gate: the day on which it
 * entered its stage plus that stage's median, but not before the day itself, plus the medians of all
 * stages after it, each out of at least three passed rounds of the same model. The soonest first; those
 * of which nothing can be said last.
 */
export function forecastsOf(
  summaries: readonly PartnershipSummary[],
  durations: readonly ModelDurations[],
  today: CalendarDate,
): Forecast[] {
  const byModel = new Map(durations.map((known) => [known.model, known]));
  return summaries
    .flatMap((summary) => {
      const known = summary.model === null ? undefined : byModel.get(summary.model);
      const stay = detailsOf(summary).visits.find((visit) => isStay(visit, today));
      return known === undefined || stay === undefined ? [] : forecastOf(summary, known, stay, today);
    })
    .sort((a, b) => compare(a.end ?? '9999', b.end ?? '9999') || compare(a.summary.dir, b.summary.dir));
}

/** Says whether a partnership was in a stage on a day: it came by then, and left later or not at all. */
function isStay({ from, to }: StageVisit, today: CalendarDate): boolean {
  return (from === null || from <= today) && (to === null || to > today);
}

function forecastOf(
  summary: PartnershipSummary,
  known: ModelDurations,
  { stage, from }: StageVisit,
  today: CalendarDate,
): Forecast[] {
  const index = summary.stages.findIndex(({ id }) => id === stage);
  if (index < 0) return [];
  const medians = new Map(known.stages.map((one) => [one.stage.id, one.duration]));
  const ahead = summary.stages
    .slice(index)
    .map((one) => ({ stage: one, duration: medians.get(one.id) ?? durationOf([]) }));
  const stayDays = from === null ? null : daysBetween(from, today);
  return [{ summary, number: index + 1, since: from, stayDays, ahead, end: endOf(ahead, from, today) }];
}

function endOf(
  [current, ...later]: readonly StageAhead[],
  since: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | null {
  const days = (stage: StageAhead) =>
    stage.duration.samples < leastSamples ? null : stage.duration.medianDays;
  const here = current === undefined ? null : days(current);
  if (here === null || since === null) return null;
  let left = Math.max(here - daysBetween(since, today), 0);
  for (const stage of later) {
    const length = days(stage);
    if (length === null) return null;
    left += length;
  }
  return addDays(today, Math.ceil(left));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
