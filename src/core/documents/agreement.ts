import { presentPartners } from '../membership.ts';
import { mappingOf, type Partnership } from '../partnership.ts';
import type { DocumentSignature } from './document.ts';

/** What an agreement holds, as its schema accepts it. */
interface AgreementData {
  readonly version?: string | number;
  readonly kind?: string;
  readonly clauses?: readonly { readonly id: string; readonly text: string; readonly state?: string }[];
  readonly signatures?: readonly { readonly partner: string; readonly name: string; readonly on?: string }[];
}

/** The agreement between the partners; it is a draft until every one of them has signed. */
export interface Agreement {
  readonly version: string | null;
  readonly kind: string | null;
  /** The text of each clause by its id; what is not relevant is left out. */
  readonly clauses: ReadonlyMap<string, string>;
  /** A line for each member of the day, signed or not, then those who signed and have left. */
  readonly signatures: readonly DocumentSignature[];
  readonly isSigned: boolean;
}

/** The agreement of a partnership as of a day, out of its section of that name and its members. */
export function agreementOf(partnership: Partnership, today: string): Agreement {
  const {
    version,
    kind,
    clauses = [],
    signatures = [],
  } = mappingOf<AgreementData>(partnership, 'agreement')?.value ?? {};
  const signed = signatures.filter(({ on }) => on === undefined || on <= today);
  const names = new Map(partnership.partners.map(({ value }) => [value.id, value.name]));
  const present = presentPartners(partnership, today).map(({ value }) => value.id);
  const gone = signed.map(({ partner }) => partner).filter((id) => !present.includes(id));
  return {
    version: version === undefined ? null : String(version),
    kind: kind ?? null,
    clauses: new Map(
      clauses.filter(({ state }) => state !== 'not_relevant').map(({ id, text }) => [id, text]),
    ),
    signatures: [...present, ...gone].map((id) => {
      const signature = signed.find(({ partner }) => partner === id);
      return { party: names.get(id) ?? id, name: signature?.name ?? null, on: signature?.on ?? null };
    }),
    isSigned: present.length > 0 && present.every((id) => signed.some(({ partner }) => partner === id)),
  };
}
