import type { Diagnostic } from '../core/problem.ts';
import type { ReportView } from './report-view.ts';

/** The forms of a report. */
export const reportFormats = ['html', 'md', 'json'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** The form that the end of a file's name asks for; undefined where it asks for none. */
export function formatOfFile(file: string): ReportFormat | undefined {
  const end = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return ({ html: 'html', htm: 'html', md: 'md', markdown: 'md', json: 'json' } as const)[end];
}

/** A report in one of its forms; each is loaded when somebody wants it. `problems` are for JSON. */
export async function renderReport(
  view: ReportView,
  format: ReportFormat,
  problems: readonly Diagnostic[],
): Promise<string> {
  if (format === 'html') return (await import('./html/report-page.ts')).renderReportPage(view);
  if (format === 'md') return (await import('./markdown/report.ts')).renderReportMarkdown(view);
  const { reportJson } = await import('./report-json.ts');
  return `${JSON.stringify(reportJson(view, problems), null, 2)}\n`;
}

/** Whether a file is a report that this program made, so that it may make it anew. */
export function isOwnReport(bytes: Uint8Array): boolean {
  return new TextDecoder()
    .decode(bytes.subarray(0, 2000))
    .includes('<meta name="generator" content="partner">');
}
