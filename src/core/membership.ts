import type { CalendarDate } from './calendar-date.ts';
import type { Entry, Partnership } from './partnership.ts';
import type { PartnerData } from './schema/partnership.ts';

/** Says whether a partner has left by the end of a day. */
export function hasLeft({ left }: PartnerData, today: CalendarDate): boolean {
  return left !== undefined && left <= today;
}

/** The partners who are members on a day: those who joined by then and have not left. */
export function presentPartners({ partners }: Partnership, today: CalendarDate): Entry<PartnerData>[] {
  return partners.filter(
    ({ value }) => !hasLeft(value, today) && (value.joined === undefined || value.joined <= today),
  );
}
