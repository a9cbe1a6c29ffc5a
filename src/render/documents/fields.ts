import type { Agreement } from '../../core/documents/agreement.ts';
import type { Decimal } from '../../core/measurement/decimal.ts';
import type { Ratios } from '../../core/measurement/ratios.ts';
import type { ReportReview } from '../../core/report/reviews.ts';
import type { ReportExit } from '../../core/report.ts';
import type { DocumentFieldName } from '../messages/documents.ts';
import { ratioFigure } from '../ratio-forms.ts';
import { choiceWord, commitText, type ReportView } from '../report-view.ts';

/** The value of a field: text out of the files or words of ours; null where nobody wrote it down. */
export interface FieldValue {
  readonly value: string | null;
  readonly isTheirs: boolean;
  /** What to type to write it down; null where no one command does. */
  readonly hint: string | null;
}

type Values<Name extends DocumentFieldName> = Readonly<Record<Name, FieldValue>>;

/** The values of all fields that a template may name, clauses apart. `review` is the one that it is of. */
export function fieldValues(
  view: ReportView,
  review: ReportReview | undefined,
  agreement: Agreement,
): Values<DocumentFieldName> {
  return {
    ...standing(view),
    ...purpose(view),
    ...measures(view),
    ...ending(view),
    ...reviewed(view, review),
    ...agreed(view, agreement),
  };
}

/** Words of ours, or what the program reckons. */
function ours(value: string | null, hint: string | null = null): FieldValue {
  return { value, isTheirs: false, hint };
}

/** A text that stands in the files. */
function theirs(value: string | null, hint: string | null = null): FieldValue {
  return { value, isTheirs: true, hint };
}

function titled(stage: { readonly number: number; readonly title: string } | null | undefined) {
  return theirs(stage == null ? null : `${stage.number}. ${stage.title}`);
}

function currentOf({ report }: ReportView) {
  return report.stages.find(({ number }) => number === report.status.current?.number);
}

function dateIn({ figures }: ReportView, day: string | null | undefined): string | null {
  return day == null ? null : figures.date(day);
}

function standing(view: ReportView) {
  const { report, words, terms, figures } = view;
  const { status } = report;
  const { open, missing } = status.gate;
  const gate = open ? words.gate.open : words.gate.shut(missing.length);
  return {
    name: theirs(report.name),
    as_of: ours(figures.date(report.asOf)),
    commit: ours(commitText(view)),
    model: ours(report.model.title),
    started: ours(dateIn(view, report.started)),
    state: ours(terms.words[status.state] ?? status.state),
    stage: titled(currentOf(view)),
    progress: ours(terms.status.progress(status.progress.passed, status.progress.of)),
    gate: ours(status.current === null ? null : gate),
    next_review: ours(dateIn(view, status.nextReview), 'partner advance --decision hold --next-review …'),
  };
}

function purpose({ report }: ReportView) {
  const { challenge, vision, partners } = report;
  return {
    statement: theirs(challenge?.statement ?? null, 'partner set challenge statement=…'),
    area: theirs(challenge?.area ?? null, 'partner set challenge area=…'),
    target_group: theirs(challenge?.targetGroup ?? null, 'partner set challenge target_group=…'),
    problem_baseline: theirs(challenge?.baseline ?? null, 'partner set challenge baseline=…'),
    vision: theirs(vision, 'partner set vision "…"'),
    partners: theirs(partners.map(({ name }) => name).join(', ') || null, 'partner add partners …'),
  };
}

function measures({ report, figures }: ReportView) {
  const { inputs, withoutTime, ratios, beneficiaries, health } = report.measurement;
  // What cannot be reckoned yet is missing, and is not "n/a".
  const known = (value: Decimal | null | undefined, write: (value: Decimal) => string) =>
    ours(value == null ? null : write(value));
  const money = (value: Decimal | null) => known(value, figures.money);
  const ratio = (name: keyof Ratios) => ours(ratioFigure(name, ratios, figures));
  const isAnythingGiven = !inputs.total.eq(0);
  return {
    total: money(isAnythingGiven ? inputs.total : null),
    without_time: money(isAnythingGiven ? withoutTime : null),
    reached: known(beneficiaries, figures.number),
    cost_per_person: ratio('costPerBeneficiary'),
    leverage: ratio('leverageRatio'),
    on_time: ratio('onTimeRate'),
    pledges_received: ratio('pledgeFulfilment'),
    non_cash: ratio('nonCashShare'),
    management: ratio('managementShare'),
    health_mean: known(health.overall?.mean, figures.number),
    health_lowest: known(health.overall?.minimum, figures.number),
  };
}

const noExit: ReportExit = { decision: null, reason: null, effective: null, successor: null, followUp: null };

function ending(view: ReportView) {
  const { decision, reason, effective, successor, followUp } = view.report.exit ?? noExit;
  return {
    exit_decision: ours(decision === null ? null : choiceWord(decision, view), 'partner set exit decision=…'),
    exit_reason: theirs(reason, 'partner set exit reason=…'),
    exit_effective: ours(dateIn(view, effective), 'partner set exit effective=…'),
    exit_successor: theirs(successor, 'partner set exit successor=…'),
    exit_follow_up: ours(dateIn(view, followUp), 'partner set exit follow_up=…'),
  };
}

/** Of the review, or of the one that the current stage waits for. */
function reviewed(view: ReportView, review: ReportReview | undefined) {
  const { report, words } = view;
  const names = (review?.reviewers ?? []).map((one) =>
    one.for === null ? one.name : words.reviews.forPartner(one.name, one.for),
  );
  return {
    review_stage: titled(review?.stage ?? currentOf(view)),
    review_date: ours(dateIn(view, review?.date), 'partner advance'),
    review_round: ours(String(review?.round ?? report.status.current?.round ?? 1)),
    review_decision: ours(review === undefined ? null : choiceWord(review.decision, view), 'partner advance'),
    review_to: theirs(review?.to ?? null),
    review_reviewers: theirs(names.join(', ') || null, 'partner advance --reviewer "…"'),
    review_reason: theirs(review?.reason ?? null, 'partner advance --reason "…"'),
    review_notes: theirs(review?.notes ?? null, 'partner advance --notes "…"'),
    review_next: ours(dateIn(view, review?.nextReview), 'partner advance --next-review …'),
  };
}

function agreed(view: ReportView, { version, kind }: Agreement) {
  return {
    agreement_version: theirs(version, 'partner set agreement version=…'),
    agreement_kind: ours(kind === null ? null : choiceWord(kind, view), 'partner set agreement kind=…'),
  };
}
