import { basename } from 'node:path';
import { idFromName } from '../core/id.ts';
import type { NewPartnership } from '../core/scaffold.ts';
import type { Language, PartnerData } from '../core/schema/partnership.ts';
import type { Invocation } from '../invocation.ts';
import { type ChosenModel, chooseModel } from './choose-model.ts';
import { partnershipLanguage } from './partnership-language.ts';

/** What is known of a new partnership before, or without, asking. */
export interface InitRequest {
  readonly dir: string | undefined;
  readonly name: string | undefined;
  readonly id: string | undefined;
  readonly model: string | undefined;
  /** The tag of the language of its texts. */
  readonly language: string | undefined;
  readonly started: string;
  readonly currency: string | undefined;
  readonly partners: readonly PartnerData[];
}

/** A new partnership, ready to be written. */
export interface InitPlan {
  readonly folder: string;
  readonly partnership: NewPartnership;
  readonly chosen: ChosenModel;
}

/** Puts the plan together from what was asked or told in `language`; what is left open gets its default. */
export async function planWith(
  invocation: Invocation,
  request: InitRequest,
  { language, folder, name }: { language: Language; folder: string; name: string },
): Promise<InitPlan> {
  const chosen = await chooseModel(invocation, request.model ?? 'iblf-10');
  const isTold = invocation.options.lang !== undefined;
  return {
    folder,
    chosen,
    partnership: {
      id: request.id ?? idFromName(basename(folder), idFromName(name, 'partnership')),
      name,
      language: partnershipLanguage(chosen.model, request.language, language, isTold),
      model: chosen.model,
      started: request.started,
      currency: request.currency ?? defaultCurrency(language),
      partners: request.partners,
    },
  };
}

/** The currency that is suggested: that of most who write in the language. */
export function defaultCurrency(language: Language): string {
  return language === 'he' ? 'ILS' : 'USD';
}
