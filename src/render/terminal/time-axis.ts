import { type CalendarDate, daysBetween } from '../../core/calendar-date.ts';

/** A mark on the axis: the first day of a month; `month` counts from 0. */
export interface Tick {
  readonly column: number;
  readonly year: number;
  readonly month: number;
}

/** Whole months laid out on `width` columns, the earliest first. */
export interface TimeAxis {
  readonly width: number;
  readonly columnOf: (date: CalendarDate) => number;
  readonly ticks: readonly Tick[];
  /** True where ticks are years apart, so that only years are written. */
  readonly isByYear: boolean;
}

const year = 12;
// How many months may lie between two marks: what people count in.
const steps = [1, 2, 3, 6, ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((years) => years * year)];
const shortestMonth = 28;

/**
 * An axis over the months of all the dates. Its marks are as close as labels of `labelWidth` columns
 * let them be, and begin where a reader counts from: at a quarter, a half year, a round year.
 */
export function timeAxis(dates: readonly CalendarDate[], width: number, labelWidth: number): TimeAxis {
  const months = dates.map(monthOf);
  const first = months.reduce((least, month) => Math.min(least, month), months[0] ?? 0);
  const end = months.reduce((most, month) => Math.max(most, month), first) + 1;
  const start = firstDay(first);
  // The last month of the calendar has no day after it that could be written.
  const days = daysBetween(start, end > 9999 * year + 11 ? '9999-12-31' : firstDay(end));
  const columnOf = (date: CalendarDate) =>
    Math.min(width - 1, Math.max(0, Math.floor((daysBetween(start, date) * width) / days)));
  const step =
    steps.find((length) => (length * shortestMonth * width) / days >= labelWidth + 1) ??
    (steps.at(-1) as number);
  const ticks: Tick[] = [];
  for (let month = Math.ceil(first / step) * step; month < end; month += step) {
    const column = columnOf(firstDay(month));
    if (column + labelWidth <= width)
      ticks.push({ column, year: Math.floor(month / year), month: month % year });
  }
  return { width, columnOf, ticks, isByYear: step >= year };
}

/** The months from the year 0 to a date. */
function monthOf(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * year + Number(date.slice(5, 7)) - 1;
}

function firstDay(month: number): CalendarDate {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(Math.floor(month / year), 4)}-${pad((month % year) + 1, 2)}-01`;
}
