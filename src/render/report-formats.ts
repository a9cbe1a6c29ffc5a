import type { Diagnostic } from '../core/problem.ts';
import { renderJson } from './json.ts';
import { type Rendered, rendered } from './rendered.ts';
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
): Promise<Rendered> {
  if (format === 'html') return rendered((await import('./html/report-page.ts')).renderReportPage(view));
  if (format === 'md') return rendered((await import('./markdown/report.ts')).renderReportMarkdown(view));
  const { reportJson } = await import('./report-json.ts');
  return renderJson(reportJson(view, problems));
}

/** Whether a file is a report that this program made, so that it may make it anew. */
export function isOwnReport(bytes: Uint8Array): boolean {
  return new TextDecoder()
    .decode(bytes.subarray(0, 2000))
    .includes('<meta name="generator" content="partner">');
}
