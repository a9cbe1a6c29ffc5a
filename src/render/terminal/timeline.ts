import type { Timeline } from '../../core/measurement/timeline.ts';
import { printable, trusted } from '../printable.ts';
import type { Rendered } from '../rendered.ts';
import type { TerminalSettings } from './layout.ts';
import { chartSigns } from './milestone-bar.ts';
import { chartSample, renderChart } from './milestone-chart.ts';
import type { MilestoneView } from './milestone-texts.ts';
import { createPage, type Page } from './page.ts';
import type { Segment } from './styled-line.ts';

/** Who reads the timeline, and where its texts come from. */
interface TimelineView extends MilestoneView {
  readonly settings: TerminalSettings;
}

/** Lays the timeline out for a terminal: how many are on time, then the chart with what its signs mean. */
export function renderTimeline(timeline: Timeline, view: TimelineView): Promise<Rendered> {
  const page = createPage(view.settings);
  page.heading(printable(timeline.name));
  page.paragraph(facts(timeline, view));
  page.blank();
  if (timeline.milestones.length === 0) {
    page.paragraph(trusted(view.words.none));
    page.command(trusted('partner add milestones title="…" owner="…" due=YYYY-MM-DD'));
    return page.render();
  }
  page.drawing(chartSample(timeline, view), (layout) => renderChart(timeline, view, layout));
  if (timeline.milestones.some(({ due, doneOn }) => due !== null || doneOn !== null)) legend(page, view);
  return page.render();
}

function facts({ asOf, onTime, milestones }: Timeline, { terms, words }: TimelineView): Segment[] {
  const overdue = milestones.filter(({ state }) => state === 'overdue').length;
  const { due, rate } = onTime;
  const told = rate === null ? words.nothingDue : words.onTime(onTime.onTime, due, Math.round(rate * 100));
  return [
    { text: trusted(`${terms.status.asOf(terms.date(asOf))} · ${told}`) },
    ...(overdue === 0 ? [] : [{ text: trusted(` · ${words.overdueCount(overdue)}`), style: 'bad' as const }]),
  ];
}

function legend(page: Page, { words }: TimelineView): void {
  const keys = ['due', 'done', 'late', 'early', 'today'] as const;
  const told = keys.map((key) => `${chartSigns[key]} ${words.legend[key]}`).join('   ');
  page.blank();
  page.paragraph([{ text: trusted(told), style: 'muted' }]);
}
