import { entriesOf, type Partnership } from '../partnership.ts';

/** A partner, with who speaks for it. */
export interface ReportPartner {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly relationship: string | null;
  readonly joined: string | null;
  readonly left: string | null;
  readonly leftReason: string | null;
  readonly representatives: readonly string[];
}

/** The partners in the order of the file, those who left too: history keeps them. */
export function reportPartners(partnership: Partnership): ReportPartner[] {
  const people = entriesOf<{ name: string; partner: string }>(partnership, 'representatives');
  return partnership.partners.map(({ value }) => ({
    id: value.id,
    name: value.name,
    sector: value.sector,
    relationship: value.relationship ?? null,
    joined: value.joined ?? null,
    left: value.left ?? null,
    leftReason: value.left_reason ?? null,
    representatives: people
      .filter((person) => person.value.partner === value.id)
      .map((person) => person.value.name),
  }));
}
