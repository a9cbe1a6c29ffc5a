import { type Agreement, agreementOf } from '../../core/documents/agreement.ts';
import type { DocumentSignature } from '../../core/documents/document.ts';
import { documentTables } from '../../core/documents/tables.ts';
import type { ExportTable } from '../../core/export/table.ts';
import type { Partnership } from '../../core/partnership.ts';
import type { ReportReview } from '../../core/report/reviews.ts';
import type { ReportExit } from '../../core/report.ts';
import type { DocumentWords } from '../messages/documents.ts';
import { choiceWord, type ReportView } from '../report-view.ts';

/** The value of a field: text out of the files or words of ours; null where nobody wrote it down. */
export interface DocumentField {
  readonly value: string | null;
  readonly isTheirs: boolean;
  readonly label: string;
  /** What to type to write it down; null where no one command does. */
  readonly hint: string | null;
}

/** All that a template may put in, by name. */
export interface DocumentContent {
  readonly view: ReportView;
  readonly words: DocumentWords;
  readonly fields: ReadonlyMap<string, DocumentField>;
  readonly tables: ReadonlyMap<string, ExportTable>;
  readonly signatures: ReadonlyMap<string, readonly DocumentSignature[]>;
  readonly flags: ReadonlyMap<string, boolean>;
  readonly agreement: Agreement;
}

/** Gathers what documents of a partnership can say. `review` is the one that the document is of. */
export function documentContent(
  view: ReportView,
  partnership: Partnership,
  tables: readonly ExportTable[],
  review: ReportReview | undefined,
  words: DocumentWords,
): DocumentContent {
  const { report } = view;
  const agreement = agreementOf(partnership, report.asOf);
  const all = [...tables, ...documentTables(tables, report, review)];
  const reviewers = (review?.reviewers ?? []).map(({ name, for: party }) => ({
    party: party ?? '',
    name,
    on: null,
  }));
  const blank = [0, 1, 2].map(() => ({ party: '', name: null, on: null }));
  return {
    view,
    words,
    fields: new Map([
      ...reportFields(view, words),
      ...reviewFields(view, review, words),
      ...agreementFields(view, agreement, words),
    ]),
    tables: new Map(all.map((table) => [table.name, table])),
    signatures: new Map<string, readonly DocumentSignature[]>([
      ['signatures', agreement.signatures],
      ['review_signatures', reviewers.length === 0 ? blank : reviewers],
    ]),
    flags: new Map([
      ['draft', !agreement.isSigned],
      ['ended', report.status.current === null],
      ['reviewed', review !== undefined],
      ['gate_open', report.status.gate.open],
    ]),
    agreement,
  };
}

const noExit: ReportExit = { decision: null, reason: null, effective: null, successor: null, followUp: null };

type Entry = readonly [name: string, field: DocumentField];

/** A field with its label; what is missing of a section is said with the command that writes it. */
function entry(
  words: DocumentWords,
  name: string,
  value: string | null,
  isTheirs = false,
  hint: string | null = null,
): Entry {
  return [name, { value, isTheirs, label: words.fields[name] ?? name, hint }];
}

