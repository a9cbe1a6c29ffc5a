import { entriesOf, type Partnership } from '../partnership.ts';
import type { Candidate } from './candidate.ts';

interface Person {
  readonly name: string;
  readonly partner: string | undefined;
}

/** Everybody whom the files name with the partner that they stand for, those of the newest reviews first. */
function peopleOf(partnership: Partnership): Person[] {
  const reviewers = [...partnership.reviews]
    .reverse()
    .flatMap(({ value }) => (value.reviewers ?? []).map((one) => ({ name: one.name, partner: one.for })));
  const named = ['representatives', 'roles'].flatMap((section) =>
    entriesOf<{ name?: string; partner?: string }>(partnership, section).flatMap(({ value }) =>
      value.name === undefined ? [] : [{ name: value.name, partner: value.partner }],
    ),
  );
  return [...reviewers, ...named];
}

/** The names of people, each once. */
export function personCandidates(partnership: Partnership): Candidate[] {
  const names = new Set(peopleOf(partnership).map(({ name }) => name));
  return [...names].map((value) => ({ value }));
}

/** `Name:partner` of everybody known; behind the name of a stranger, the partners that are still there. */
export function reviewerCandidates(partnership: Partnership, typed: string): Candidate[] {
  const titles = new Map(partnership.partners.map(({ value: { id, name } }) => [id, name]));
  const known = new Map(
    peopleOf(partnership).map(({ name, partner }): [string, Candidate] => {
      if (partner === undefined) return [name, { value: name }];
      const value = `${name}:${partner}`;
      return [value, { value, about: titles.get(partner) }];
    }),
  );
  const candidates = [...known.values()];
  const colon = typed.lastIndexOf(':');
  if (colon < 0 || candidates.some(({ value }) => value.startsWith(typed))) return candidates;
  return partnerCandidates(partnership).map(({ value, about }) => ({
    value: `${typed.slice(0, colon + 1)}${value}`,
    about,
  }));
}

/** The partners that have not left. */
function partnerCandidates({ partners }: Partnership): Candidate[] {
  return partners
    .filter(({ value }) => value.left === undefined)
    .map(({ value: { id, name } }) => ({ value: id, about: name }));
}
