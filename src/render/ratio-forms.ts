import type { Ratios } from '../core/measurement/ratios.ts';
import type { Figures } from './figures.ts';

/** The form in which each ratio is printed, wherever it is. */
export const ratioForms = {
  costPerBeneficiary: 'money',
  costPerBeneficiaryWithoutTime: 'money',
  leverageRatio: 'ratio',
  nonCashShare: 'percent',
  managementShare: 'percent',
  onTimeRate: 'percent',
  pledgeFulfilment: 'percent',
  balance: 'percent',
  largestShare: 'percent',
} as const satisfies Readonly<Record<keyof Ratios, keyof Figures>>;

/** A ratio in its form; null where it has none as of the day, for which each page has its own words. */
export function ratioFigure(name: keyof Ratios, ratios: Ratios, figures: Figures): string | null {
  const value = ratios[name];
  return value === null ? null : figures[ratioForms[name]](value);
}
