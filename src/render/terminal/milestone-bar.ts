import type { CalendarDate } from '../../core/calendar-date.ts';
import type { MilestoneStanding } from '../../core/measurement/milestones.ts';
import { trusted } from '../printable.ts';
import { milestoneStyles } from './milestone-texts.ts';
import type { Segment } from './styled-line.ts';
import type { StyleName } from './theme.ts';
import type { TimeAxis } from './time-axis.ts';

/** The signs of the chart; all take one column and run with the reading direction. */
export const chartSigns = { due: '◇', done: '●', late: '━', early: '┄', today: '│' } as const;

interface Mark {
  readonly sign: string;
  readonly style: StyleName;
}

/**
 * A milestone on the axis, one sign a column: a line of lateness from its due date to the day it was
 * done, or to today; a thin one for the time that is left or was spared; and where today is.
 */
export function barOf(milestone: MilestoneStanding, axis: TimeAxis, today: CalendarDate): Segment[] {
  const { due, doneOn, state, lateDays } = milestone;
  const marks: Mark[] = Array.from({ length: axis.width }, () => ({ sign: ' ', style: 'muted' }));
  const style = milestoneStyles[state];
  const put = (date: CalendarDate, mark: Mark) => {
    marks[axis.columnOf(date)] = mark;
  };
  put(today, { sign: chartSigns.today, style: 'muted' });
  if (due !== null) {
    const line: Mark =
      lateDays === null ? { sign: chartSigns.early, style: 'muted' } : { sign: chartSigns.late, style };
    const [from, to] = [due, doneOn ?? today].map(axis.columnOf).sort((a, b) => a - b) as [number, number];
    for (let column = from + 1; column < to; column += 1) marks[column] = line;
    put(due, { sign: chartSigns.due, style: doneOn === null || lateDays !== null ? style : 'muted' });
  }
  if (doneOn !== null) put(doneOn, { sign: chartSigns.done, style });
  return toSegments(marks);
}

/** The line of today alone, for what stands below a bar. */
export function todayLine(axis: TimeAxis, today: CalendarDate): Segment[] {
  const column = axis.columnOf(today);
  const after = ' '.repeat(axis.width - column - 1);
  return [{ text: trusted(`${' '.repeat(column)}${chartSigns.today}${after}`), style: 'muted' }];
}

function toSegments(marks: readonly Mark[]): Segment[] {
  const runs: { text: string; style: StyleName }[] = [];
  for (const { sign, style } of marks) {
    const last = runs.at(-1);
    if (last !== undefined && (last.style === style || sign === ' ')) last.text += sign;
    else runs.push({ text: sign, style });
  }
  return runs.map(({ text, style }) => ({ text: trusted(text), style }));
}
