import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import type { Journey } from '../journey.ts';
import { presentPartners } from '../membership.ts';
import { entriesOf, type Partnership, stageHolding } from '../partnership.ts';
import { valueAt } from '../schema/plain-data.ts';
import { type Finding, warningAt } from './finding.ts';

interface Answer {
  readonly partner: string;
  readonly on: CalendarDate;
}

// Forms of one health check come back over some weeks; checks are months apart.
const longestPause = 21;

/**
 * The members who have not answered the latest round of the health check, as long as its stage is the
 * current one: its gate asks for the answer of every partner. Told in one warning, at the section.
 */
export function checkHealthAnswers(
  partnership: Partnership,
  journey: Journey,
  today: CalendarDate,
): Finding[] {
  const record = stageHolding(partnership, 'health');
  if (record?.source.data === undefined || journey.current?.index !== record.number - 1) return [];
  const answers = entriesOf<Answer>(partnership, 'health').map(({ value }) => value);
  const round = latestRound(answers.filter(({ on }) => on <= today));
  const answered = new Set(round.map(({ partner }) => partner));
  const silent = presentPartners(partnership, today).filter(({ value }) => !answered.has(value.id));
  if (silent.length === 0) return [];
  const { file, data } = record.source;
  const params = {
    partners: silent.map(({ value }) => value.id),
    ...(round.length === 0 ? {} : { from: round[0]?.on ?? '', to: round.at(-1)?.on ?? '' }),
  };
  const place = valueAt(data, ['health']) === undefined ? 'stage' : 'health';
  return [{ ...warningAt({ value: data, file, path: [] }, [place], 'health-unanswered', params), at: 'key' }];
}

/** The answers of the latest round, by date: it goes back as long as no pause is longer than three weeks. */
function latestRound(answers: readonly Answer[]): Answer[] {
  const sorted = [...answers].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let first = sorted.length - 1;
  while (first > 0 && isOneRound(sorted[first - 1]?.on ?? '', sorted[first]?.on ?? '')) first -= 1;
  return sorted.slice(Math.max(0, first));
}

function isOneRound(before: CalendarDate, after: CalendarDate): boolean {
  // Most answers come on one day, and counting days takes longer than comparing them.
  return before === after || daysBetween(before, after) <= longestPause;
}
