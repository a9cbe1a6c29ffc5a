import { directionOf } from '../core/language.ts';
import type { Decimal } from '../core/measurement/decimal.ts';
import { isShare, type MetricFigures } from '../core/measurement/metrics.ts';
import type { Report } from '../core/report.ts';
import type { Language } from '../core/schema/partnership.ts';
import { type Figures, figuresIn } from './figures.ts';
import { type HistoryWords, loadHistoryWords } from './messages/history.ts';
import { loadMeasurementWords, type MeasurementWords } from './messages/measurement.ts';
import { loadReportWords, type ReportWords } from './messages/report.ts';
import { loadTerms, type Terms } from './messages/terms.ts';
import { loadProblemTexts, type ProblemTexts } from './problem-texts.ts';
import type { ChangeTexts } from './value-text.ts';

/** A report with the words and formats of the language that it is read in: what every form renders. */
export interface ReportView {
  readonly report: Report;
  readonly language: Language;
  /** The tag of the language that the model's texts, and labels that it declares, are in. */
  readonly textLanguage: string;
  /** How the page is laid out: as the model's texts are written. */
  readonly direction: 'ltr' | 'rtl';
  readonly words: ReportWords;
  readonly measures: MeasurementWords;
  readonly terms: Terms;
  readonly historyWords: HistoryWords;
  readonly figures: Figures;
  /** What the format lets people choose, in words. */
  readonly choices: ReadonlyMap<string, string>;
  readonly problemTexts: ProblemTexts;
}

/** Gets a report ready to be rendered in a language, with the model's own texts in one that may be another. */
export async function viewOf(
  report: Report,
  language: Language,
  textLanguage: string = language,
): Promise<ReportView> {
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
    textLanguage,
    direction: directionOf(textLanguage),
    words,
    measures,
    terms,
    historyWords,
    figures: figuresIn(language, report.measurement.currency),
    choices: choicesIn(terms, words),
    problemTexts,
  };
}

/** A metric's figure as it is printed: a pooled share as a percentage, all else as a number. */
export function metricFigure({ data }: MetricFigures, value: Decimal, { figures }: ReportView): string {
  return isShare(data) ? figures.percent(value) : figures.number(value);
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
export function choiceWord(choice: string, { choices }: ReportView): string {
  return choices.get(choice) ?? choice;
}

function choicesIn(terms: Terms, words: ReportWords): ReadonlyMap<string, string> {
  const { types, metricKinds, milestoneStates, relationships, leftReasons, standings, choices } = words;
  return new Map(
    [
      terms.words,
      types,
      metricKinds,
      milestoneStates,
      relationships,
      leftReasons,
      standings,
      choices,
    ].flatMap((known) => Object.entries(known)),
  );
}

/** A yes or no in a word. */
export function flagWord(value: boolean, { historyWords: { changes } }: ReportView): string {
  return value ? changes.yes : changes.no;
}

/** The version of the files that a report speaks of, in words; null where git has none. */
export function commitText({ report: { commit }, words }: ReportView): string | null {
  if (commit === null) return null;
  return `${words.commit(commit.id.slice(0, 10))}${commit.isChanged ? ` ${words.changedSince}` : ''}`;
}

/** As of which day and version a report is. */
export function datedText(view: ReportView): string {
  const { report, words, figures } = view;
  const version = commitText(view);
  return [words.asOf(figures.date(report.asOf)), ...(version === null ? [] : [version])].join(' · ');
}

/** The words that the events of a report's history are told in. */
export function changeTextsOf(view: ReportView): ChangeTexts {
  const { language, textLanguage, terms, historyWords: words, report } = view;
  const { sections, names } = report;
  return { language, textLanguage, sections, names, terms, words };
}
