import { outOfOrder } from '../checks/dates.ts';
import { checkContribution, checkObservation } from '../checks/figures.ts';
import { isPlainMapping } from '../equal-data.ts';
import type { Entry } from '../partnership.ts';

// The fields of both lists, as their checks read them.
type Figures = Readonly<Record<string, unknown>> &
  Parameters<typeof checkContribution>[0]['value'] &
  Parameters<typeof checkObservation>[0]['value'];

/** The codes of what is wrong within one entry of a list, where its fields must fit each other. */
export function entryFaults(list: string, value: unknown): readonly string[] {
  if (!isPlainMapping(value)) return [];
  const entry: Entry<Figures> = { value: value as Figures, file: '', path: [] };
  const findings = [
    ...(list === 'contributions' ? checkContribution(entry) : []),
    ...(list === 'observations' ? checkObservation(entry) : []),
    ...outOfOrder(entry),
  ];
  return findings.map(({ code }) => code);
}
