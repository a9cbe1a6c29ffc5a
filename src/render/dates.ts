import type { CalendarDate } from '../core/calendar-date.ts';
import type { Language } from '../core/schema/partnership.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as each language writes it: `3 Feb 2026`, `03/02/2026`. */
export const dateIn: Readonly<Record<Language, (day: CalendarDate) => string>> = {
  en: (day) => `${Number(day.slice(8))} ${monthOf(day)}`,
  he: (day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
};

/** A period (`2026-03`, `2026-Q1` or `2026`) as each language writes it: `Mar 2026`, `Q1 2026`. */
export const periodIn: Readonly<Record<Language, (period: string) => string>> = {
  en: (period) => {
    if (period.includes('Q')) return `${period.slice(5)} ${period.slice(0, 4)}`;
    return period.length === 4 ? period : monthOf(period);
  },
  he: (period) => {
    if (period.includes('Q')) return `רבעון ${period.slice(6)}, ${period.slice(0, 4)}`;
    return period.length === 4 ? period : `${period.slice(5)}/${period.slice(0, 4)}`;
  },
};

function monthOf(day: string): string {
  return `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
