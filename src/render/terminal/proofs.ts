import { dayOf } from '../../core/history/commit.ts';
import type { Proof, ProofReason, Verdict } from '../../core/history/proof.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import { isolated } from './bidi.ts';
import { type HistoryView, shortName } from './history.ts';
import { createPage, type Page } from './page.ts';
import type { Cell } from './table-content.ts';
import type { StyleName } from './theme.ts';

const styles: Readonly<Record<Verdict, StyleName>> = {
  proved: 'good',
  failed: 'bad',
  unproved: 'attention',
  set_aside: 'muted',
};

const signs: Readonly<Record<Verdict, string>> = { proved: '✔', failed: '✘', unproved: '?', set_aside: '○' };

/** Lays the proofs of all reviews out as a table, and below it the reasons of those that are not proved. */
export function renderProofs(name: string, proofs: readonly Proof[], view: HistoryView): Promise<Rendered> {
  const { words } = view.texts;
  const page = createPage(view.settings);
  page.heading(printable(name));
  page.blank();
  if (proofs.length === 0) {
    page.paragraph(trusted(words.proof.none));
    return page.render();
  }
  const { verdict, stage, decision, commit } = words.proof.columns;
  page.table({
    columns: [
      { header: trusted(verdict) },
      { header: trusted(stage), flexible: true, minWidth: 12 },
      { header: trusted(decision), flexible: true, minWidth: 10 },
      { header: trusted(commit), flexible: true, minWidth: 12, droppable: 1 },
    ],
    rows: proofs.map((proof) => row(proof, view)),
  });
  for (const proof of proofs.filter(({ verdict: one }) => one !== 'proved')) tellReasons(page, proof, view);
  summary(page, proofs, view);
  return page.render();
}

function row(proof: Proof, { texts, stageTitles }: HistoryView): Cell[] {
  const { words, terms } = texts;
  const { verdict, stage, round, date, decision, commit } = proof;
  const decided = [
    terms.words[decision] ?? decision,
    ...(date === null ? [] : [terms.date(date)]),
    ...(round === null || round === 1 ? [] : [terms.status.round(round)]),
  ];
  // A day of its own only where it is not that of the review.
  const day = commit === null || dayOf(commit) === date ? [] : [terms.date(dayOf(commit))];
  const came = commit === null ? [] : [commit.oid.slice(0, shortName), ...day, commit.author];
  return [
    { text: trusted(`${signs[verdict]} ${words.proof.verdicts[verdict]}`), style: styles[verdict] },
    { text: printable(stageTitles.get(stage) ?? stage) },
    { text: printable(decided.join(', ')) },
    { text: printable(came.join(' ')), style: 'muted' },
  ];
}

function tellReasons(page: Page, { review, stage, verdict, reasons }: Proof, { texts }: HistoryView): void {
  page.blank();
  page.paragraph([{ text: printable(review), style: styles[verdict], ltr: true }]);
  const { proof } = texts.words;
  page.list(
    reasons.map((reason) => trusted([proof.reasons[reason.code], ...details(reason, texts)].join('; '))),
  );
  if (!reasons.some(({ code }) => code === 'changed_since')) return;
  page.paragraph([{ text: trusted(`${proof.seeChanges}:`), style: 'muted' }]);
  page.command(printable(`partner diff --since-review ${stage}`));
}

function details(
  { missing = [], fields = [], commit }: ProofReason,
  { words, terms }: HistoryView['texts'],
): string[] {
  const shown = (text: string) => isolated(printable(text));
  const things = missing.map(({ item, section, why }) => {
    const reason = {
      not_done: '',
      no_evidence: terms.status.noEvidence,
      no_decision: '',
      invalid: terms.status.invalid,
    };
    return `${shown(item ?? section ?? '')}${reason[why] === '' ? '' : ` (${reason[why]})`}`;
  });
  const by =
    commit === undefined
      ? ''
      : `${commit.oid.slice(0, shortName)}, ${commit.author}, ${terms.date(dayOf(commit))}`;
  return [
    ...(things.length > 0 ? [words.proof.missing(things.join(', '))] : []),
    ...(fields.length > 0 ? [words.proof.fields(fields.map(shown).join(', '))] : []),
    ...(by === '' ? [] : [words.proof.at(shown(by))]),
  ];
}

function summary(page: Page, proofs: readonly Proof[], { texts }: HistoryView): void {
  const { proof } = texts.words;
  const failed = proofs.filter(({ verdict }) => verdict === 'failed').length;
  const unproved = proofs.filter(({ verdict }) => verdict === 'unproved').length;
  page.blank();
  if (failed + unproved === 0) {
    page.paragraph([{ text: trusted(proof.allProved(proofs.length)), style: 'good' }]);
  } else {
    const text = trusted(proof.notAllProved(failed, unproved, proofs.length));
    page.paragraph([{ text, style: failed > 0 ? 'bad' : 'attention' }]);
  }
}
