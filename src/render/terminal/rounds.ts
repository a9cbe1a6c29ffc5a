import type { StageRound } from '../../core/history/rounds.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import type { HistoryView } from './history.ts';
import { createPage } from './page.ts';
import type { Cell } from './table-content.ts';

/** A round with the number of events that fell into it. */
export interface CountedRound {
  readonly round: StageRound;
  readonly events: number;
}

/** Lays the rounds of the stages out as a table: from when to when, how long, how decided. */
export function renderRounds(
  name: string,
  rounds: readonly CountedRound[],
  view: HistoryView,
): Promise<Rendered> {
  const { words } = view.texts;
  const { number, stage, round, from, to, days, decision, events } = words.rounds.columns;
  const page = createPage(view.settings);
  page.heading(printable(name));
  page.blank();
  page.table({
    columns: [
      { header: trusted(number), align: 'end' },
      { header: trusted(stage), flexible: true, minWidth: 14 },
      { header: trusted(round), align: 'end' },
      { header: trusted(from) },
      { header: trusted(to) },
      { header: trusted(days), align: 'end' },
      { header: trusted(decision), flexible: true, minWidth: 10 },
      { header: trusted(events), align: 'end', droppable: 1 },
    ],
    rows: rounds.map((counted) => row(counted, view)),
  });
  const total = rounds.reduce((sum, counted) => sum + (counted.round.days ?? 0), 0);
  page.paragraph([{ text: trusted(words.rounds.total(total)), style: 'muted' }]);
  return page.render();
}

function row({ round, events }: CountedRound, { texts, stageTitles }: HistoryView): Cell[] {
  const { words, terms } = texts;
  const day = (date: string | null) => trusted(date === null ? '' : printable(terms.date(date)));
  const decided =
    round.decision === null ? words.rounds.open : (terms.words[round.decision] ?? round.decision);
  const remarks = [
    ...(round.holds > 0 ? [words.rounds.holds(round.holds)] : []),
    ...(round.waived > 0 ? [words.rounds.waived(round.waived)] : []),
  ];
  return [
    { text: trusted(String(round.number)), style: 'muted' },
    { text: printable(stageTitles.get(round.stage) ?? round.stage) },
    { text: trusted(String(round.round)) },
    { text: day(round.from) },
    { text: day(round.to) },
    { text: trusted(round.days === null ? '' : String(round.days)) },
    {
      text: trusted([decided, ...remarks].join(', ')),
      style: round.decision === null ? 'accent' : round.decision === 'advance' ? 'good' : 'attention',
    },
    { text: trusted(String(events)), style: 'muted' },
  ];
}
