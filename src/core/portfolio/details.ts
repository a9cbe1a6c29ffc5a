import type { CalendarDate } from '../calendar-date.ts';
import type { InputsText } from './inputs-text.ts';
import type { StageVisit } from './visits.ts';

/** A partner of a partnership, with what it gave there. */
export interface SummaryPartner {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly relationship: string | null;
  readonly joined: CalendarDate | null;
  readonly left: CalendarDate | null;
  readonly inputs: InputsText;
}

/** What only some look at of a partnership among thousands: the greater part of its summary. */
export interface SummaryDetails {
  readonly visits: readonly StageVisit[];
  readonly partners: readonly SummaryPartner[];
}

/** Details as the text that a summary holds them in, for whoever asks for them. */
export type DetailsText = string;

/** Puts details into their text. */
export function detailsText(details: SummaryDetails): DetailsText {
  return JSON.stringify(details);
}

/** The details of a summary. */
export function detailsOf({ details }: { readonly details: DetailsText }): SummaryDetails {
  return JSON.parse(details) as SummaryDetails;
}
