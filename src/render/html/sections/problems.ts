import { foreign, type Html, html, text } from '../../escape/html.ts';
import { describeProblem } from '../../problem-texts.ts';
import type { ReportView } from '../../report-view.ts';
import { section, table } from '../pieces.ts';

/** What is wrong in the files, so that nobody takes gaps in the report for facts; null where all is sound. */
export function problems(view: ReportView): Html | null {
  const { report, words, problemTexts, terms } = view;
  if (report.problems.length === 0) return null;
  const { problem, place } = words.fields;
  return section(
    'problems',
    words.sections.problems,
    table(
      words.sections.problems,
      [{ title: problem }, { title: place }],
      report.problems.map((one) => {
        const { message } = describeProblem(one, problemTexts);
        const severity = one.severity === 'error' ? terms.diagnostics.error : terms.diagnostics.warning;
        return [
          html`<strong>${text(severity)}:</strong> ${foreign(message)}`,
          html`<code><bdi dir="ltr">${text(`${one.file}:${one.line}`)}</bdi></code>`,
        ];
      }),
    ),
  );
}
