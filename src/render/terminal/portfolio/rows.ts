import { stateKeyOf } from '../../../core/portfolio/select.ts';
import type { PortfolioRow } from '../../../core/portfolio/summary.ts';
import {
  gravest,
  nameOf,
  type PortfolioView,
  reasonsOf,
  stageText,
  stateLooks,
  stateWord,
} from '../../portfolio-view.ts';
import { printable, trusted } from '../../printable.ts';
import type { Cell, Column, TableContent } from '../table-content.ts';

/** A row a partnership; the reasons to look at it are left out where none has any. */
export function rowTable(
  rows: readonly PortfolioRow[],
  view: PortfolioView,
  withReasons: boolean,
): TableContent {
  const all = rows.map((row) => cells(row, view, withReasons));
  // Those that go on lack what those that have ended have, and a column of blanks tells nothing.
  const isTold = (index: number) => all.some((row) => row[index]?.text !== '');
  return {
    columns: columns(view, withReasons).filter((_, index) => isTold(index)),
    rows: all.map((row) => row.filter((_, index) => isTold(index))),
  };
}

function columns({ words }: PortfolioView, withReasons: boolean): Column[] {
  const { partnership, stage, state, passed, done, due, age, review, ended, problems, why } = words.columns;
  return [
    { header: trusted(partnership), flexible: true, minWidth: 14 },
    { header: trusted(stage), flexible: true, minWidth: 14 },
    { header: trusted(state) },
    { header: trusted(passed), align: 'number', droppable: 6 },
    { header: trusted(done), align: 'number', droppable: 2 },
    { header: trusted(due), droppable: 3 },
    { header: trusted(age), align: 'number', droppable: 4 },
    { header: trusted(review), droppable: 5 },
    { header: trusted(ended), droppable: 1 },
    { header: trusted(problems), align: 'number', droppable: 1 },
    ...(withReasons ? [{ header: trusted(why), flexible: true as const, minWidth: 18 }] : []),
  ];
}

function cells(row: PortfolioRow, view: PortfolioView, withReasons: boolean): Cell[] {
  const { words } = view;
  const [sign, style] = stateLooks[stateKeyOf(row)];
  const { current, stageDays, nextReview, errors, warnings } = row;
  return [
    { text: printable(nameOf(row)), style: 'strong' },
    { text: printable(stageText(row, view)) },
    { text: trusted(`${sign} ${stateWord(row, view)}`), style },
    { text: trusted(row.state === null ? '' : `${row.passed}/${row.stages.length}`), style: 'muted' },
    { text: trusted(current === null ? '' : `${current.required.done}/${current.required.total}`) },
    dayCell(current?.due ?? null, row.overdueDays, view),
    { text: trusted(stageDays === null ? '' : words.days(stageDays)), style: 'muted' },
    dayCell(nextReview, row.reviewOverdueDays, view),
    dayCell(endOf(row), null, view),
    {
      text: trusted(errors + warnings === 0 ? '' : String(errors + warnings)),
      style: errors > 0 ? 'bad' : 'attention',
    },
    ...(withReasons ? [reasonCell(row, view)] : []),
  ];
}

/** The day on which a partnership ended; null where it goes on. */
function endOf({ current, visits }: PortfolioRow): string | null {
  return current === null ? (visits.at(-1)?.to ?? null) : null;
}

function dayCell(day: string | null, lateDays: number | null, { figures }: PortfolioView): Cell {
  if (day === null) return { text: trusted('') };
  const text = trusted(figures.date(day));
  return lateDays === null ? { text } : { text, style: 'bad' };
}

function reasonCell(row: PortfolioRow, view: PortfolioView): Cell {
  const reasons = reasonsOf(row, view);
  const isGrave = reasons.some(({ signal }) => gravest.has(signal));
  const text = trusted(reasons.map((reason) => reason.text).join(' · '));
  return { text, style: isGrave ? 'bad' : 'attention' };
}
