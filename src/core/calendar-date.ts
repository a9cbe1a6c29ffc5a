import { addDays as addDaysToDate } from 'date-fns/addDays';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';

/** A day of the calendar, `YYYY-MM-DD`: text that sorts by time and never carries a zone. */
export type CalendarDate = string;

/**
 * `isCalendarDate` as one pattern, for those who know patterns only: the days of each month, and the 29th of
 * February in leap years.
 */
export const calendarDatePattern =
  /^(?!0000)(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

/** Says whether a text is a day that exists: `2026-02-30` and `20260203` are not. */
export function isCalendarDate(text: string): text is CalendarDate {
  // Digit by digit: a portfolio asks this hundreds of thousands of times, mostly of what is a date.
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = numberIn(text, 0, 4);
  const month = numberIn(text, 5, 7);
  const day = numberIn(text, 8, 10);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number that some digits of a text make up; NaN where one of them is none. */
function numberIn(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] as number);
}

/** Counts the days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

// A date without a time of day is read as UTC, where all days are alike. A portfolio asks this tens of thousands of
// times, and through local time each takes thirty times as long.
const dayMs = 86_400_000;

/** The day `days` after `date` (before it, where negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toCalendarDate(addDaysToDate(toLocalNoon(date), days));
}

/** The same day `months` later, or that month's last day where it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return toCalendarDate(addMonthsToDate(toLocalNoon(date), months));
}

/** Counts the whole minutes from one instant to another (ISO 8601); undefined where one of them is none. */
export function minutesBetween(from: string, to: string): number | undefined {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  return Number.isNaN(minutes) ? undefined : minutes;
}

/** The calendar day of an instant in the local zone of the machine. */
export function toCalendarDate(instant: Date): CalendarDate {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(instant.getFullYear(), 4)}-${pad(instant.getMonth() + 1, 2)}-${pad(instant.getDate(), 2)}`;
}

// Noon, because midnight does not exist on the day some zones move their clocks forward.
function toLocalNoon(date: CalendarDate): Date {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const noon = new Date(2000, 0, 1, 12);
  noon.setFullYear(year, month - 1, day);
  return noon;
}
