import type { AttainmentGap } from '../../core/measurement/metrics.ts';
import type { MilestoneState } from '../../core/measurement/milestones.ts';
import type { PledgeStanding } from '../../core/measurement/pledges.ts';
import type { NeedState } from '../../core/measurement/resource-map.ts';
import type { Language } from '../../core/schema/partnership.ts';
import type { contributionTypes } from '../../core/schema/sections/words.ts';

/** The words of a partnership's report, in one language. Days and figures come in written out already. */
export interface ReportWords {
  readonly kind: string;
  readonly notRecorded: string;
  /** What stands for a ratio whose parts are missing. */
  readonly notAvailable: string;
  readonly asOf: (day: string) => string;
  readonly commit: (id: string) => string;
  readonly changedSince: string;
  readonly page: string;
  readonly madeBy: string;
  readonly skip: string;
  /** On a page whose files cannot be read at the moment. */
  readonly stalePage: string;
  readonly sections: Readonly<Record<ReportSection, string>>;
  readonly fields: Readonly<Record<ReportField, string>>;
  readonly types: Readonly<Record<(typeof contributionTypes)[number], string>>;
  readonly metricKinds: Readonly<Record<'input' | 'output' | 'outcome' | 'health', string>>;
  readonly milestoneStates: Readonly<Record<MilestoneState, string>>;
  readonly needStates: Readonly<Record<NeedState, string>>;
  readonly standings: Readonly<Record<PledgeStanding, string>>;
  readonly relationships: Readonly<Record<string, string>>;
  readonly leftReasons: Readonly<Record<string, string>>;
  readonly gaps: Readonly<Record<AttainmentGap, string>>;
  readonly riskLevels: Readonly<Record<'low' | 'medium' | 'high', string>>;
  readonly gate: GateWords;
  readonly figures: FigureWords;
  readonly charts: ChartWords;
  readonly reviews: ReviewWords;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly left: (day: string) => string;
  readonly leftPartner: string;
  readonly noPartner: string;
  readonly noNeed: string;
  readonly total: string;
  readonly optional: string;
  readonly done: string;
  readonly notDone: string;
  readonly waived: string;
  readonly doneBy: (by: string, day: string) => string;
  readonly met: string;
  readonly notMet: string;
  readonly closed: (day: string) => string;
  readonly open: string;
  readonly critical: string;
  readonly noneOf: Readonly<
    Record<'risks' | 'issues' | 'reviews' | 'metrics' | 'inputs' | 'milestones' | 'needs' | 'health', string>
  >;
  /** What the format lets people choose and nothing above names. */
  readonly choices: Readonly<Record<string, string>>;
  readonly run: RunWords;
}

export type ReportSection =
  | 'brief'
  | 'stages'
  | 'gate'
  | 'purpose'
  | 'partners'
  | 'metrics'
  | 'inputs'
  | 'ratios'
  | 'milestones'
  | 'resources'
  | 'health'
  | 'risks'
  | 'issues'
  | 'reviews'
  | 'checklists'
  | 'history'
  | 'problems';

export type ReportField =
  | 'stage'
  | 'state'
  | 'checklist'
  | 'owner'
  | 'due'
  | 'item'
  | 'evidence'
  | 'metric'
  | 'baseline'
  | 'target'
  | 'actual'
  | 'attainment'
  | 'trend'
  | 'source'
  | 'partner'
  | 'share'
  | 'milestone'
  | 'doneOn'
  | 'schedule'
  | 'need'
  | 'value'
  | 'cover'
  | 'pledges'
  | 'risk'
  | 'weight'
  | 'response'
  | 'issue'
  | 'sector'
  | 'relationship'
  | 'member'
  | 'representatives'
  | 'dimension'
  | 'mean'
  | 'minimum'
  | 'answers'
  | 'challenge'
  | 'targetGroup'
  | 'vision'
  | 'goals'
  | 'started'
  | 'model'
  | 'problem'
  | 'place'
  | 'ratio';

/** What the command itself says while it works. */
interface RunWords {
  readonly written: (file: string) => string;
  readonly serving: (address: string) => string;
  readonly watching: string;
  readonly again: (file: string) => string;
  readonly stale: string;
}

interface GateWords {
  readonly wants: string;
  readonly open: string;
  readonly shut: (missing: number) => string;
  readonly missing: string;
  readonly conditions: string;
  readonly nextReview: string;
  readonly noNextReview: string;
  readonly nothingMissing: string;
}

interface FigureWords {
  readonly total: string;
  readonly totalNote: (time: string, without: string) => string;
  readonly reached: string;
  readonly costPerPerson: string;
  readonly withoutTime: (cost: string) => string;
  readonly onTime: string;
  readonly onTimeNote: (onTime: number, due: number) => string;
  readonly pledges: string;
  readonly leverage: string;
  readonly leverageNote: (amount: string) => string;
  readonly nonCash: string;
  readonly management: string;
  readonly balance: string;
  readonly balanceNote: (largest: string) => string;
  readonly hours: (hours: string) => string;
  readonly stagesPassed: string;
  readonly ofTarget: (target: string) => string;
}

interface ChartWords {
  readonly attainment: (name: string, attained: string) => string;
  readonly trend: (name: string, count: number, from: string, to: string) => string;
  readonly inputsByType: string;
  readonly inputsOf: (partner: string) => string;
  readonly milestone: (name: string, state: string) => string;
  readonly today: string;
  readonly timeline: (from: string, to: string) => string;
}

interface ReviewWords {
  readonly by: string;
  readonly reason: string;
  readonly notes: string;
  readonly waivers: string;
  readonly conditions: string;
  readonly nextReview: string;
  readonly backTo: (stage: string) => string;
  readonly forPartner: (name: string, partner: string) => string;
}

/** Loads the words of reports in one language. */
export async function loadReportWords(language: Language): Promise<ReportWords> {
  if (language === 'he') return (await import('./he/report.ts')).report;
  return (await import('./en/report.ts')).report;
}
