import type { CalendarDate } from '../core/calendar-date.ts';
import { type Status, statusOf } from '../core/status.ts';
import type { LoadedPartnership } from './load-partnership.ts';

/** The status of a partnership, with the version of the model that it follows and the newest that there is. */
export interface ModelledStatus {
  readonly status: Status;
  readonly version: number;
  readonly newest: number;
}

/** The status of a partnership as of a day. */
export function modelledStatus(
  { partnership, journey, diagnostics, inForce }: LoadedPartnership,
  today: CalendarDate,
): ModelledStatus {
  const { version, newer = version } = inForce;
  return { status: statusOf(partnership, journey, diagnostics, today), version, newest: newer };
}
