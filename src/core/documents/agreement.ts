import { mappingOf, type Partnership } from '../partnership.ts';

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
  /** The clauses by their ids; what is not relevant is left out. */
  readonly clauses: ReadonlyMap<string, { readonly text: string; readonly state: string | null }>;
  /** A line for each member of the day, signed or not, then those who signed and have left. */
  readonly signatures: readonly {
    readonly party: string;
    readonly name: string | null;
    readonly on: string | null;
  }[];
  readonly isSigned: boolean;
}

/** The agreement of a partnership as of a day, out of its section of that name and its members. */
export function agreementOf(partnership: Partnership, today: string): Agreement {
  const data = mappingOf<AgreementData>(partnership, 'agreement')?.value ?? {};
  const signed = (data.signatures ?? []).filter(({ on }) => on === undefined || on <= today);
  const members = partnership.partners
    .map(({ value }) => value)
    .filter(
      ({ joined, left }) => (joined === undefined || joined <= today) && (left === undefined || left > today),
    );
  const names = new Map(partnership.partners.map(({ value }) => [value.id, value.name]));
  const line = (id: string) => {
    const signature = signed.find(({ partner }) => partner === id);
    return { party: names.get(id) ?? id, name: signature?.name ?? null, on: signature?.on ?? null };
  };
  const present = members.map(({ id }) => id);
  const gone = signed.map(({ partner }) => partner).filter((id) => !present.includes(id));
  return {
    version: data.version === undefined ? null : String(data.version),
    kind: data.kind ?? null,
    clauses: new Map(
      (data.clauses ?? [])
        .filter(({ state }) => state !== 'not_relevant')
        .map(({ id, text, state = null }) => [id, { text, state }]),
    ),
    signatures: [...present, ...gone].map(line),
    isSigned: present.length > 0 && present.every((id) => signed.some(({ partner }) => partner === id)),
  };
}
