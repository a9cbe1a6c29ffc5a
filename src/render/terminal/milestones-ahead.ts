import type { CalendarDate } from '../../core/calendar-date.ts';
import type { MilestoneStanding } from '../../core/measurement/milestones.ts';
import type { MilestonesAhead } from '../../core/measurement/timeline.ts';
import { printable, trusted } from '../printable.ts';
import { isolated } from './bidi.ts';
import { dueAndOwner, type MilestoneView, milestoneStyles, standingText } from './milestone-texts.ts';
import type { Page } from './page.ts';
import type { Segment } from './styled-line.ts';

// A status is one screen; the timeline shows the rest.
const mostOverdue = 3;

/** Tells which milestones are overdue and which come next. */
export function tellMilestones(
  page: Page,
  { next, overdue }: MilestonesAhead,
  asOf: CalendarDate,
  view: MilestoneView,
): void {
  const { words } = view;
  const lines = (milestones: readonly MilestoneStanding[]) =>
    milestones.map((milestone) => line(milestone, asOf, view));
  page.blank();
  if (overdue.length > 0) {
    page.paragraph([{ text: trusted(`${words.overdue}:`), style: 'bad' }]);
    page.list(lines(overdue.slice(0, mostOverdue)));
    if (overdue.length > mostOverdue) {
      page.paragraph([
        { text: trusted(`${words.more(overdue.length - mostOverdue)} `) },
        { text: trusted('partner timeline'), style: 'accent', ltr: true },
      ]);
    }
  }
  if (next.length === 0) return;
  page.paragraph([{ text: trusted(`${words.next}:`), style: 'strong' }]);
  page.list(lines(next));
}

function line(milestone: MilestoneStanding, asOf: CalendarDate, view: MilestoneView): Segment[] {
  const details = dueAndOwner(milestone, view).map((detail) => isolated(printable(detail)));
  return [
    { text: isolated(printable(milestone.title)) },
    { text: trusted(' – ') },
    { text: trusted(standingText(milestone, asOf, view)), style: milestoneStyles[milestone.state] },
    ...(details.length === 0
      ? []
      : [{ text: trusted(` · ${details.join(' · ')}`), style: 'muted' as const }]),
  ];
}
