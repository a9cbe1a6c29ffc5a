import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { errorAt, type Finding } from './finding.ts';

interface Contribution {
  readonly type: string;
  readonly partner?: string;
  readonly amount?: number;
  readonly hours?: number;
  readonly rate?: number;
}

interface Observation {
  readonly value?: number;
  readonly num?: number;
  readonly den?: number;
}

/** Contributions and observations that do not say how much, or say it twice. */
export function checkFigures(partnership: Partnership): Finding[] {
  return [
    ...entriesOf<Contribution>(partnership, 'contributions').flatMap(checkContribution),
    ...entriesOf<Observation>(partnership, 'observations').flatMap(checkObservation),
  ];
}

/** What a contribution lacks: a partner, an amount, or for time its hours with a rate. */
export function checkContribution(entry: Entry<Contribution>): Finding[] {
  const { type, partner, amount, hours, rate } = entry.value;
  const findings: Finding[] = [];
  // Leveraged resources come from outside the partnership, so they may have no partner.
  if (partner === undefined && type !== 'leveraged')
    findings.push(errorAt(entry, ['partner'], 'missing-key', { key: 'partner' }));
  const valued = hours !== undefined && rate !== undefined;
  if (rate !== undefined && hours === undefined)
    findings.push(errorAt(entry, ['rate'], 'rate-without-hours'));
  else if (amount === undefined && !valued)
    findings.push(errorAt(entry, ['type'], 'amount-missing', { type }));
  if (amount !== undefined && valued && Math.abs(amount - hours * rate) > 0.005) {
    findings.push(errorAt(entry, ['amount'], 'amount-mismatch', { amount, product: hours * rate }));
  }
  return findings;
}

/** An observation holds either a value, or a part with the whole that it is a part of. */
export function checkObservation(entry: Entry<Observation>): Finding[] {
  const { value, num, den } = entry.value;
  const isShare = num !== undefined || den !== undefined;
  if (value !== undefined && isShare) return [errorAt(entry, ['value'], 'value-and-share')];
  if (value === undefined && !isShare)
    return [errorAt(entry, ['value'], 'missing-key', { key: 'value', otherwise: ['num', 'den'] })];
  if (isShare && (num === undefined || den === undefined || den <= 0)) {
    return [
      errorAt(entry, [num === undefined ? 'den' : den === undefined ? 'num' : 'den'], 'share-without-whole'),
    ];
  }
  if (num !== undefined && den !== undefined && num > den)
    return [errorAt(entry, ['num'], 'share-above-one')];
  return [];
}
