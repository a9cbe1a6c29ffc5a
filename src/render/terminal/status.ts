import { daysBetween } from '../../core/calendar-date.ts';
import type { Gate, WantedItem } from '../../core/gate.ts';
import { inLanguage } from '../../core/model.ts';
import { nextStepOf } from '../../core/next-step.ts';
import type { StageState, StageStatus, Status } from '../../core/status.ts';
import { missingReason } from '../gate-texts.ts';
import type { MilestoneWords } from '../messages/milestones.ts';
import type { Terms } from '../messages/terms.ts';
import { printable, trusted } from '../printable.ts';
import { describeProblem, type ProblemTexts } from '../problem-texts.ts';
import type { Rendered } from '../rendered.ts';
import { isolated } from './bidi.ts';
import type { TerminalSettings } from './layout.ts';
import { tellMilestones } from './milestones-ahead.ts';
import { createPage, type LineContent, type Page } from './page.ts';
import type { Cell, Column } from './table-content.ts';
import type { StyleName } from './theme.ts';

/** Who reads the status, and where its texts come from. */
export interface StatusView {
  readonly terms: Terms;
  /** Left out where there is no milestone to tell of. */
  readonly milestoneWords?: MilestoneWords | undefined;
  /** Left out where the gate gives no cause for concern. */
  readonly problemTexts?: ProblemTexts | undefined;
  readonly language: string;
  /** The version that the files follow, and the newest, where that is another. */
  readonly newerModel?: { readonly followed: number; readonly newest: number } | undefined;
  readonly settings: TerminalSettings;
}

const stateStyles: Readonly<Record<StageState, StyleName>> = {
  passed: 'good',
  current: 'accent',
  upcoming: 'muted',
  reopened: 'attention',
  suspect: 'bad',
};

// A sign beside every word, so that the state is seen at a glance and without colour.
const signs: Readonly<Record<StageState, string>> = {
  passed: '✔',
  current: '●',
  upcoming: '○',
  reopened: '↺',
  suspect: '!',
};

/** Lays the status out for a terminal: who, how far, each stage, what the gate wants, what to type next. */
export function renderStatus(status: Status, view: StatusView): Promise<Rendered> {
  const page = createPage(view.settings);
  head(page, status, view);
  page.blank();
  page.table({
    columns: columns(view.terms),
    rows: status.stages.map((stage) => row(stage, status, view.terms)),
  });
  page.blank();
  gate(page, status, view);
  concerns(page, status, view);
  if (view.milestoneWords !== undefined)
    tellMilestones(page, status.milestones, status.asOf, { terms: view.terms, words: view.milestoneWords });
  afterwards(page, status, view);
  return page.render();
}

function head(page: Page, status: Status, { terms }: StatusView): void {
  const { passed, of } = status.progress;
  page.heading(printable(status.name));
  const round = status.current === null ? [] : [terms.status.round(status.current.round)];
  const facts = [
    terms.words[status.state] ?? status.state,
    terms.status.progress(passed, of),
    ...round,
    terms.status.asOf(terms.date(status.asOf)),
  ];
  page.paragraph([
    { text: trusted(facts.join(' · ')) },
    { text: printable(` · ${status.id}`), style: 'muted' },
  ]);
}

function columns(terms: Terms): Column[] {
  const { number, stage, state, checklist, due, review } = terms.status.columns;
  return [
    { header: trusted(number), align: 'end' },
    { header: trusted(stage), flexible: true, minWidth: 14 },
    { header: trusted(state) },
    { header: trusted(checklist), align: 'end' },
    { header: trusted(due), flexible: true, minWidth: 10, droppable: 2 },
    { header: trusted(review), flexible: true, minWidth: 10, droppable: 1 },
  ];
}

function row(stage: StageStatus, status: Status, terms: Terms): Cell[] {
  const style = stateStyles[stage.state];
  const { done, total } = stage.checklist;
  const isCurrent = stage.state === 'current';
  const title: Cell = isCurrent
    ? { text: printable(stage.title), style: 'strong' }
    : { text: printable(stage.title) };
  return [
    { text: trusted(String(stage.number)), style: 'muted' },
    title,
    { text: trusted(`${signs[stage.state]} ${terms.words[stage.state]}`), style },
    { text: trusted(`${done}/${total}`) },
    dueCell(stage, status, terms),
    reviewCell(stage, terms),
  ];
}

function dueCell({ due, overdueDays, state }: StageStatus, status: Status, terms: Terms): Cell {
  if (due === null) return { text: trusted('') };
  const day = printable(terms.date(due));
  if (overdueDays !== null)
    return { text: trusted(`${day} (${terms.status.overdue(overdueDays)})`), style: 'bad' };
  if (state !== 'current') return { text: day, style: 'muted' };
  return { text: trusted(`${day} (${terms.status.dueIn(daysBetween(status.asOf, due))})`) };
}

