import { scaleLinear } from 'd3-scale';
import { addMonths, type CalendarDate, daysBetween } from '../../../core/calendar-date.ts';
import type { MilestoneStanding } from '../../../core/measurement/milestones.ts';
import { type Html, html, text } from '../../escape/html.ts';
import { percent } from './bars.ts';

/** The span of time that several milestones are drawn on. */
export interface TimeSpan {
  /** The first day of the first month, and of the month after the last one. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Where a day stands, as a percentage of the way. */
  readonly place: (day: CalendarDate) => number;
  /** The first days of years and, where there is room, of quarters. */
  readonly ticks: readonly CalendarDate[];
}

/** The span of all due days, days done and today; undefined where no milestone has a date. */
export function timeSpan(
  milestones: readonly MilestoneStanding[],
  today: CalendarDate,
): TimeSpan | undefined {
  const days = milestones.flatMap(({ due, doneOn }) => [due, doneOn].filter((day) => day !== null));
  if (days.length === 0) return undefined;
  const sorted = [...days, today].sort();
  const from = firstOfMonth(sorted[0] ?? today);
  const to = addMonths(firstOfMonth(sorted.at(-1) ?? today), 1);
  const scale = scaleLinear([0, daysBetween(from, to)], [0, 100]);
  return { from, to, place: (day) => scale(daysBetween(from, day)), ticks: ticksOf(from, to) };
}

function firstOfMonth(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 8)}01`;
}

// About as many as can be labelled in a column of a table.
const mostTicks = 6;

function ticksOf(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const months = Math.round(daysBetween(from, to) / 30.44);
  const step = [1, 3, 6, 12, 24, 60, 120].find((length) => months / length <= mostTicks) ?? 600;
  const ticks: CalendarDate[] = [];
  for (let month = 0; month < months; month += 1) {
    const day = addMonths(from, month);
    const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    if (count % step === 0) ticks.push(day);
  }
  return ticks;
}

/** One milestone on the span: a diamond when it is due, a dot when it was done, and the days between. */
export function milestoneMark(
  { due, doneOn, state }: MilestoneStanding,
  { place, ticks }: TimeSpan,
  today: CalendarDate,
  title: string,
): Html {
  const end = doneOn ?? (state === 'overdue' ? today : null);
  const between =
    due === null || end === null || end === due ? null : rule('span', place(due), place(end), true);
  return html`<svg class="chart timeline ${text(state)}" role="img" aria-label="${text(title)}">
<rect class="track" y="45%" width="100%" height="10%"/>${ticks.map((day) => rule('grid', place(day), place(day)))}${rule('today', place(today), place(today))}${between}${
    due === null ? null : dueMark(place(due))
  }${doneOn === null ? null : doneMark(place(doneOn))}
</svg>`;
}

function rule(className: string, from: number, to: number, isFlat = false): Html {
  const [top, bottom] = isFlat ? ['50%', '50%'] : ['0', '100%'];
  return html`<line class="${text(className)}" x1="${percent(from)}" x2="${percent(to)}" y1="${text(top)}" y2="${text(bottom)}"/>`;
}

/** The sign of a due date, at a percentage of the width. */
export function dueMark(place: number): Html {
  return html`<svg class="mark" x="${percent(place)}" y="50%" width="1" height="1"><path class="due" d="M0-6 6 0 0 6-6 0Z"/></svg>`;
}

/** The sign of a day done. */
export function doneMark(place: number): Html {
  return html`<circle class="done" cx="${percent(place)}" cy="50%" r="4"/>`;
}
