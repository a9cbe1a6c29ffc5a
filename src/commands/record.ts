import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Partnership } from '../core/partnership.ts';
import type { Bilingual } from '../core/problem.ts';
import { readFigure } from '../core/recording/figure.ts';
import { metricsOf, observationsOf, readObservation } from '../core/recording/observation.ts';
import { planObservations, type RecordingPlan } from '../core/recording/plan.ts';
import type { Invocation } from '../invocation.ts';
import { requireRoot } from '../store/discover.ts';
import { needsAnswer } from './changing.ts';
import { orRefuse, particularsOf, recordPlanned } from './recording.ts';

/**
 * `partner record`: one observation; with `--from` a table of them; on a terminal, with neither, the
 * metrics that have no value yet in this period are asked for.
 */
export async function record(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const [metric, figure] = args as [string | undefined, string | undefined];
  if (options.from !== undefined) {
    if (metric !== undefined) throw usage(tableAndMetric);
    const { recordTable } = await import('./record-table.ts');
    return recordTable(invocation, options);
  }
  const root = requireRoot(invocation.folder);
  if (metric === undefined) {
    if (!invocation.canAsk)
      throw needsAnswer('what was observed', 'מה נמדד', 'partner record METRIC VALUE, or --from FILE.csv');
    const { askAndRecord } = await import('./ask-observations.ts');
    return askAndRecord(invocation, root, options);
  }
  if (figure === undefined) throw usage(noFigure(metric));
  return recordPlanned(invocation, root, options.dryRun === true, (partnership) =>
    planGiven(invocation, partnership, metric, figure, options),
  );
}

function planGiven(
  { today }: Invocation,
  partnership: Partnership,
  metric: string,
  figure: string,
  options: CommandOptions,
): RecordingPlan {
  const given = { metric, on: (options.on as string | undefined) ?? today, figure: readFigure(figure) };
  const observation = orRefuse(readObservation(metricsOf(partnership), given, particularsOf(options), today));
  return orRefuse(planObservations([observation], observationsOf(partnership)));
}

function usage(problem: Bilingual): PartnerError {
  return new PartnerError('usage', { problem, command: 'record' });
}

const tableAndMetric: Bilingual = {
  en: 'a metric and --from together: give the one observation or the table',
  he: 'ניתנו גם מדד וגם --from: יש לתת תצפית אחת או טבלה',
};

const noFigure = (metric: string): Bilingual => ({
  en: `${metric}: how much? Write VALUE, such as 120, or NUM/DEN, such as 42/60`,
  he: `${metric}: כמה? יש לכתוב ערך, כמו 120, או מונה/מכנה, כמו 42/60`,
});
