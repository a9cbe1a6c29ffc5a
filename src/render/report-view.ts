import type { Decimal } from '../core/measurement/decimal.ts';
import type { MetricFigures } from '../core/measurement/metrics.ts';
import type { Report } from '../core/report.ts';
import type { Language } from '../core/schema/partnership.ts';
import type { ChangeTexts } from './change-text.ts';
import { type Figures, figuresIn } from './figures.ts';
import { type HistoryWords, loadHistoryWords } from './messages/history.ts';
import { loadMeasurementWords, type MeasurementWords } from './messages/measurement.ts';
import { loadReportWords, type ReportWords } from './messages/report.ts';
import { loadTerms, type Terms } from './messages/terms.ts';
import { loadProblemTexts, type ProblemTexts } from './problem-texts.ts';

/** A report with the words and formats of the language that it is read in: what every form renders. */
export interface ReportView {
  readonly report: Report;
  readonly language: Language;
  readonly words: ReportWords;
  readonly measures: MeasurementWords;
  readonly terms: Terms;
  readonly historyWords: HistoryWords;
  readonly figures: Figures;
  readonly problemTexts: ProblemTexts;
}

/** Gets a report ready to be rendered in a language. */
export async function viewOf(report: Report, language: Language): Promise<ReportView> {
  const [words, measures, terms, historyWords, problemTexts] = await Promise.all([
    loadReportWords(language),
    loadMeasurementWords(language),
    loadTerms(language),
    loadHistoryWords(language),
    loadProblemTexts(language),
  ]);
  return {
    report,
    language,
    words,
    measures,
    terms,
    historyWords,
    figures: figuresIn(language, report.measurement.currency),
    problemTexts,
  };
}

/** A metric's figure as it is printed: a pooled share as a percentage, all else as a number. */
export function metricFigure({ data }: MetricFigures, value: Decimal, { figures }: ReportView): string {
  return data.aggregate === 'pooled' ? figures.percent(value) : figures.number(value);
}

/** What a risk's weight amounts to, on the scale of 1 to 25. */
export function riskLevel(weight: number): 'low' | 'medium' | 'high' {
  return weight >= 15 ? 'high' : weight >= 6 ? 'medium' : 'low';
}

/** The name of a partner, its id where no partner has it. */
export function partnerName({ report }: ReportView, id: string): string {
  return report.partners.find((partner) => partner.id === id)?.name ?? id;
}

/** A choice of the format in the reader's words; as it stands where they have none for it. */
export function choiceWord(choice: string, { terms, words }: ReportView): string {
  const known = {
    ...terms.words,
    ...words.types,
    ...words.metricKinds,
    ...words.milestoneStates,
    ...words.relationships,
    ...words.leftReasons,
    ...words.standings,
    ...words.choices,
  };
  return Object.hasOwn(known, choice) ? (known[choice as keyof typeof known] as string) : choice;
}

/** The words that the events of a report's history are told in. */
export function changeTextsOf({ language, terms, historyWords: words }: ReportView): ChangeTexts {
  return { language, terms, words };
}
