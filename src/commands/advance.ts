import type { CommandOptions } from '../command-specs/command-spec.ts';
import { type Gate, wantedItems } from '../core/gate.ts';
import { concernsAt } from '../core/gate-concerns.ts';
import { inLanguage } from '../core/model.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership, StageRecord } from '../core/partnership.ts';
import type { Diagnostic } from '../core/problem.ts';
import { missingClosingFacts, planReview, type ReviewPlan, type ReviewRequest } from '../core/review-plan.ts';
import type { Decision, ReviewData } from '../core/schema/reviews.ts';
import { invalidPartsOf, type Status, statusOf } from '../core/status.ts';
import {
  type Invocation,
  languageOf,
  loadOptions,
  printJson,
  terminalOf,
  textLanguageOf,
} from '../invocation.ts';
import { loadTerms, type Terms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { describeError, describeProblem, loadProblemTexts } from '../render/problem-texts.ts';
import { isolated } from '../render/terminal/bidi.ts';
import { createPage, type Page } from '../render/terminal/page.ts';
import { missingLines } from '../render/terminal/status.ts';
import type { ChangeOutcome, Planner } from '../store/change-partnership.ts';
import { requireRoot } from '../store/discover.ts';
import { type LoadedPartnership, loadPartnership, reviewsFile } from '../store/load-partnership.ts';
import { askReview } from './ask-review.ts';
import { change, type Telling } from './changing.ts';
import { readCondition, readReviewer, readWaiver } from './review-words.ts';

/** `partner advance`: looks whether the gate is open and records what its review decided. */
export async function advance(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const request = await completeRequest(invocation, root, requestFrom(invocation, options), options);
  const token = reviewToken(invocation);
  const plan: Planner<ReviewPlan> = (loaded) => {
    requireSoundBook(loaded);
    const { partnership, journey, diagnostics } = loaded;
    const outcome = planReview(
      partnership,
      journey,
      request,
      (record) => invalidPartsOf(diagnostics, record),
      token,
    );
    const warnings = request.decision === 'advance' ? concernsAt(diagnostics, outcome.record) : [];
    if (outcome.kind === 'blocked') return { change: undefined, result: outcome, warnings };
    const edits = [{ kind: 'append' as const, path: ['reviews'], value: outcome.review }];
    return { change: { file: reviewsFile, edits }, result: outcome, warnings };
  };
  const outcome = await change(invocation, root, options.dryRun === true, plan, telling(invocation));
  return outcome.exitCode;
}

// Four characters of 36: two clones that review one stage on one day collide once in 1.7 million.
function reviewToken({ context }: Invocation): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: 4 }, () => letters[Math.floor(context.random() * letters.length)]).join('');
}

/** A minutes book with mistakes tells the wrong stage, so nothing is added to it. */
function requireSoundBook({ diagnostics }: LoadedPartnership): void {
  const errors = diagnostics.filter(({ file, severity }) => file === reviewsFile && severity === 'error');
  if (errors.length === 0) return;
  throw new PartnerError(
    'invalid-partnership',
    { file: reviewsFile, count: errors.length },
    { diagnostics: errors },
  );
}

function requestFrom({ today }: Invocation, options: CommandOptions): ReviewRequest {
  const texts = (key: string) => (options[key] as readonly string[] | undefined) ?? [];
  const text = (key: string) => options[key] as string | undefined;
  const reviewers = texts('reviewer').map(readReviewer);
  return {
    decision: (options.decision as Decision | undefined) ?? 'advance',
    to: text('to'),
    stage: text('stage'),
    date: text('on') ?? today,
    reviewers,
    reason: text('reason'),
    notes: text('notes'),
    waivers: texts('waive').map((word) => readWaiver(word, reviewers[0]?.name)),
    conditions: texts('condition').map(readCondition),
    nextReview: text('nextReview'),
  };
}

/** Asks for what is missing where there is somebody to ask; with no flags at all, for everything. */
async function completeRequest(
  invocation: Invocation,
  root: string,
  request: ReviewRequest,
  options: CommandOptions,
): Promise<ReviewRequest> {
  if (!invocation.canAsk) return request;
  const told = Object.keys(options).filter(
    (key) => key !== 'dryRun' && key !== 'commit' && options[key] !== undefined,
  );
  const isComplete = told.length > 0 && (request.decision === 'advance' || request.reason !== undefined);
  if (isComplete) return request;
  return askReview(
    invocation,
    await loadPartnership(root, loadOptions(invocation)),
    request,
    told.length === 0,
  );
}

const closingCommands = {
  decision: 'partner set exit decision=close',
  reason: 'partner set exit reason="…"',
  obligations: 'partner add obligations text="…" owner="…" due=YYYY-MM-DD',
  'stakeholders-told': 'partner check STAGE/stakeholders-told --evidence PATH',
} as const;

