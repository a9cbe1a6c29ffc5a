import { type Decimal, decimal, difference, greatest, product, quotient, sum, zero } from './decimal.ts';
import type { Inputs, InputsPart } from './inputs.ts';
import type { MetricFigures } from './metrics.ts';
import type { OnTimeRate } from './milestones.ts';

/** The ratios of a partnership; null where a denominator is 0 or missing: not available, never 0. */
export interface Ratios {
  /** T / B */
  readonly costPerBeneficiary: Decimal | null;
  /** (T − V) / B */
  readonly costPerBeneficiaryWithoutTime: Decimal | null;
  /** L / T */
  readonly leverageRatio: Decimal | null;
  /** (V + G) / T */
  readonly nonCashShare: Decimal | null;
  /** M / T */
  readonly managementShare: Decimal | null;
  /** Milestones done by their due date / milestones due. */
  readonly onTimeRate: Decimal | null;
  /** received / (signed + received) */
  readonly pledgeFulfilment: Decimal | null;
  /** How evenly the partners give: 1 all alike, 0 one gives everything. Only descriptive. */
  readonly balance: Decimal | null;
  readonly largestShare: Decimal | null;
}

/** B: what the metrics with the role `beneficiaries` have come to; null where none has a figure. */
export function beneficiariesOf(metrics: readonly MetricFigures[]): Decimal | null {
  const actuals = metrics.flatMap(({ data, actual }) =>
    data.role === 'beneficiaries' ? (actual ?? []) : [],
  );
  return actuals.length === 0 ? null : sum(actuals);
}

/** The ratios of figures that are derived already. */
export function ratiosOf(
  inputs: Inputs,
  byPartner: readonly InputsPart[],
  beneficiaries: Decimal | null,
  { onTime, due }: OnTimeRate,
  pledgeFulfilment: Decimal | null,
): Ratios {
  const { total, time, inKind, management, leveraged } = inputs;
  const shares = byPartner.flatMap(({ share }) => share ?? []);
  return {
    costPerBeneficiary: quotient(total, beneficiaries),
    costPerBeneficiaryWithoutTime: quotient(difference(total, time), beneficiaries),
    leverageRatio: quotient(leveraged, total),
    nonCashShare: quotient(sum([time, inKind]), total),
    managementShare: quotient(management, total),
    onTimeRate: quotient(decimal(onTime), decimal(due)),
    pledgeFulfilment,
    balance: balanceOf(
      byPartner.map((part) => part.inputs.total),
      total,
    ),
    largestShare: greatest(shares),
  };
}

/**
 * (1 − Σ sᵢ²) / (1 − 1/n) over all n partners, worked out as n · (T² − Σ tᵢ²) / (T² · (n − 1)) so that
 * only the last step can round. Null with one partner or with nothing given.
 */
function balanceOf(totals: readonly Decimal[], total: Decimal): Decimal | null {
  const square = product(total, total);
  const squares = totals.reduce((before, part) => before.plus(product(part, part)), zero);
  const count = decimal(totals.length);
  const whole = product(square, difference(count, decimal(1)));
  return totals.length < 2 ? null : quotient(product(count, difference(square, squares)), whole);
}
