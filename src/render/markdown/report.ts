import { inline, joined, type Markdown, markdown, markdownFile, plain } from '../escape/markdown.ts';
import { datedText, type ReportView } from '../report-view.ts';
import { inputs, measures, milestones, ratios, resources } from './figures.ts';
import { ownSections } from './own-sections.ts';
import { checklists, history, partners, reviews, risks, stages } from './people.ts';
import { gate, purpose } from './standing.ts';

/** A part of the report: its title, and its body in lines that may be whole tables. */
export interface MarkdownPart {
  readonly title: string;
  readonly body: readonly string[];
}

/** The report as Markdown (GitHub's, with tables); in Hebrew inside a block that reads from right to left. */
export function renderReportMarkdown(view: ReportView): string {
  const parts = [
    stages,
    gate,
    ratios,
    purpose,
    measures,
    inputs,
    milestones,
    resources,
    partners,
    risks,
    ownSections,
    reviews,
    checklists,
    history,
  ];
  const told = parts.flatMap((part) => part(view) ?? []);
  const body = [head(view), ...told.map(partText)].join('\n\n');
  return markdownFile(body, view.textLanguage, view.language);
}

function partText({ title, body }: MarkdownPart): string {
  return [`## ${inline(title)}`, ...body].join('\n\n');
}

function head(view: ReportView): string {
  const { report, terms } = view;
  const { status } = report;
  const facts: Markdown[] = [
    plain(datedText(view)),
    plain(terms.words[status.state] ?? status.state),
    plain(terms.status.progress(status.progress.passed, status.progress.of)),
  ];
  return markdown`# ${inline(report.name)}\n\n${joined(facts, ' · ')}`;
}
