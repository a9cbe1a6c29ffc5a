import type { Diagnostic } from '../core/problem.ts';
import type { ReportForm } from './forms.ts';
import { renderJson } from './json.ts';
import { type Rendered, rendered } from './rendered.ts';
import type { ReportView } from './report-view.ts';

/** A report in one of its forms; each is loaded when somebody wants it. `problems` are for JSON. */
export async function renderReport(
  view: ReportView,
  format: ReportForm,
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
