import type { CalendarDate } from './calendar-date.ts';
import { type EntryNames, entryNamesIn } from './entry-name.ts';
import type { HistoryEvent } from './history/events.ts';
import type { Journey } from './journey.ts';
import { type Measurement, measurementOf } from './measurement/measurement.ts';
import { inLanguage } from './model.ts';
import { entriesOf, mappingOf, type Partnership, stageData, stageHolding } from './partnership.ts';
import type { Diagnostic } from './problem.ts';
import { type ReportOwnSection, reportOwnSections } from './report/own-sections.ts';
import { type ReportPartner, reportPartners } from './report/partners.ts';
import { type ReportReview, reportReviews } from './report/reviews.ts';
import { type ReportIssue, type ReportRisk, reportIssues, reportRisks } from './report/risks.ts';
import { type ReportStage, reportStages } from './report/stages.ts';
import { sectionsIn } from './schema/model-sections.ts';
import type { Sections } from './schema/registry.ts';
import { type Status, statusOf } from './status.ts';

/** The version of the files that a report speaks of. */
export interface ReportCommit {
  /** The full name of the commit. */
  readonly id: string;
  /** Whether the files are not as that commit has them. */
  readonly isChanged: boolean;
}

/** Why a partnership exists: the problem, as its scoping states it. */
export interface ReportChallenge {
  readonly statement: string;
  readonly area: string | null;
  readonly targetGroup: string | null;
  readonly baseline: string | null;
}

/** A goal; `owner` is the partner whose own it is, null where it is shared or nobody's. */
export interface ReportGoal {
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
}

/** All that can be told of a partnership as of a day: the one value that every form of a report renders. */
export interface Report {
  readonly id: string;
  readonly name: string;
  /** The language of the partnership's own texts. */
  readonly language: string;
  readonly model: { readonly id: string; readonly title: string };
  /** The sections that its model knows, by which its entries and events are told. */
  readonly sections: Sections;
  /** What the entries that others refer to are called. */
  readonly names: EntryNames;
  readonly started: CalendarDate | null;
  readonly asOf: CalendarDate;
  /** Null where the folder lies in no repository or nothing is committed yet. */
  readonly commit: ReportCommit | null;
  readonly challenge: ReportChallenge | null;
  readonly vision: string | null;
  readonly goals: readonly ReportGoal[];
  /** Where it stands: state, progress, the gate, open conditions, the next review. */
  readonly status: Status;
  readonly stages: readonly ReportStage[];
  readonly partners: readonly ReportPartner[];
  readonly measurement: Measurement;
  readonly risks: readonly ReportRisk[];
  readonly issues: readonly ReportIssue[];
  /** The newest first. */
  readonly reviews: readonly ReportReview[];
  readonly exit: ReportExit | null;
  /** What stands in the sections that its model declares, in the order of the stages. */
  readonly ownSections: readonly ReportOwnSection[];
  /** What was recorded last, newest first; empty where there is no git to tell it. */
  readonly history: readonly HistoryEvent[];
  readonly problems: readonly Diagnostic[];
}

/** How a partnership ends, as its last stage records it. */
export interface ReportExit {
  readonly decision: string | null;
  readonly reason: string | null;
  readonly effective: CalendarDate | null;
  readonly successor: string | null;
  readonly followUp: CalendarDate | null;
}

/** What a report needs to know beside the partnership. */
export interface ReportOptions {
  readonly today: CalendarDate;
  /** The tag of the language that model texts are given in. */
  readonly language: string;
  readonly commit: ReportCommit | null;
  readonly history?: readonly HistoryEvent[];
}

/** Puts the report of a partnership together. Problems in the files leave gaps in it, never stop it. */
export function reportOf(
  partnership: Partnership,
  journey: Journey,
  problems: readonly Diagnostic[],
  { today, language, commit, history = [] }: ReportOptions,
): Report {
  const status = statusOf(partnership, journey, problems, today);
  const stages = reportStages(partnership, journey, status.stages, language);
  return {
    id: partnership.id,
    name: partnership.name,
    language: partnership.language,
    model: { id: partnership.model.model, title: inLanguage(partnership.model.title, language) },
    sections: sectionsIn(partnership.model),
    names: entryNamesIn(partnership),
    started: partnership.started,
    asOf: today,
    commit,
    challenge: challengeOf(partnership),
    vision: visionOf(partnership),
    goals: goalsOf(partnership),
    status,
    stages,
    partners: reportPartners(partnership),
    measurement: measurementOf(partnership, today),
    risks: reportRisks(partnership),
    issues: reportIssues(partnership),
    reviews: reportReviews(partnership, stages),
    exit: exitOf(partnership),
    ownSections: reportOwnSections(partnership, today),
    history,
    problems,
  };
}

function challengeOf(partnership: Partnership): ReportChallenge | null {
  const found = mappingOf<{ statement: string; area?: string; target_group?: string; baseline?: string }>(
    partnership,
    'challenge',
  );
  if (found === undefined) return null;
  const { statement, area = null, target_group: targetGroup = null, baseline = null } = found.value;
  return { statement, area, targetGroup, baseline };
}

function exitOf(partnership: Partnership): ReportExit | null {
  const found = mappingOf<{
    decision?: string;
    reason?: string;
    effective?: string;
    successor?: string;
    follow_up?: string;
  }>(partnership, 'exit');
  if (found === undefined) return null;
  const { decision = null, reason = null, effective = null, successor = null } = found.value;
  return { decision, reason, effective, successor, followUp: found.value.follow_up ?? null };
}

function visionOf(partnership: Partnership): string | null {
  const holder = stageHolding(partnership, 'vision');
  const vision = holder === undefined ? undefined : stageData(holder).vision;
  return typeof vision === 'string' ? vision : null;
}

function goalsOf(partnership: Partnership): ReportGoal[] {
  const names = new Map(partnership.partners.map(({ value }) => [value.id, value.name]));
  return entriesOf<{ id: string; text: string; owner?: string }>(partnership, 'goals').map(({ value }) => ({
    id: value.id,
    text: value.text,
    owner:
      value.owner === undefined || value.owner === 'shared' ? null : (names.get(value.owner) ?? value.owner),
  }));
}
