import { type Decimal, decimalOf, difference, quotient } from '../measurement/decimal.ts';
import type { Inputs } from '../measurement/inputs.ts';
import { detailsOf, type SummaryPartner } from './details.ts';
import { digitsIn } from './inputs-text.ts';
import type { PortfolioRow } from './row.ts';
import { isPartner } from './select.ts';
import { addedUp } from './totals.ts';

/** What one organisation gives in one partnership, and what the others add. */
export interface OrganisationRow {
  readonly row: PortfolioRow;
  readonly partner: SummaryPartner;
  readonly own: Inputs;
  /** All that did not come from it, outside resources included. */
  readonly others: Inputs;
  /** Its part of the inputs, from 0 to 1; null where nothing was put in. */
  readonly share: Decimal | null;
}

/** What an organisation gives over all partnerships in one currency. */
export interface OrganisationTotal {
  readonly currency: string | null;
  readonly own: Inputs;
  readonly others: Inputs;
  readonly share: Decimal | null;
}

/** One organisation over all its partnerships. */
export interface Organisation {
  /** The names that the partnerships know it by. */
  readonly names: readonly string[];
  readonly rows: readonly OrganisationRow[];
  /** A total a currency; currencies are never added together. */
  readonly totals: readonly OrganisationTotal[];
}

/** What an organisation, named by its id or its name, gives and finds in each partnership; rows keep their order. */
export function organisationOf(rows: readonly PortfolioRow[], wanted: string): Organisation {
  const found = rows.flatMap((row) => {
    const partners = meantIn(row, wanted);
    const [partner] = partners;
    return partner === undefined ? [] : [standing(row, partner, partners)];
  });
  const currencies = [...new Set(found.map(({ row }) => row.currency))].sort();
  return {
    names: [...new Set(found.map(({ partner }) => partner.name))],
    rows: found,
    totals: currencies.map((currency) => {
      const here = found.filter(({ row }) => row.currency === currency);
      const own = addedUp(here.flatMap(({ row }) => meantIn(row, wanted).map(({ inputs }) => inputs)));
      const all = addedUp(here.map(({ row }) => row.inputs));
      return { currency, own, others: without(all, own), share: quotient(own.total, all.total) };
    }),
  };
}

function meantIn(row: PortfolioRow, wanted: string): SummaryPartner[] {
  return detailsOf(row).partners.filter((partner) => isPartner(partner, wanted));
}

function standing(
  row: PortfolioRow,
  partner: SummaryPartner,
  partners: readonly SummaryPartner[],
): OrganisationRow {
  const own = addedUp(partners.map(({ inputs }) => inputs));
  return {
    row,
    partner,
    own,
    others: without(addedUp([row.inputs]), own),
    share: quotient(own.total, decimalOf(digitsIn(row.inputs, 'total'))),
  };
}

function without(all: Inputs, part: Inputs): Inputs {
  return {
    cash: difference(all.cash, part.cash),
    time: difference(all.time, part.time),
    inKind: difference(all.inKind, part.inKind),
    management: difference(all.management, part.management),
    total: difference(all.total, part.total),
    hours: difference(all.hours, part.hours),
    leveraged: difference(all.leveraged, part.leveraged),
  };
}
