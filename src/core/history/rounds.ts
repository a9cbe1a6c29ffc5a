import { type CalendarDate, daysBetween, isCalendarDate } from '../calendar-date.ts';
import type { Journey } from '../journey.ts';
import { stageIndex } from '../model.ts';
import type { Partnership } from '../partnership.ts';
import type { Decision } from '../schema/reviews.ts';
import { isMapping } from './change.ts';
import type { HistoryEvent } from './events.ts';

/** One round of a stage: from the day the walk came to it until it was decided, or until today. */
export interface StageRound {
  readonly stage: string;
  readonly number: number;
  readonly round: number;
  readonly from: CalendarDate | null;
  /** Null while the round is open. */
  readonly to: CalendarDate | null;
  /** Null where its first day is not known. */
  readonly days: number | null;
  readonly decision: Decision | null;
  readonly review: string | null;
  /** How often the round was held. */
  readonly holds: number;
  /** How many items its review waived. */
  readonly waived: number;
}

/** The rounds of a partnership in the order in which they were gone through; the open one is the last. */
export function roundsOf(partnership: Partnership, journey: Journey, today: CalendarDate): StageRound[] {
  const leftOut = journey.misfits.filter(({ code }) => code !== 'review-round').map(({ review }) => review);
  const rounds: StageRound[] = [];
  let from: CalendarDate | null = partnership.started;
  let holds = 0;
  for (const entry of partnership.reviews) {
    const { stage, round, date, decision, id, waivers = [] } = entry.value;
    const number = stageIndex(partnership.model, stage) + 1;
    if (leftOut.includes(entry) || number === 0 || decision === 'reconfirm') continue;
    if (decision === 'hold') {
      holds += 1;
      continue;
    }
    const base = { stage, number, round, from, to: date, holds, waived: waivers.length };
    rounds.push({ ...base, days: span(from, date), decision, review: id });
    from = date;
    holds = 0;
  }
  if (journey.current === null) return rounds;
  const { index, round } = journey.current;
  const stage = partnership.stages[index]?.stage.id ?? '';
  const open = { decision: null, review: null, to: null, waived: 0 };
  return [...rounds, { ...open, stage, number: index + 1, round, from, days: span(from, today), holds }];
}

function span(from: CalendarDate | null, to: CalendarDate): number | null {
  return from !== null && isCalendarDate(from) && isCalendarDate(to) ? daysBetween(from, to) : null;
}

/** How many events fell into each round, in the order of `rounds`. What follows the last decision counts with it. */
export function countEvents(rounds: readonly StageRound[], newestFirst: readonly HistoryEvent[]): number[] {
  const counts = rounds.map(() => 0);
  const decided = new Map<string, number>();
  for (const { stage, kind, to } of [...newestFirst].reverse()) {
    if (stage === null) continue;
    const round = (decided.get(stage) ?? 0) + 1;
    const own = rounds.flatMap((one, index) => (one.stage === stage && one.round <= round ? [index] : []));
    const index = own.at(-1);
    if (index !== undefined) counts[index] = (counts[index] ?? 0) + 1;
    const isDecision = kind === 'reviewed' && isMapping(to) && deciding.has(String(to.decision));
    if (isDecision) decided.set(stage, round);
  }
  return counts;
}

const deciding: ReadonlySet<string> = new Set(['advance', 'return', 'close']);
