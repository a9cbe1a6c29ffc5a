import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { CalendarEntry } from '../../core/export/calendar.ts';
import { type CalendarLine, calendarLine, calendarText } from '../escape/calendar.ts';
import type { ExportWords } from '../messages/export.ts';
import { type Rendered, rendered } from '../rendered.ts';
import type { ReportView } from '../report-view.ts';

/**
 * A calendar (iCalendar, RFC 5545) of whole days. The UID of an event is made of what it is about and never
 * of its day or words, so that a calendar that reads the file again moves the event instead of doubling it;
 * the day of the export is its stamp, by which a later one is known as the newer.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  view: ReportView,
  words: ExportWords,
): Rendered {
  const { id, name, asOf } = view.report;
  const stamp = `${compact(asOf)}T000000Z`;
  const line = (property: string, value: string) => calendarLine(property, calendarText(value));
  const events = entries.flatMap((entry): CalendarLine[] => [
    line('BEGIN', 'VEVENT'),
    line('UID', `${entry.kind}-${entry.id}@${id}.partner`),
    line('DTSTAMP', stamp),
    line('LAST-MODIFIED', stamp),
    line('DTSTART;VALUE=DATE', compact(entry.on)),
    line('DTEND;VALUE=DATE', compact(addDays(entry.on, 1))),
    line('SUMMARY', `${entry.done ? '✓ ' : ''}${words.calendar[entry.kind](entry.title)}`),
    ...(entry.owner === null ? [] : [line('DESCRIPTION', `${view.words.fields.owner}: ${entry.owner}`)]),
    line('CATEGORIES', name),
    line('TRANSP', 'TRANSPARENT'),
    line('END', 'VEVENT'),
  ]);
  return rendered(
    [
      line('BEGIN', 'VCALENDAR'),
      line('VERSION', '2.0'),
      line('PRODID', '-//partner//partner//EN'),
      line('CALSCALE', 'GREGORIAN'),
      line('METHOD', 'PUBLISH'),
      line('X-WR-CALNAME', name),
      ...events,
      line('END', 'VCALENDAR'),
    ].join(''),
  );
}

function compact(day: CalendarDate): string {
  return day.replaceAll('-', '');
}
