import { dayOf } from '../../core/history/commit.ts';
import { describeChange } from '../change-text.ts';
import { inline, joined, linkTo, markdown, markdownTable, plain } from '../escape/markdown.ts';
import { changeTextsOf, type ReportView, riskLevel } from '../report-view.ts';
import { withoutMarks } from '../terminal/bidi.ts';
import { tableOf } from './figures.ts';
import type { MarkdownPart } from './report.ts';
import { item } from './standing.ts';

/** Where each stage stands. */
export function stages({ report, words, terms, figures }: ReportView): MarkdownPart {
  const { stage, state, checklist, owner, due } = words.fields;
  const rows = report.stages.map((one) => [
    `${one.number}. ${one.title}`,
    [terms.words[one.state] ?? one.state, ...(one.round > 1 ? [terms.status.round(one.round)] : [])].join(
      ', ',
    ),
    `${one.checklist.done}/${one.checklist.total}`,
    one.due === null ? '–' : figures.date(one.due),
    one.owner ?? words.notRecorded,
  ]);
  return { title: words.sections.stages, body: [tableOf([stage, state, checklist, due, owner], rows)] };
}

/** The partners in the order of the file. */
export function partners({ report, words, terms, figures }: ReportView): MarkdownPart {
  const { partner, sector, relationship, member, representatives } = words.fields;
  const rows = report.partners.map((one) => [
    one.name,
    terms.words[one.sector] ?? one.sector,
    one.relationship === null
      ? words.notRecorded
      : (words.relationships[one.relationship] ?? one.relationship),
    [
      one.joined === null ? words.notRecorded : words.since(figures.date(one.joined)),
      ...(one.left === null ? [] : [words.left(figures.date(one.left))]),
    ].join('; '),
    one.representatives.join(', ') || words.notRecorded,
  ]);
  return {
    title: words.sections.partners,
    body: [tableOf([partner, sector, relationship, member, representatives], rows)],
  };
}

/** Risks and open issues. */
export function risks({ report, words, figures }: ReportView): MarkdownPart {
  const { risk, weight, response, owner, issue, due } = words.fields;
  const rows = report.risks.map((one) => [
    one.text,
    one.weight === null ? words.notRecorded : `${words.riskLevels[riskLevel(one.weight)]} (${one.weight})`,
    one.response ?? words.notRecorded,
    one.owner ?? words.notRecorded,
  ]);
  const open = report.issues
    .filter(({ closedOn }) => closedOn === null)
    .map((one) => [
      one.text,
      one.due === null ? words.notRecorded : figures.date(one.due),
      one.owner ?? words.notRecorded,
    ]);
  return {
    title: words.sections.risks,
    body: [
      rows.length === 0 ? plain(words.noneOf.risks) : tableOf([risk, weight, response, owner], rows),
      ...(open.length === 0 ? [] : [tableOf([issue, due, owner], open)]),
    ],
  };
}

/** The minutes, newest first. */
export function reviews({ report, words, terms, figures }: ReportView): MarkdownPart {
  const said = words.reviews;
  const title = words.sections.reviews;
  if (report.reviews.length === 0) return { title, body: [plain(words.noneOf.reviews)] };
  const body = report.reviews.map((one) => {
    const stage = one.stage === null ? '' : `${one.stage.number}. ${one.stage.title}`;
    const names = one.reviewers.map((person) =>
      person.for === null ? person.name : said.forPartner(person.name, person.for),
    );
    return [
      markdown`### ${inline(figures.date(one.date))} · ${inline(stage)}: ${inline(terms.words[one.decision] ?? one.decision)}`,
      '',
      item(terms.status.round(one.round), one.to === null ? null : said.backTo(one.to)),
      ...(names.length === 0 ? [] : [item(`${said.by}: ${names.join(', ')}`)]),
      ...(one.reason === null ? [] : [item(`${said.reason}: ${one.reason}`)]),
      ...(one.notes === null ? [] : [item(`${said.notes}: ${one.notes}`)]),
      ...one.waivers.map(({ item: name, reason }) => item(`${said.waivers}: ${name}`, reason)),
      ...one.conditions.map(({ text, owner, due, met }) =>
        item(
          `${said.conditions}: ${text}`,
          owner,
          due === null ? null : figures.date(due),
          met ? words.met : words.notMet,
        ),
      ),
    ].join('\n');
  });
  return { title, body };
}

/** Every checklist with its evidence. */
export function checklists({ report, words }: ReportView): MarkdownPart {
  const { item: what, state, evidence } = words.fields;
  const body = report.stages.flatMap((stage) => [
    markdown`### ${stage.number}. ${inline(stage.title)}`,
    markdownTable(
      [inline(what), inline(state), inline(evidence)],
      stage.items.map((one) => [
        inline(one.required ? one.text : `${one.text} (${words.optional})`),
        inline(
          one.waived !== null
            ? `${words.waived}: ${one.waived.reason}`
            : one.done
              ? `✓ ${words.done}`
              : words.notDone,
        ),
        one.evidence.length > 0
          ? joined(one.evidence.map(linkTo), ', ')
          : inline(one.done ? words.notRecorded : '–'),
      ]),
    ),
  ]);
  return { title: words.sections.checklists, body };
}

/** What was recorded last, out of git; undefined where git has nothing to tell. */
export function history(view: ReportView): MarkdownPart | undefined {
  const { report, words, figures, historyWords } = view;
  if (report.history.length === 0) return undefined;
  const lines = report.history.map((event) => {
    const told = withoutMarks(describeChange(event, changeTextsOf(view)));
    const { commit } = event;
    return commit === null
      ? item(told, historyWords.page.pending)
      : item(told, commit.author, figures.date(dayOf(commit)));
  });
  return { title: words.sections.history, body: [lines.join('\n')] };
}