function reportFields(view: ReportView, said: DocumentWords): Entry[] {
  const { report, words, terms, figures } = view;
  const { status, measurement, challenge, commit } = report;
  const { inputs, ratios, beneficiaries, health } = measurement;
  const current = report.stages.find(({ number }) => number === status.current?.number);
  const exit = report.exit ?? noExit;
  const ours = (name: string, value: string | null) => entry(said, name, value);
  const theirs = (name: string, value: string | null, hint: string) => entry(said, name, value, true, hint);
  const date = (value: string | null) => (value === null ? null : figures.date(value));
  const share = (value: typeof ratios.onTimeRate) => (value === null ? null : figures.percent(value));
  return [
    entry(said, 'name', report.name, true),
    ours('as_of', figures.date(report.asOf)),
    ours(
      'commit',
      commit === null ? null : `${commit.id.slice(0, 10)}${commit.isChanged ? ` ${words.changedSince}` : ''}`,
    ),
    ours('model', report.model.title),
    ours('started', date(report.started)),
    ours('state', terms.words[status.state] ?? status.state),
    entry(said, 'stage', current === undefined ? null : `${current.number}. ${current.title}`, true),
    ours('progress', terms.status.progress(status.progress.passed, status.progress.of)),
    ours(
      'gate',
      status.current === null
        ? null
        : status.gate.open
          ? words.gate.open
          : words.gate.shut(status.gate.missing.length),
    ),
    entry(
      said,
      'next_review',
      date(status.nextReview),
      false,
      'partner advance --decision hold --next-review …',
    ),
    theirs('statement', challenge?.statement ?? null, 'partner set challenge statement=…'),
    theirs('area', challenge?.area ?? null, 'partner set challenge area=…'),
    theirs('target_group', challenge?.targetGroup ?? null, 'partner set challenge target_group=…'),
    theirs('problem_baseline', challenge?.baseline ?? null, 'partner set challenge baseline=…'),
    theirs('vision', report.vision, 'partner set vision "…"'),
    theirs('partners', report.partners.map(({ name }) => name).join(', ') || null, 'partner add partners …'),
    ours('total', inputs.total.eq(0) ? null : figures.money(inputs.total)),
    ours('without_time', inputs.total.eq(0) ? null : figures.money(measurement.withoutTime)),
    ours('reached', beneficiaries === null ? null : figures.number(beneficiaries)),
    ours(
      'cost_per_person',
      ratios.costPerBeneficiary === null ? null : figures.money(ratios.costPerBeneficiary),
    ),
    ours('leverage', share(ratios.leverageRatio)),
    ours('on_time', share(ratios.onTimeRate)),
    ours('pledges_received', share(ratios.pledgeFulfilment)),
    ours('non_cash', share(ratios.nonCashShare)),
    ours('management', share(ratios.managementShare)),
    ours('health_mean', health.overall === null ? null : figures.number(health.overall.mean)),
    ours('health_lowest', health.overall === null ? null : figures.number(health.overall.minimum)),
    entry(
      said,
      'exit_decision',
      exit.decision === null ? null : choiceWord(exit.decision, view),
      false,
      'partner set exit decision=…',
    ),
    theirs('exit_reason', exit.reason, 'partner set exit reason=…'),
    entry(said, 'exit_effective', date(exit.effective), false, 'partner set exit effective=…'),
    theirs('exit_successor', exit.successor, 'partner set exit successor=…'),
    entry(said, 'exit_follow_up', date(exit.followUp), false, 'partner set exit follow_up=…'),
  ];
}

function reviewFields(view: ReportView, review: ReportReview | undefined, said: DocumentWords): Entry[] {
  const { report, words, figures } = view;
  const current = report.stages.find(({ number }) => number === report.status.current?.number);
  const stage = review?.stage ?? current;
  const names = (review?.reviewers ?? []).map((one) =>
    one.for === null ? one.name : words.reviews.forPartner(one.name, one.for),
  );
  const hint = 'partner advance';
  const next = review?.nextReview ?? null;
  return [
    entry(said, 'review_stage', stage === undefined ? null : `${stage.number}. ${stage.title}`, true),
    entry(said, 'review_date', review === undefined ? null : figures.date(review.date), false, hint),
    entry(said, 'review_round', String(review?.round ?? report.status.current?.round ?? 1)),
    entry(
      said,
      'review_decision',
      review === undefined ? null : choiceWord(review.decision, view),
      false,
      hint,
    ),
    entry(said, 'review_to', review?.to ?? null, true),
    entry(said, 'review_reviewers', names.join(', ') || null, true, `${hint} --reviewer "…"`),
    entry(said, 'review_reason', review?.reason ?? null, true, `${hint} --reason "…"`),
    entry(said, 'review_notes', review?.notes ?? null, true, `${hint} --notes "…"`),
    entry(said, 'review_next', next === null ? null : figures.date(next), false, `${hint} --next-review …`),
  ];
}

function agreementFields(
  view: ReportView,
  { version, kind, clauses }: Agreement,
  said: DocumentWords,
): Entry[] {
  return [
    entry(said, 'agreement_version', version, true, 'partner set agreement version=…'),
    entry(
      said,
      'agreement_kind',
      kind === null ? null : choiceWord(kind, view),
      false,
      'partner set agreement kind=…',
    ),
    ...[...clauses].map(
      ([id, { text }]): Entry => [
        `clause.${id}`,
        { value: text, isTheirs: true, label: said.clause(id), hint: null },
      ],
    ),
  ];
}