function telling(invocation: Invocation): Telling<ReviewPlan> {
  const now = ({ after }: ChangeOutcome<ReviewPlan>): Status =>
    statusOf(after.partnership, after.journey, after.diagnostics, invocation.today);
  return {
    commit: ({ result }, words, stageTitle) => {
      if (result.kind === 'blocked') return { subject: '' };
      const { id, stage, round, decision, to, reason } = result.review;
      const subject =
        to === undefined
          ? words.reviewed(round, words.decisions[decision])
          : words.returned(round, stageTitle(to));
      return {
        subject,
        body: reason,
        stage,
        trailers: { 'Partner-Decision': decision, 'Partner-Review': id },
      };
    },
    json: (outcome) => {
      const { result, after } = outcome;
      const { state, current, gate } = now(outcome);
      if (result.kind === 'blocked') return { stage: result.record.stage.id, gate: result.gate };
      const facts =
        result.review.decision === 'close'
          ? { closing_facts_missing: missingClosingFacts(after.partnership) }
          : {};
      return { review: result.review, state, current, gate, ...facts };
    },
    lines: (page, outcome, terms) => {
      if (outcome.result.kind === 'recorded')
        tellReview(page, outcome.result.review, now(outcome), outcome.after.partnership, terms);
    },
    refused: async ({ result, after, warnings }) => {
      if (result.kind !== 'blocked') return false;
      await tellBlocked(invocation, after.partnership, result.record, result.gate, warnings);
      return true;
    },
  };
}

function tellReview(
  page: Page,
  review: ReviewData,
  status: Status,
  partnership: Partnership,
  terms: Terms,
): void {
  const title = (id: string) =>
    isolated(printable(status.stages.find(({ stage }) => stage === id)?.title ?? id));
  const decision = terms.words[review.decision] ?? review.decision;
  page.paragraph([
    { text: trusted(terms.changes.reviewed(decision, title(review.stage), review.round)), style: 'good' },
  ]);
  if (review.decision === 'reconfirm')
    page.paragraph(trusted(terms.changes.confirmedAgain(title(review.stage))));
  tellWhereItStands(page, review, status, { terms, title });
  const facts = review.decision === 'close' ? missingClosingFacts(partnership) : [];
  if (facts.length === 0) return;
  page.paragraph([{ text: trusted(`${terms.changes.closingFacts}:`), style: 'attention' }]);
  for (const fact of facts) {
    const stage = partnership.stages.find((record) => record.stage.checklist.some(({ id }) => id === fact))
      ?.stage.id;
    page.command(trusted(closingCommands[fact].replace('STAGE', stage ?? 'STAGE')));
  }
}

function tellWhereItStands(
  page: Page,
  { decision }: ReviewData,
  { current, state }: Status,
  { terms, title }: { readonly terms: Terms; readonly title: (stage: string) => string },
): void {
  if (current === null) {
    page.paragraph(trusted(terms.status.ended(terms.words[state] ?? state)));
    return;
  }
  const isWhereItWas = decision === 'hold' || decision === 'reconfirm';
  const { staysAt, movedTo } = terms.changes;
  page.paragraph(trusted((isWhereItWas ? staysAt : movedTo)(title(current.stage), current.round)));
}

/** Says what keeps the gate shut: nothing was written. */
async function tellBlocked(
  invocation: Invocation,
  partnership: Partnership,
  record: StageRecord,
  gate: Gate,
  warnings: readonly Diagnostic[],
): Promise<void> {
  const { context, options } = invocation;
  const language = languageOf(context, options.lang, partnership.language);
  const textLanguage = textLanguageOf(context, options.lang, partnership.language);
  const title = inLanguage(record.stage.title, textLanguage);
  const error = new PartnerError('gate-blocked', { stage: record.stage.id, title });
  const { code, message, hint = null } = await describeError(error, language);
  if (invocation.json) {
    printJson(invocation, { format: 1, error: { code, message, hint }, stage: record.stage.id, gate });
    return;
  }
  const terms = await loadTerms(language);
  const settings = terminalOf(invocation, context.stderr, language);
  const page = createPage(settings);
  page.paragraph([{ text: trusted(`partner: ${message}`), style: 'bad' }]);
  page.list(missingLines(gate, wantedItems(record, gate, textLanguage), { terms, language: textLanguage }));
  if (hint !== null) page.paragraph([{ text: trusted(hint), style: 'muted' }]);
  if (warnings.length > 0) {
    const texts = await loadProblemTexts(language);
    page.paragraph([{ text: trusted(`${terms.changes.warnings}:`), style: 'attention' }]);
    page.list(warnings.map((warning) => trusted(describeProblem(warning, texts).message)));
  }
  context.stderr.write(await page.render());
}
