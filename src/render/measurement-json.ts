import { type Decimal, toNumber } from '../core/measurement/decimal.ts';
import type { HealthCheck, HealthPart } from '../core/measurement/health.ts';
import type { Inputs, InputsPart, PeriodInputs, PeriodLength } from '../core/measurement/inputs.ts';
import type { Measurement } from '../core/measurement/measurement.ts';
import { type MetricFigures, metricByPeriod } from '../core/measurement/metrics.ts';
import type { Observation } from '../core/measurement/observations.ts';
import type { PledgeSums } from '../core/measurement/pledges.ts';
import type { Ratios } from '../core/measurement/ratios.ts';
import type { Cover, ResourceMap } from '../core/measurement/resource-map.ts';
import type { Spread } from '../core/measurement/rounds.ts';
import type { Entry } from '../core/partnership.ts';
import { formatPath } from '../core/problem.ts';
import { caveatText } from './caveat-texts.ts';
import type { Figures } from './figures.ts';
import type { MeasurementWords } from './messages/measurement.ts';

/**
 * The figures as JSON, format 1: plain numbers, each the nearest to the exact value; missing figures
 * are null. Whatever a figure is broken down by is always in it.
 */
export function measurementJson(measurement: Measurement, words: MeasurementWords, figures: Figures) {
  const { byPartner, byPeriod, byType, metrics, caveats, beneficiaries } = measurement;
  return {
    format: 1,
    as_of: measurement.asOf,
    currency: measurement.currency,
    inputs: inputsJson(measurement.inputs),
    without_time: toNumber(measurement.withoutTime),
    by_type: byType.map(({ type, total, share, hours, bases }) => ({
      type,
      total: toNumber(total),
      share: plain(share),
      hours: toNumber(hours),
      bases: bases.map((part) => ({ basis: part.basis, total: toNumber(part.total) })),
    })),
    by_partner: byPartner.map(({ partner, name, joined, left, ...part }) => ({
      partner,
      ...partJson(part),
      name,
      joined,
      left,
    })),
    by_period: {
      month: byPeriod.month.map(periodJson),
      quarter: byPeriod.quarter.map(periodJson),
      year: byPeriod.year.map(periodJson),
    },
    beneficiaries: plain(beneficiaries),
    metrics: metrics.map(metricJson),
    ratios: ratiosJson(measurement.ratios),
    resource_map: resourcesJson(measurement.resourceMap),
    health: healthJson(measurement.health),
    warnings: caveats.map((caveat) => ({
      code: caveat.code,
      message: caveatText(caveat, words, figures).replace(/[\u200e\u200f\u2066-\u2069]/g, ''),
      entries: caveat.entries.map(placeOf),
    })),
  };
}

function plain(value: Decimal | null): number | null {
  return value === null ? null : toNumber(value);
}

/** Inputs as plain numbers, by the names that JSON has for them. */
export function inputsJson({ cash, time, inKind, management, total, hours, leveraged }: Inputs) {
  return {
    cash: toNumber(cash),
    time: toNumber(time),
    in_kind: toNumber(inKind),
    management: toNumber(management),
    total: toNumber(total),
    hours: toNumber(hours),
    leveraged: toNumber(leveraged),
  };
}

function partJson({ inputs, share }: InputsPart) {
  const { total, ...rest } = inputsJson(inputs);
  return { total, share: plain(share), ...rest };
}

function periodJson({ period, ...part }: PeriodInputs) {
  return { period, ...partJson(part) };
}

const trends = { '1': 'up', '0': 'flat', '-1': 'down' } as const;

function metricJson(metric: MetricFigures) {
  const { data, baseline, target, actual, round, direction, last } = metric;
  const byPeriod = (length: PeriodLength) =>
    metricByPeriod(metric, length).map(({ period, actual: within, observations }) => ({
      period,
      actual: plain(within),
      observations: observations.length,
    }));
  return {
    id: data.id,
    name: data.name,
    kind: data.kind,
    unit: data.unit ?? null,
    aggregate: data.aggregate,
    baseline: plain(baseline),
    target: plain(target),
    actual: plain(actual),
    attainment: plain(metric.attainment),
    attainment_gap: metric.attainmentGap,
    due: data.due ?? null,
    role: data.role ?? null,
    round: round === null ? null : spreadJson(round),
    trend: direction === null ? null : trends[`${direction}`],
    improving: metric.isImproving,
    last: last === null ? null : observationJson(last),
    by_period: { month: byPeriod('month'), quarter: byPeriod('quarter'), year: byPeriod('year') },
    observations: metric.observations.map(observationJson),
  };
}

