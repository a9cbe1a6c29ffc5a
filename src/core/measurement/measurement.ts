import type { CalendarDate } from '../calendar-date.ts';
import type { Partnership } from '../partnership.ts';
import { type Caveat, caveatsOf } from './caveats.ts';
import { type Decimal, difference } from './decimal.ts';
import { type HealthCheck, healthOf } from './health.ts';
import {
  type Inputs,
  inputsByPartner,
  inputsByPeriod,
  inputsByType,
  inputsOf,
  type PartnerInputs,
  type PeriodInputs,
  type PeriodLength,
  type TypeInputs,
} from './inputs.ts';
import { type MetricFigures, metricsOf } from './metrics.ts';
import { type MilestoneStanding, milestonesOf, onTimeRate } from './milestones.ts';
import { beneficiariesOf, type Ratios, ratiosOf } from './ratios.ts';
import { contributionsOf } from './records.ts';
import { type ResourceMap, resourceMapOf } from './resource-map.ts';

/**
 * All figures of a partnership as of a day: the one value that the terminal, JSON, reports and exports
 * render. Every figure leads to its entries, and every entry to its file and place in it.
 */
export interface Measurement {
  readonly asOf: CalendarDate;
  readonly currency: string | null;
  readonly inputs: Inputs;
  /** T − V: what was put in without people's time. */
  readonly withoutTime: Decimal;
  readonly byType: readonly TypeInputs[];
  readonly byPartner: readonly PartnerInputs[];
  readonly byPeriod: Readonly<Record<PeriodLength, readonly PeriodInputs[]>>;
  readonly metrics: readonly MetricFigures[];
  /** B: the people reached; null where no metric has that role, or no figure. */
  readonly beneficiaries: Decimal | null;
  readonly ratios: Ratios;
  readonly resourceMap: ResourceMap;
  readonly health: HealthCheck;
  readonly milestones: readonly MilestoneStanding[];
  readonly caveats: readonly Caveat[];
}

/**
 * Measures a partnership as of a day. Entries dated later count nowhere. The formulas are those of the
 * LBG / B4SI way of counting inputs.
 */
export function measurementOf(partnership: Partnership, today: CalendarDate): Measurement {
  const contributions = contributionsOf(partnership, today);
  const inputs = inputsOf(contributions);
  const { total } = inputs;
  const byPartner = inputsByPartner(partnership, contributions, total, today);
  const metrics = metricsOf(partnership, today);
  const beneficiaries = beneficiariesOf(metrics);
  const resourceMap = resourceMapOf(partnership, today);
  const milestones = milestonesOf(partnership, today);
  const pledges = resourceMap.partners.flatMap((partner) => partner.pledges);
  return {
    asOf: today,
    currency: partnership.currency,
    inputs,
    withoutTime: difference(total, inputs.time),
    byType: inputsByType(contributions, total),
    byPartner,
    byPeriod: {
      month: inputsByPeriod(contributions, total, 'month'),
      quarter: inputsByPeriod(contributions, total, 'quarter'),
      year: inputsByPeriod(contributions, total, 'year'),
    },
    metrics,
    beneficiaries,
    ratios: ratiosOf(inputs, byPartner, beneficiaries, onTimeRate(milestones), resourceMap.fulfilment),
    resourceMap,
    health: healthOf(partnership, today),
    milestones,
    caveats: caveatsOf(partnership, today, contributions, metrics, pledges),
  };
}
