import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership } from '../core/partnership.ts';
import { type Figure, figureText, isRefusal, readFigure } from '../core/recording/figure.ts';
import {
  figureOf,
  metricsOf,
  type Observation,
  observationFrom,
  observationsOf,
  unfitDay,
  unfitFigure,
} from '../core/recording/observation.ts';
import { type MissingMetric, missingMetrics, reportingPeriod } from '../core/recording/period.ts';
import { planObservations } from '../core/recording/plan.ts';
import { type Invocation, loadOptions } from '../invocation.ts';
import { type AskedMetric, loadRecordingWords, type RecordingWords } from '../render/messages/recording.ts';
import { loadTerms, type Terms } from '../render/messages/terms.ts';
import { printable, trusted } from '../render/printable.ts';
import { describeProblem, loadProblemTexts, type ProblemTexts } from '../render/problem-texts.ts';
import { loadPartnership } from '../store/load-partnership.ts';
import { type Dialogue, openDialogue } from './dialogue.ts';
import { orRefuse, particularsOf, recordPlanned } from './recording.ts';

interface Wizard {
  readonly dialogue: Dialogue;
  readonly words: RecordingWords;
  readonly terms: Terms;
  readonly texts: ProblemTexts;
}

/**
 * Asks for a value of every metric that has none in the reporting period of the day, then once for
 * their source, and records them on a yes. Enter skips a metric.
 */
export async function askAndRecord(
  invocation: Invocation,
  root: string,
  options: CommandOptions,
): Promise<number> {
  const { partnership } = await loadPartnership(root, loadOptions(invocation));
  const on = (options.on as string | undefined) ?? invocation.today;
  if (metricsOf(partnership).length === 0) throw new PartnerError('no-metrics');
  const unfit = unfitDay(on, invocation.today);
  if (unfit !== undefined) throw new PartnerError(unfit.code, unfit.params);
  const wizard = await openWizard(invocation, partnership);
  const observations = await ask(wizard, partnership, on, options);
  if (observations.length === 0) return 0;
  await wizard.dialogue.confirmOrCancel(wizard.words.record(observations.length));
  return recordPlanned(
    invocation,
    root,
    options.dryRun === true,
    (now) => orRefuse(planObservations(observations, observationsOf(now))),
    true,
  );
}

async function openWizard(invocation: Invocation, { language: own }: Partnership): Promise<Wizard> {
  const dialogue = await openDialogue(invocation, own);
  const { language } = dialogue;
  const [words, terms, texts] = await Promise.all([
    loadRecordingWords(language),
    loadTerms(language),
    loadProblemTexts(language),
  ]);
  return { dialogue, words, terms, texts };
}

/** The observations of one session; none where there was nothing to ask or nothing was answered. */
async function ask(
  wizard: Wizard,
  partnership: Partnership,
  on: string,
  options: CommandOptions,
): Promise<Observation[]> {
  const { dialogue, words, terms } = wizard;
  const period = reportingPeriod(partnership, on);
  const days = words.days(terms.date(period.from), terms.date(period.to));
  const missing = missingMetrics(partnership, period);
  const isAnyMissing = missing.length > 0;
  const intro = isAnyMissing ? words.wizard.intro(days, terms.date(on)) : words.wizard.allSeen(days);
  await dialogue.say((page) => page.paragraph(trusted(intro)));
  const answers: { readonly metric: string; readonly figure: Figure }[] = [];
  for (const one of missing) {
    const figure = readFigure(await askFigure(wizard, one));
    if (!isRefusal(figure)) answers.push({ metric: one.metric.id, figure });
  }
  if (answers.length === 0) {
    if (isAnyMissing) await dialogue.say((page) => page.paragraph(trusted(words.wizard.nothing)));
    return [];
  }
  const given = particularsOf(options);
  const source = given.source ?? (await dialogue.text(words.wizard.source)).trim();
  const particulars = source === '' ? given : { ...given, source };
  const observations = answers.map(({ metric, figure }) => observationFrom(metric, on, figure, particulars));
  await preview(wizard, observations);
  return observations;
}

function askFigure(
  { dialogue, words, terms, texts }: Wizard,
  { metric, last }: MissingMetric,
): Promise<string> {
  return dialogue.text(words.wizard.value(askedMetric(metric, last, terms)), {
    check: (answer) => {
      const figure = readFigure(answer);
      const refusal = isRefusal(figure) ? figure : unfitFigure(metric, figure);
      if (refusal === undefined) return true;
      const { message, hint } = describeProblem(refusal, texts);
      return hint === undefined ? message : `${message}; ${hint}`;
    },
  });
}

function askedMetric(
  { name, unit, target, aggregate }: MissingMetric['metric'],
  last: Observation | undefined,
  { date }: Terms,
): AskedMetric {
  const figure = last === undefined ? undefined : figureOf(last);
  return {
    name,
    unit,
    target: target === undefined ? undefined : String(target),
    last:
      last === undefined || figure === undefined
        ? undefined
        : { figure: figureText(figure), day: date(last.on) },
    isShare: aggregate === 'pooled',
  };
}

async function preview({ dialogue, words }: Wizard, observations: readonly Observation[]): Promise<void> {
  await dialogue.say((page) => {
    page.paragraph(trusted(words.wizard.preview));
    page.list(
      observations.map((observation) => {
        const figure = figureOf(observation);
        const { metric, source } = observation;
        const amount = figure === undefined ? '' : figureText(figure);
        return printable(`${metric}: ${amount}${source === undefined ? '' : ` (${source})`}`);
      }),
    );
  });
}