function observationJson({ entry, on, value, part, source, method, by }: Observation) {
  return {
    on,
    value: plain(value),
    ...(part === null ? {} : { num: toNumber(part.num), den: toNumber(part.den) }),
    source,
    method,
    by,
    ...placeOf(entry),
  };
}

/** Where an entry stands: its file in the partnership's folder, and its path in the file. */
function placeOf({ file, path }: Entry<unknown>) {
  return { file, path: formatPath(path) };
}

function ratiosJson(ratios: Ratios) {
  return {
    cost_per_beneficiary: plain(ratios.costPerBeneficiary),
    cost_per_beneficiary_without_time: plain(ratios.costPerBeneficiaryWithoutTime),
    leverage_ratio: plain(ratios.leverageRatio),
    non_cash_share: plain(ratios.nonCashShare),
    management_share: plain(ratios.managementShare),
    on_time_rate: plain(ratios.onTimeRate),
    pledge_fulfilment: plain(ratios.pledgeFulfilment),
    balance: plain(ratios.balance),
    largest_share: plain(ratios.largestShare),
  };
}

function resourcesJson({ needs, needed, cover, unassigned, sums, partners, fulfilment }: ResourceMap) {
  return {
    needs: needs.map((need) => ({
      id: need.data.id,
      item: need.data.item,
      type: need.data.type ?? null,
      value: plain(need.value),
      by: need.data.by ?? null,
      critical: need.data.critical === true,
      state: need.state,
      cover: need.cover === null ? null : coverJson(need.cover),
      pledged: sumsJson(need.sums),
      pledges: need.pledges.map(({ data }) => data.id),
    })),
    needed: toNumber(needed),
    cover: coverJson(cover),
    pledged: sumsJson(sums),
    fulfilment: plain(fulfilment),
    unassigned: unassigned.map(({ data }) => data.id),
    by_partner: partners.map((partner) => ({
      partner: partner.partner,
      name: partner.name,
      left: partner.left,
      ...sumsJson(partner.sums),
      fulfilment: plain(partner.fulfilment),
      pledges: partner.pledges.map(({ data }) => data.id),
    })),
  };
}

function coverJson({ covered, promised, idea, uncovered }: Cover) {
  return {
    covered: toNumber(covered),
    promised: toNumber(promised),
    idea: toNumber(idea),
    uncovered: toNumber(uncovered),
  };
}

function sumsJson({ received, signed, promised, idea, lost, unvalued }: PledgeSums) {
  return {
    received: toNumber(received),
    signed: toNumber(signed),
    promised: toNumber(promised),
    idea: toNumber(idea),
    lost: toNumber(lost),
    unvalued,
  };
}

function healthJson({ round, overall, byPartner, byDimension, missing }: HealthCheck) {
  return {
    round,
    overall: overall === null ? null : spreadJson(overall),
    by_partner: byPartner.map((part) => ({ partner: part.name, ...partSpreadJson(part) })),
    by_dimension: byDimension.map((part) => ({ dimension: part.name, ...partSpreadJson(part) })),
    missing,
  };
}

function partSpreadJson({ answers, ...spread }: HealthPart) {
  return {
    ...spreadJson(spread),
    answers: answers.map((entry) => ({
      partner: entry.value.partner,
      dimension: entry.value.dimension,
      score: entry.value.score,
      on: entry.value.on,
      comment: entry.value.comment ?? null,
      ...placeOf(entry),
    })),
  };
}

function spreadJson({ mean, minimum, spread }: Spread) {
  return { mean: toNumber(mean), minimum: toNumber(minimum), spread: toNumber(spread) };
}
