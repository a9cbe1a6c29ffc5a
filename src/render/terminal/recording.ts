import type { MetricRecording } from '../../core/recording/plan.ts';
import type { RecordingWords } from '../messages/recording.ts';
import type { Terms } from '../messages/terms.ts';
import { printable, trusted } from '../printable.ts';
import type { Page } from './page.ts';

/** Puts a table on a page: for each metric how many observations are new, how many known, of which days. */
export function recordingTable(
  page: Page,
  metrics: readonly MetricRecording[],
  words: RecordingWords,
  { date }: Terms,
): void {
  const { columns, days } = words;
  page.table({
    columns: [
      { header: trusted(columns.metric), flexible: true, minWidth: 12 },
      { header: trusted(columns.recorded), align: 'number' },
      { header: trusted(columns.already), align: 'number' },
      { header: trusted(columns.period), flexible: true, minWidth: 12, droppable: 1 },
    ],
    rows: metrics.map(({ metric, recorded, already, from, to }) => [
      { text: printable(metric), ltr: true },
      { text: trusted(String(recorded)), ...(recorded > 0 ? { style: 'good' as const } : {}) },
      { text: trusted(String(already)), style: 'muted' as const },
      { text: trusted(days(date(from), date(to))) },
    ]),
  });
}
