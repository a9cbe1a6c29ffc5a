import type { CalendarKind } from '../../core/export/calendar.ts';
import type { Language } from '../../core/schema/partnership.ts';

/** What exports say in words of their own, in one language. */
export interface ExportWords {
  /** What a day of the calendar is, with what it is of. */
  readonly calendar: Readonly<Record<CalendarKind, (title: string) => string>>;
  /** Entries with errors are in no table. */
  readonly leftOut: (errors: number) => string;
}

/** Loads the words of exports in one language. */
export async function loadExportWords(language: Language): Promise<ExportWords> {
  if (language === 'he') return (await import('./he/export.ts')).exportWords;
  return (await import('./en/export.ts')).exportWords;
}
