import { type Duration, type Forecast, leastSamples } from '../core/portfolio/durations.ts';
import type { PortfolioGroup } from '../core/portfolio/groups.ts';
import type { GroupKey, StateKey } from '../core/portfolio/keys.ts';
import type { PortfolioRow } from '../core/portfolio/row.ts';
import { stateKeyOf } from '../core/portfolio/select.ts';
import { type Signal, signalsOf } from '../core/portfolio/signals.ts';
import type { PartnershipSummary, SummaryStage } from '../core/portfolio/summary.ts';
import type { Portfolio } from '../core/portfolio.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type Figures, figuresIn } from './figures.ts';
import { loadPortfolioWords, type PortfolioWords } from './messages/portfolio.ts';
import { loadReportWords, type ReportWords } from './messages/report.ts';
import { loadTerms, type Terms } from './messages/terms.ts';

/** A portfolio with all that its forms need to tell of it in one language. */
export interface PortfolioView {
  readonly portfolio: Portfolio;
  readonly language: Language;
  readonly words: PortfolioWords;
  readonly reportWords: ReportWords;
  readonly terms: Terms;
  /** Counts and days; amounts have `moneyOf`. */
  readonly figures: Figures;
  readonly moneyOf: (currency: string | null) => Figures['money'];
}

/** Loads the words for a portfolio in the reader's language. */
export async function portfolioViewOf(portfolio: Portfolio, language: Language): Promise<PortfolioView> {
  const [words, reportWords, terms] = await Promise.all([
    loadPortfolioWords(language),
    loadReportWords(language),
    loadTerms(language),
  ]);
  const moneyOf = (currency: string | null) => figuresIn(language, currency).money;
  return {
    ...{ portfolio, language, words, reportWords, terms },
    figures: figuresIn(language, null),
    moneyOf,
  };
}

/** What a partnership is called; where nothing can be read, its folder. */
export function nameOf({ name, dir }: PartnershipSummary): string {
  return name ?? dir;
}

/** A title of a model or a stage in the reader's language. */
export function titleIn(titles: Readonly<Record<string, string>>, { language }: PortfolioView): string {
  return titles[language] ?? titles.en ?? Object.values(titles)[0] ?? '';
}

/** Where a partnership stands: `4. Planning, round 2`; empty of what has ended. */
export function stageText({ current, stages }: PortfolioRow, view: PortfolioView): string {
  const stage: SummaryStage | undefined = stages[(current?.number ?? 0) - 1];
  if (current === null || stage === undefined) return '';
  const text = view.words.stage(current.number, titleIn(stage.title, view));
  return current.round > 1 ? `${text}, ${view.words.round(current.round)}` : text;
}

/** Why a partnership wants a look, in words, the most urgent first. */
export function reasonsOf(
  row: PortfolioRow,
  { words }: PortfolioView,
): { readonly signal: Signal; readonly text: string }[] {
  const counts: Readonly<Record<Signal, number>> = {
    unreadable: 0,
    errors: row.errors,
    suspect: row.suspect,
    overdue: row.overdueDays ?? 0,
    review_overdue: row.reviewOverdueDays ?? 0,
    milestones_overdue: row.overdueMilestones,
    conditions_overdue: row.overdueConditions,
    stalled: row.quietDays ?? 0,
    on_hold: 0,
  };
  return signalsOf(row).map((signal) => ({ signal, text: words.signals[signal](counts[signal]) }));
}

/** How each state looks: its sign says the same as its colour. */
export const stateLooks: Readonly<Record<StateKey, readonly [sign: string, tone: StateTone]>> = {
  active: ['●', 'accent'],
  on_hold: ['■', 'attention'],
  institutionalised: ['✓', 'good'],
  closed: ['○', 'muted'],
  unreadable: ['✗', 'bad'],
};

export type StateTone = 'accent' | 'attention' | 'good' | 'muted' | 'bad';

/** Signals that are bad news; the others only ask for attention. */
export const gravest: ReadonlySet<Signal> = new Set(['unreadable', 'errors', 'suspect', 'overdue']);

/** The rows as they are shown when nothing else is asked for: what needs attention, what goes on, what has ended. */
export function byAttention(rows: readonly PortfolioRow[]): {
  readonly attention: readonly PortfolioRow[];
  readonly onCourse: readonly PortfolioRow[];
  readonly ended: readonly PortfolioRow[];
} {
  const attention: PortfolioRow[] = [];
  const onCourse: PortfolioRow[] = [];
  const ended: PortfolioRow[] = [];
  for (const row of rows) {
    if (signalsOf(row).length > 0) attention.push(row);
    else (row.current === null ? ended : onCourse).push(row);
  }
  return { attention, onCourse, ended };
}

/** What a group is called. */
export function groupTitle({ key, title }: PortfolioGroup, by: GroupKey, view: PortfolioView): string {
  if (key === null) return view.words.noGroup[by];
  if (by === 'state') return view.words.states[key as StateKey] ?? key;
  if (title === null) return key;
  return typeof title === 'string' ? title : titleIn(title, view);
}

/** Why no end is forecast; undefined where one is. */
export function forecastGap({ end, ahead, since }: Forecast, view: PortfolioView): string | undefined {
  if (end !== null) return undefined;
  const poor = ahead.find(({ duration }) => duration.samples < leastSamples);
  if (poor === undefined || since === null) return view.words.noStart;
  return view.words.noForecast(titleIn(poor.stage.title, view), poor.duration.samples);
}

/** From the shortest to the longest; the one length where all are alike, and nothing where there is none. */
export function rangeText({ shortestDays, longestDays }: Duration, { words }: PortfolioView): string {
  if (shortestDays === null || longestDays === null) return '';
  return shortestDays === longestDays
    ? words.days(longestDays)
    : `${shortestDays}–${words.days(longestDays)}`;
}

/** What inputs of a currency are listed as: the types, their sum, and what was brought in beside them. */
export function inputTitles({ words, reportWords: { types } }: PortfolioView): string[] {
  const { cash, time, in_kind: inKind, management } = types;
  return [cash, time, inKind, management, words.total, words.columns.leveraged];
}

/** The state of a row in a word. */
export function stateWord(row: PortfolioRow, { words }: PortfolioView): string {
  return words.states[stateKeyOf(row)];
}
