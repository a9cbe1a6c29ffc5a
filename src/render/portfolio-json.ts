import { type Decimal, decimalOf, toNumber } from '../core/measurement/decimal.ts';
import type { Inputs } from '../core/measurement/inputs.ts';
import { detailsOf } from '../core/portfolio/details.ts';
import type { Duration, Forecast } from '../core/portfolio/durations.ts';
import { digitsIn } from '../core/portfolio/inputs-text.ts';
import type { Organisation } from '../core/portfolio/organisation.ts';
import type { PortfolioRow } from '../core/portfolio/row.ts';
import { signalsOf } from '../core/portfolio/signals.ts';
import type { PortfolioTotals } from '../core/portfolio/totals.ts';
import type { Portfolio } from '../core/portfolio.ts';
import { inputsJson } from './measurement-json.ts';

/** ISO 4217's code for "no currency": the key of inputs in a partnership that names none. */
const noCurrencyCode = 'XXX';

/** A portfolio as JSON, format 1. Missing figures are null; currencies are never added together. */
export function portfolioJson(portfolio: Portfolio) {
  const { asOf, found, rows, totals, query, groups, organisation, durations, forecasts } = portfolio;
  return {
    format: 1,
    as_of: asOf,
    found,
    partnerships: rows.map(rowJson),
    totals: totalsJson(totals),
    groups:
      groups === null
        ? null
        : groups.map((group) => ({
            by: query.by,
            key: group.key,
            partnerships: group.rows.map(({ dir }) => dir),
            totals: totalsJson(group.totals),
          })),
    organisation: organisation === null ? null : organisationJson(organisation),
    durations: durations.map(({ model, stages, whole }) => ({
      model,
      stages: stages.map(({ stage, duration }) => ({ stage: stage.id, ...durationJson(duration) })),
      whole: durationJson(whole),
    })),
    forecasts: forecasts.map(forecastJson),
  };
}

function rowJson(row: PortfolioRow) {
  const { current, stages } = row;
  return {
    dir: row.dir,
    id: row.id,
    name: row.name,
    model: row.model,
    state: row.state,
    stage: current?.stage ?? null,
    number: current?.number ?? null,
    of: stages.length === 0 ? null : stages.length,
    round: current?.round ?? null,
    required: current?.required ?? null,
    due: current?.due ?? null,
    overdue_days: row.overdueDays,
    next_review: row.nextReview,
    problems: row.errors + row.warnings,
    errors: row.errors,
    warnings: row.warnings,
    passed: row.state === null ? null : row.passed,
    gate_open: current?.gateOpen ?? null,
    owner: current?.owner ?? null,
    stage_since: current?.since ?? null,
    stage_days: row.stageDays,
    review_overdue_days: row.reviewOverdueDays,
    overdue_milestones: row.overdueMilestones,
    overdue_conditions: row.overdueConditions,
    suspect: row.suspect,
    last_activity: row.lastActivity,
    quiet_days: row.quietDays,
    attention: signalsOf(row),
    started: row.started,
    currency: row.currency,
    tags: row.tags,
    partners: detailsOf(row).partners.map(({ id }) => id),
    inputs: row.state === null ? null : inputsOfText(row),
    reached: row.reached === null ? null : toNumber(decimalOf(row.reached)),
  };
}

function inputsOfText({ inputs }: PortfolioRow) {
  return {
    cash: toNumber(decimalOf(digitsIn(inputs, 'cash'))),
    time: toNumber(decimalOf(digitsIn(inputs, 'time'))),
    in_kind: toNumber(decimalOf(digitsIn(inputs, 'inKind'))),
    management: toNumber(decimalOf(digitsIn(inputs, 'management'))),
    total: toNumber(decimalOf(digitsIn(inputs, 'total'))),
    hours: toNumber(decimalOf(digitsIn(inputs, 'hours'))),
    leveraged: toNumber(decimalOf(digitsIn(inputs, 'leveraged'))),
  };
}

function totalsJson({
  count,
  byStage,
  byState,
  overdue,
  errors,
  warnings,
  inputs,
  reached,
}: PortfolioTotals) {
  const stages = new Map<string, number>();
  for (const { stage, count: many } of byStage) stages.set(stage.id, (stages.get(stage.id) ?? 0) + many);
  return {
    count,
    by_stage: Object.fromEntries(stages),
    by_state: Object.fromEntries(byState.map(({ state, count: many }) => [state, many])),
    overdue,
    errors,
    warnings,
    inputs: Object.fromEntries(
      inputs.map(({ currency, inputs: sums }) => [currency ?? noCurrencyCode, inputsJson(sums)]),
    ),
    reached: plain(reached),
  };
}

function organisationJson({ names, rows, totals }: Organisation) {
  const part = (own: Inputs, others: Inputs, share: Decimal | null) => ({
    own: inputsJson(own),
    others: inputsJson(others),
    share: plain(share),
  });
  return {
    names,
    partnerships: rows.map(({ row, partner, own, others, share }) => ({
      dir: row.dir,
      id: row.id,
      partner: partner.id,
      sector: partner.sector,
      relationship: partner.relationship,
      joined: partner.joined,
      left: partner.left,
      currency: row.currency,
      ...part(own, others, share),
    })),
    totals: Object.fromEntries(
      totals.map(({ currency, own, others, share }) => [
        currency ?? noCurrencyCode,
        part(own, others, share),
      ]),
    ),
  };
}

function durationJson({ samples, medianDays, shortestDays, longestDays }: Duration) {
  return { samples, median_days: medianDays, shortest_days: shortestDays, longest_days: longestDays };
}

function forecastJson({ summary, number, since, stayDays, ahead, end }: Forecast) {
  return {
    dir: summary.dir,
    id: summary.id,
    model: summary.model,
    stage: ahead[0]?.stage.id ?? null,
    number,
    since,
    stay_days: stayDays,
    end,
    ahead: ahead.map(({ stage, duration }) => ({
      stage: stage.id,
      samples: duration.samples,
      median_days: duration.medianDays,
    })),
  };
}

function plain(value: Decimal | null): number | null {
  return value === null ? null : toNumber(value);
}
