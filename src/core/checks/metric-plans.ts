import { type Entry, entriesOf, type Partnership } from '../partnership.ts';
import { type Finding, warningAt } from './finding.ts';

/** A metric as the plan sets it. */
export interface MetricPlan {
  readonly id: string;
  readonly unit?: string;
  readonly aggregate: 'sum' | 'latest' | 'mean' | 'pooled';
  readonly baseline?: number;
  readonly target?: number;
  readonly role?: string;
}

/** Metrics whose plan makes their figures wrong or empty, whatever is observed. */
export function checkMetricPlans(partnership: Partnership): Finding[] {
  return entriesOf<MetricPlan>(partnership, 'metrics').flatMap((entry) => [
    ...summedPeople(entry),
    ...targetIsBaseline(entry),
    ...percentForShare(entry),
  ]);
}

// Words for people, in the units that the two languages count them by.
const people =
  'people persons person participants participant beneficiaries beneficiary children child pupils pupil ' +
  'students student youth youths teenagers trainees trainee graduates volunteers volunteer employees women ' +
  'men girls boys families family households household residents parents teachers patients users members ' +
  'אנשים איש משתתפים משתתפות מוטבים מוטבות ילדים ילדות תלמידים תלמידות סטודנטים סטודנטיות נערים נערות ' +
  'בני־נוער נוער חניכים חניכות בוגרים בוגרות מתנדבים מתנדבות עובדים עובדות נשים גברים משפחות תושבים תושבות ' +
  'הורים מורים מורות מטופלים מטופלות משתמשים קשישים חברים';
// What people are only the measure of: hours of volunteers add up from month to month.
const measures =
  'hour hours day days visit visits session sessions meeting meetings meal meals month months week weeks ' +
  'שעה שעות יום ימים ימי ביקור ביקורים ביקורי מפגש מפגשים מפגשי ארוחות חודש חודשים חודשי שבועות';
// Of the letters that these words can stand in: to ask for any letter at all (\p{L}) takes V8 longer to prepare than
// all other checks of a partnership together.
const betweenWords = /[^a-z\u00c0-\u024f\u05d0-\u05ea\u05be]+/;
const peopleWords = new Set(people.split(' '));
const measureWords = new Set(measures.split(' '));

/** Says whether a unit counts people: `pupils` and `ילדים`, not `volunteer hours`. */
function countsPeople(unit: string): boolean {
  const words = unit.toLowerCase().split(betweenWords);
  return words.some((word) => peopleWords.has(word)) && !words.some((word) => measureWords.has(word));
}

function summedPeople(entry: Entry<MetricPlan>): Finding[] {
  const { id, aggregate, role, unit } = entry.value;
  if (aggregate !== 'sum') return [];
  const isPeople = role === 'beneficiaries' || (unit !== undefined && countsPeople(unit));
  return isPeople ? [warningAt(entry, ['aggregate'], 'people-summed', { metric: id })] : [];
}

function targetIsBaseline(entry: Entry<MetricPlan>): Finding[] {
  const { id, baseline, target } = entry.value;
  return target !== undefined && target === baseline
    ? [warningAt(entry, ['target'], 'target-is-baseline', { metric: id, value: target })]
    : [];
}

/** A pooled metric is Σnum / Σden, between 0 and 1: a target of 80 would never be met. */
function percentForShare(entry: Entry<MetricPlan>): Finding[] {
  if (entry.value.aggregate !== 'pooled') return [];
  return (['baseline', 'target'] as const).flatMap((key) => {
    const value = entry.value[key];
    if (value === undefined || value <= 1) return [];
    return [warningAt(entry, [key], 'percent-for-share', { metric: entry.value.id, key, value })];
  });
}
