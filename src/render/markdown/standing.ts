import { inline, joined, type Markdown, markdown, plain } from '../escape/markdown.ts';
import { missingReason } from '../gate-texts.ts';
import type { ReportView } from '../report-view.ts';
import type { MarkdownPart } from './report.ts';

/** What the next gate still wants, the open conditions and the next review. */
export function gate(view: ReportView): MarkdownPart {
  const { report, words, terms, figures } = view;
  const { status } = report;
  const current = report.stages.find(({ number }) => number === status.current?.number);
  const title = words.sections.gate;
  const conditions = status.conditions.map(({ text, owner, due }) =>
    item(text, owner, due === null ? null : figures.date(due)),
  );
  const afterwards =
    conditions.length === 0 ? [] : [`**${plain(words.gate.conditions)}**`, conditions.join('\n')];
  if (current === undefined) {
    return {
      title,
      body: [plain(terms.status.ended(terms.words[status.state] ?? status.state)), ...afterwards],
    };
  }
  const { open, missing } = status.gate;
  const lines = missing.map((one) => {
    const line = current.items.find(({ id }) => id === one.item);
    const reason = plain(missingReason(one, terms));
    return line === undefined ? markdown`- ${reason}` : markdown`- ${plain(line.text)} – ${reason}`;
  });
  const next = status.nextReview === null ? words.gate.noNextReview : figures.date(status.nextReview);
  return {
    title,
    body: [
      markdown`**${current.number}. ${inline(current.title)}** – ${inline(open ? words.gate.open : words.gate.shut(missing.length))}`,
      ...(lines.length === 0 ? [] : [lines.join('\n')]),
      markdown`${plain(words.gate.nextReview)}: ${plain(next)}`,
      ...afterwards,
    ],
  };
}

/** What the partnership is for. */
export function purpose({ report, words }: ReportView): MarkdownPart {
  const { fields } = words;
  const said = (term: string, value: string | null | undefined): string =>
    markdown`- **${plain(term)}**: ${plain(value ?? words.notRecorded)}`;
  const goals = report.goals.map(
    ({ text, owner }) => markdown`  - ${plain(owner === null ? text : `${text} (${owner})`)}`,
  );
  return {
    title: words.sections.purpose,
    body: [
      [
        said(fields.challenge, report.challenge?.statement),
        said(fields.targetGroup, report.challenge?.targetGroup),
        said(fields.vision, report.vision),
        ...(goals.length === 0 ? [said(fields.goals, null)] : [`- **${plain(fields.goals)}**:`, ...goals]),
        said(fields.model, report.model.title),
      ].join('\n'),
    ],
  };
}

/** A line of a list: several facts, those that are missing left out. */
export function item(...facts: readonly (string | null)[]): string {
  const said = facts.filter((fact) => fact !== null).map((fact): Markdown => plain(fact));
  return `- ${joined(said, ' · ')}`;
}