function reviewCell({ review, round, waived }: StageStatus, terms: Terms): Cell {
  if (review === null) return { text: trusted('') };
  const facts = [
    `${terms.words[review.decision]} ${terms.date(review.date)}`,
    ...(round > 1 ? [terms.status.round(round)] : []),
    ...(waived > 0 ? [terms.status.waived(waived)] : []),
  ];
  return { text: printable(facts.join(', ')), style: 'muted' };
}

function gate(page: Page, status: Status, view: StatusView): void {
  const { terms } = view;
  const current = status.stages.find(({ number }) => number === status.current?.number);
  if (current === undefined) {
    page.paragraph([
      { text: trusted(terms.status.ended(terms.words[status.state] ?? status.state)), style: 'strong' },
    ]);
    return;
  }
  const title = isolated(printable(current.title));
  if (status.gate.open) {
    page.paragraph([{ text: trusted(terms.status.gateOpen(title)), style: 'good' }]);
  } else {
    page.paragraph([{ text: trusted(`${terms.status.gateShut(title)}:`), style: 'strong' }]);
    page.list(missingLines(status.gate, status.wanted, view));
  }
  const open =
    current.checklist.total - current.required.total - (current.checklist.done - current.required.done);
  if (open > 0) page.paragraph([{ text: trusted(terms.status.optionalOpen(open)), style: 'muted' }]);
}

function concerns(page: Page, status: Status, { terms, problemTexts }: StatusView): void {
  if (status.concerns.length === 0 || problemTexts === undefined) return;
  page.blank();
  page.paragraph([{ text: trusted(`${terms.changes.warnings}:`), style: 'attention' }]);
  page.list(status.concerns.map((concern) => trusted(describeProblem(concern, problemTexts).message)));
}

/** A line for each thing that keeps a gate shut. */
export function missingLines(
  { missing }: Gate,
  wanted: readonly WantedItem[],
  { terms, language }: Pick<StatusView, 'terms' | 'language'>,
): LineContent[] {
  const items = new Map(wanted.map((item) => [item.id, item]));
  return missing.map((one) => {
    const id = one.item ?? one.section;
    const { text, expects } = items.get(one.item ?? '') ?? {};
    const reason = missingReason(one, terms);
    const name = typeof text === 'object' ? inLanguage(text, language) : text;
    const hint = expects?.[language];
    return [
      ...(id === null
        ? []
        : [{ text: printable(id), style: 'accent' as const, ltr: true as const }, { text: trusted('  ') }]),
      { text: trusted(name === undefined ? reason : `${isolated(printable(name))} – ${reason}`) },
      ...(hint === undefined
        ? []
        : [{ text: trusted(`; ${printable(terms.status.expects(hint))}`), style: 'muted' as const }]),
    ];
  });
}

function afterwards(page: Page, status: Status, { terms, newerModel }: StatusView): void {
  if (status.conditions.length > 0) {
    page.blank();
    page.paragraph([{ text: trusted(`${terms.status.conditions}:`), style: 'strong' }]);
    for (const { ref, text, owner, due } of status.conditions) {
      const told = [text, owner, due === null ? null : terms.date(due)].filter((part) => part !== null);
      page.list([trusted(told.map((part) => isolated(printable(part))).join(' · '))]);
      page.command(printable(`partner set conditions/${ref} met=true`));
    }
  }
  if (status.nextReview !== null) {
    page.paragraph(
      trusted(
        terms.status.nextReview(terms.date(status.nextReview), daysBetween(status.asOf, status.nextReview)),
      ),
    );
  }
  const { errors, warnings } = status.problems;
  if (errors + warnings > 0) {
    page.paragraph([
      {
        text: trusted(`${terms.status.problems(errors, warnings)}: `),
        style: errors > 0 ? 'bad' : 'attention',
      },
      { text: trusted('partner validate'), style: 'accent', ltr: true },
    ]);
  }
  if (newerModel !== undefined) {
    page.paragraph([
      { text: trusted(`${terms.status.newerModel(newerModel.newest, newerModel.followed)}: `) },
      { text: trusted('partner model upgrade --dry-run'), style: 'accent', ltr: true },
    ]);
  }
  const step = nextStepOf(status);
  if (step === undefined) return;
  page.blank();
  page.paragraph([{ text: trusted(`${terms.status.next}:`), style: 'strong' }]);
  page.command(printable(['partner', ...step.map(quoted)].join(' ')));
}

/** A word as a shell takes it: quoted where it would fall apart. */
function quoted(word: string): string {
  return /^[A-Za-z0-9_./:=@,-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`;
}
