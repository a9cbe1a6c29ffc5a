import type { CalendarDate } from '../calendar-date.ts';
import { grouped } from '../grouped.ts';
import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { decimal } from './decimal.ts';
import { leftBy, partnersBy, upTo } from './records.ts';
import { roundsOf, type Spread, spreadOf } from './rounds.ts';

/** An entry of `health`, as its schema accepts it. */
export interface HealthData {
  readonly partner: string;
  readonly dimension: string;
  /** 1 (low) to 5 (high). */
  readonly score: number;
  readonly on: CalendarDate;
  readonly comment?: string;
}

/** The answers of one partner, or on one dimension, in the latest round. */
export interface HealthPart extends Spread {
  readonly name: string;
  readonly answers: readonly Entry<HealthData>[];
}

/** The latest round of the health check. */
export interface HealthCheck {
  /** The days of its first and last answer; null where nobody has answered yet. */
  readonly round: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
  /** All its answers together. */
  readonly overall: Spread | null;
  /** `name` is the partner's id; in the order in which they first answered. */
  readonly byPartner: readonly HealthPart[];
  /** `name` is the dimension. */
  readonly byDimension: readonly HealthPart[];
  /** The ids of present members without an answer in the round. */
  readonly missing: readonly string[];
}

/**
 * The latest round of the health check as of a day. Where a partner answered on a dimension twice in a
 * round, the later answer counts.
 */
export function healthOf(partnership: Partnership, today: CalendarDate): HealthCheck {
  const sorted = upTo(entriesOf<HealthData>(partnership, 'health'), today).sort((a, b) =>
    a.value.on < b.value.on ? -1 : a.value.on > b.value.on ? 1 : 0,
  );
  const round = roundsOf(sorted, ({ value }) => value.on).at(-1) ?? [];
  const answers = lastAnswers(round);
  const answered = new Set(answers.map(({ value }) => value.partner));
  const [first, last] = [round[0], round.at(-1)];
  return {
    round: first === undefined || last === undefined ? null : { from: first.value.on, to: last.value.on },
    overall: spreadOf(answers.map(({ value }) => decimal(value.score))),
    byPartner: partsOf(answers, ({ partner }) => partner),
    byDimension: partsOf(answers, ({ dimension }) => dimension),
    missing: partnersBy(partnership, today)
      .filter(({ value }) => leftBy(value, today) === null && !answered.has(value.id))
      .map(({ value }) => value.id),
  };
}

function lastAnswers(round: readonly Entry<HealthData>[]): Entry<HealthData>[] {
  const byQuestion = grouped(round, ({ value }) => JSON.stringify([value.partner, value.dimension]));
  return [...byQuestion.values()].flatMap((answers) => answers.at(-1) ?? []);
}

function partsOf(answers: readonly Entry<HealthData>[], nameOf: (data: HealthData) => string): HealthPart[] {
  return [...grouped(answers, ({ value }) => nameOf(value))].flatMap(([name, own]) => {
    const spread = spreadOf(own.map(({ value }) => decimal(value.score)));
    return spread === null ? [] : [{ name, ...spread, answers: own }];
  });
}
