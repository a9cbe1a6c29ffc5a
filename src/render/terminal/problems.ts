import type { Diagnostic } from '../../core/problem.ts';
import { type Printable, printable, trusted } from '../printable.ts';
import { describeProblem, type ProblemTexts } from '../problem-texts.ts';
import { type Rendered, rendered } from '../rendered.ts';
import type { TerminalSettings } from './layout.ts';
import { createPage } from './page.ts';
import type { Segment } from './styled-line.ts';

/**
 * Problems as text, one line each: `file:line:column: error[code]: message (hint)`, the form that
 * editors and `grep` know. On a terminal the line of the file follows, with a caret under the place.
 */
export async function renderProblems(
  diagnostics: readonly Diagnostic[],
  lineOf: (diagnostic: Diagnostic) => string | undefined,
  texts: ProblemTexts,
  settings: TerminalSettings,
): Promise<Rendered> {
  if (settings.width === undefined && settings.colorLevel === 0) {
    return rendered(diagnostics.map((diagnostic) => `${problemLine(diagnostic, texts)}\n`).join(''));
  }
  const page = createPage(settings);
  for (const diagnostic of diagnostics) {
    const { file, line, column, severity, code } = diagnostic;
    const place: Segment[] = [
      { text: printable(`${file}:${line}:${column}: `), style: 'strong', ltr: true },
      {
        text: trusted(`${severity}[${code}]: `),
        style: severity === 'error' ? 'bad' : 'attention',
        ltr: true,
      },
    ];
    const message = { text: trusted(messageOf(diagnostic, texts)) };
    // Place and message run in opposite directions in Hebrew: each gets a line of its own.
    if (settings.direction === 'rtl') page.paragraph(place);
    page.paragraph(settings.direction === 'rtl' ? [message] : [...place, message]);
    const text = lineOf(diagnostic);
    if (text !== undefined && text.trim() !== '')
      page.excerpt({ text, line, column, endColumn: endOfWord(text, column) });
  }
  return page.render();
}

function problemLine(diagnostic: Diagnostic, texts: ProblemTexts): Printable {
  const { file, line, column, severity, code } = diagnostic;
  return trusted(
    `${printable(file)}:${line}:${column}: ${severity}[${code}]: ${messageOf(diagnostic, texts)}`,
  );
}

function messageOf(diagnostic: Diagnostic, texts: ProblemTexts): string {
  const { message, hint } = describeProblem(diagnostic, texts);
  return hint === undefined ? message : `${message} (${hint})`;
}

/** The column behind the word that a problem begins at, so that the carets show all of it. */
function endOfWord(text: string, column: number): number {
  const points = Array.from(text).slice(column - 1);
  const length = points.findIndex((point) => /[\s:,\]}]/.test(point));
  return column + Math.max(1, length < 0 ? points.length : length);
}
