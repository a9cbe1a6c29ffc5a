import type { PortfolioRow } from '../../../core/portfolio/row.ts';
import { stateKeyOf } from '../../../core/portfolio/select.ts';
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

/** How a row tells why a partnership wants a look: not at all, by the most urgent reasons, or by all of them. */
export type Reasons = 'none' | 'first' | 'all';

// More of them would make a row of a terminal as high as the rest of the table.
const firstReasons = 2;

/** A row a partnership; a column that is empty in all of them is left out. */
export function rowTable(rows: readonly PortfolioRow[], view: PortfolioView, reasons: Reasons): TableContent {
  const all = rows.map((row) => cells(row, view, reasons));
  // Those that go on lack what those that have ended have, and a column of blanks tells nothing.
  const every = columns(view, reasons);
  const isTold = every.map((_, index) => all.some((row) => row[index]?.text !== ''));
  return {
    columns: every.filter((_, index) => isTold[index]),
    rows: all.map((row) => row.filter((_, index) => isTold[index])),
  };
}

function columns({ words }: PortfolioView, reasons: Reasons): Column[] {
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
    ...(reasons === 'none' ? [] : [{ header: trusted(why), flexible: true as const, minWidth: 18 }]),
  ];
}

function cells(row: PortfolioRow, view: PortfolioView, reasons: Reasons): Cell[] {
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
    dayCell(row.endedOn, null, view),
    {
      text: trusted(errors + warnings === 0 ? '' : String(errors + warnings)),
      style: errors > 0 ? 'bad' : 'attention',
    },
    ...(reasons === 'none' ? [] : [reasonCell(row, view, reasons)]),
  ];
}

function dayCell(day: string | null, lateDays: number | null, { figures }: PortfolioView): Cell {
  if (day === null) return { text: trusted('') };
  const text = trusted(figures.date(day));
  return lateDays === null ? { text } : { text, style: 'bad' };
}

function reasonCell(row: PortfolioRow, view: PortfolioView, wanted: Reasons): Cell {
  const reasons = reasonsOf(row, view);
  const isGrave = reasons.some(({ signal }) => gravest.has(signal));
  const shown = wanted === 'first' && reasons.length > firstReasons + 1 ? firstReasons : reasons.length;
  const more = reasons.length - shown;
  const told = [
    ...reasons.slice(0, shown).map((reason) => reason.text),
    ...(more > 0 ? [view.words.more(more)] : []),
  ];
  const text = trusted(told.join(', '));
  return { text, style: isGrave ? 'bad' : 'attention' };
}
