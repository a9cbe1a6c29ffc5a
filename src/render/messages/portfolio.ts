import type { GroupKey, StateKey } from '../../core/portfolio/keys.ts';

import type { Signal } from '../../core/portfolio/signals.ts';
import type { Language } from '../../core/schema/partnership.ts';

/** The words for many partnerships together, in one language. Days and figures come in written out already. */
export interface PortfolioWords {
  readonly kind: string;
  readonly count: (partnerships: number) => string;
  readonly countOf: (shown: number, found: number) => string;
  readonly asOf: (day: string) => string;
  readonly states: Readonly<Record<StateKey, string>>;
  readonly stage: (number: number, title: string) => string;
  readonly round: (round: number) => string;
  readonly days: (days: number) => string;
  readonly sections: {
    readonly attention: string;
    readonly onCourse: string;
    readonly ended: string;
    readonly totals: string;
    readonly byStage: string;
    readonly byState: string;
    readonly inputs: string;
    readonly durations: (model: string) => string;
    readonly forecast: string;
    readonly partnerships: string;
  };
  readonly columns: {
    readonly partnership: string;
    readonly stage: string;
    readonly state: string;
    readonly passed: string;
    readonly done: string;
    readonly due: string;
    readonly age: string;
    readonly review: string;
    readonly problems: string;
    readonly why: string;
    readonly currency: string;
    readonly leveraged: string;
    readonly hours: string;
    readonly partnerships: string;
    readonly relationship: string;
    readonly own: string;
    readonly others: string;
    readonly share: string;
    readonly samples: string;
    readonly median: string;
    readonly range: string;
    readonly end: string;
    readonly ended: string;
  };
  /** Why a partnership wants a look; `count` is days or things, by what the reason is. */
  readonly signals: Readonly<Record<Signal, (count: number) => string>>;
  /** After the first reasons. */
  readonly more: (reasons: number) => string;
  readonly groups: Readonly<Record<GroupKey, string>>;
  readonly noGroup: Readonly<Record<GroupKey, string>>;
  readonly noCurrency: string;
  readonly reached: (people: string) => string;
  readonly reachedTitle: string;
  readonly reachedNote: string;
  readonly none: string;
  readonly allOnCourse: string;
  readonly overdue: string;
  readonly needAttention: string;
  readonly problems: (errors: number, warnings: number) => string;
  readonly whole: string;
  readonly durationsNote: string;
  readonly forecastNote: string;
  readonly noForecast: (stage: string, samples: number) => string;
  readonly noStart: string;
  readonly leftPartner: (day: string) => string;
  readonly total: string;
  readonly written: (folder: string, files: number) => string;
  readonly back: string;
}

/** Loads the words for portfolios in one language. */
export async function loadPortfolioWords(language: Language): Promise<PortfolioWords> {
  if (language === 'he') return (await import('./he/portfolio.ts')).portfolioWords;
  return (await import('./en/portfolio.ts')).portfolioWords;
}
