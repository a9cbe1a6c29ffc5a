import type { CalendarDate } from '../../core/calendar-date.ts';
import type { MilestoneState } from '../../core/measurement/milestones.ts';
import type { StageVisit } from '../../core/portfolio/visits.ts';
import { ganttText } from '../escape/gantt.ts';
import { type Rendered, rendered } from '../rendered.ts';
import type { ReportView } from '../report-view.ts';

const looks: Readonly<Record<MilestoneState, readonly [sign: string, tags: string]>> = {
  done_on_time: ['✓', 'milestone, done'],
  done_late: ['✓', 'milestone, done'],
  done_undated: ['✓', 'milestone, done'],
  overdue: ['!', 'milestone, crit'],
  upcoming: ['○', 'milestone'],
  undated: ['○', 'milestone'],
};

/**
 * The way so far and the milestones as a gantt chart of Mermaid. A milestone stands on the day it was done,
 * else on the day it is due; one without either has no place in a chart and is left out.
 */
export function gantt({ report, words, figures }: ReportView, visits: readonly StageVisit[]): Rendered {
  const { asOf, stages, measurement } = report;
  const way = visits.flatMap(({ stage, from, to, end }) => {
    if (from === null || from > asOf) return [];
    const title = stages.find((one) => one.stage === stage)?.title ?? stage;
    const tags = end === null ? 'active, ' : 'done, ';
    return [task(end === null ? '●' : '✓', title, `${tags}${from}, ${lastDay(from, to ?? asOf)}`)];
  });
  const milestones = measurement.milestones.flatMap(({ title, due, doneOn, state }) => {
    const day = doneOn ?? due;
    const [sign, tags] = looks[state];
    return day === null ? [] : [task(sign, title, `${tags}, ${day}, 0d`)];
  });
  return rendered(
    [
      'gantt',
      `    title ${ganttText(report.name)} · ${words.asOf(figures.date(asOf))}`,
      '    dateFormat YYYY-MM-DD',
      '    axisFormat %m/%Y',
      ...(way.length === 0 ? [] : [`    section ${ganttText(words.sections.stages)}`, ...way]),
      ...(milestones.length === 0
        ? []
        : [`    section ${ganttText(words.sections.milestones)}`, ...milestones]),
      '',
    ].join('\n'),
  );
}

// A sign in front, so that no title is taken for a word of the language.
function task(sign: string, title: string, facts: string): string {
  return `    ${sign} ${ganttText(title)} :${facts}`;
}

// A bar that ends on the day it begins is not drawn.
function lastDay(from: CalendarDate, to: CalendarDate): string {
  return to > from ? to : '1d';
}
