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
  return {
    columns: columns(view, withReasons),
    rows: rows.map((row) => cells(row, view, withReasons)),
  };
}

function columns({ words }: PortfolioView, withReasons: boolean): Column[] {
  const { partnership, stage, state, done, due, age, review, problems, why } = words.columns;
  return [
    { header: trusted(partnership), flexible: true, minWidth: 14 },
    { header: trusted(stage), flexible: true, minWidth: 14 },
    { header: trusted(state) },
    { header: trusted(done), align: 'number', droppable: 2 },
    { header: trusted(due), droppable: 3 },
    { header: trusted(age), align: 'number', droppable: 4 },
    { header: trusted(review), droppable: 5 },
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
    { text: trusted(current === null ? '' : `${current.required.done}/${current.required.total}`) },
    dayCell(current?.due ?? null, row.overdueDays, view),
    { text: trusted(stageDays === null ? '' : words.days(stageDays)), style: 'muted' },
    dayCell(nextReview, row.reviewOverdueDays, view),
    {
      text: trusted(errors + warnings === 0 ? '' : String(errors + warnings)),
      style: errors > 0 ? 'bad' : 'attention',
    },
    ...(withReasons ? [reasonCell(row, view)] : []),
  ];
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
