import { dayOf } from '../../../core/history/commit.ts';
import type { HistoryEvent } from '../../../core/history/events.ts';
import { describeChange } from '../../change-text.ts';
import { foreign, type Html, html, sentence, text } from '../../escape/html.ts';
import { changeTextsOf, type ReportView } from '../../report-view.ts';
import { day, section } from '../pieces.ts';

/** What was recorded last, out of git, under the commits that recorded it; nothing where git has nothing to tell. */
export function history(view: ReportView): Html | null {
  const { report, words } = view;
  if (report.history.length === 0) return null;
  return section(
    'history',
    words.sections.history,
    html`<ol class="reviews">${byCommit(report.history).map((events) => entry(events, view))}
</ol>`,
  );
}

/** The events in their order, those of one commit together. */
function byCommit(events: readonly HistoryEvent[]): HistoryEvent[][] {
  const groups: HistoryEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0]?.commit?.oid === event.commit?.oid && last !== undefined) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

function entry(events: readonly HistoryEvent[], view: ReportView): Html {
  const commit = events[0]?.commit ?? null;
  const head =
    commit === null
      ? text(view.historyWords.page.pending)
      : html`${day(dayOf(commit), view)} · ${foreign(commit.author)}`;
  return html`
<li><h3>${head}</h3>
<ul class="plain">${events.map((event) => html`<li>${sentence(describeChange(event, changeTextsOf(view)))}</li>`)}</ul></li>`;
}
