import type { MilestoneStanding, MilestoneState } from '../../../core/measurement/milestones.ts';
import { foreign, type Html, html, text } from '../../escape/html.ts';
import type { ReportView } from '../../report-view.ts';
import { doneMark, dueMark, milestoneMark, type TimeSpan, timeSpan } from '../charts/timeline.ts';
import { badge, day, given, nothing, section, type Tone, table } from '../pieces.ts';

const looks: Readonly<Record<MilestoneState, readonly [Tone, string]>> = {
  done_on_time: ['good', '✓'],
  done_late: ['attention', '✓'],
  overdue: ['bad', '!'],
  upcoming: ['muted', '○'],
  done_undated: ['good', '✓'],
  undated: ['muted', '?'],
};

/** The milestones on one scale of time: due, done, and how late. */
export function milestones(view: ReportView): Html {
  const { report, words } = view;
  const all = [...report.measurement.milestones].sort(byDue);
  if (all.length === 0)
    return section('milestones', words.sections.milestones, nothing(words.noneOf.milestones));
  const span = timeSpan(all, report.asOf);
  const { fields } = words;
  return section(
    'milestones',
    words.sections.milestones,
    html`${span === undefined ? null : keys(span, view)}
${table(
  words.sections.milestones,
  [
    { title: fields.milestone },
    { title: fields.schedule, className: 'time' },
    { title: fields.due },
    { title: fields.doneOn },
    { title: fields.state },
    { title: fields.owner },
  ],
  all.map((one) => [
    foreign(one.title),
    span === undefined ? html`` : mark(one, span, view),
    day(one.due, view),
    one.doneOn === null ? html`–` : day(one.doneOn, view),
    state(one, view),
    given(one.owner, view),
  ]),
)}`,
  );
}

function byDue(a: MilestoneStanding, b: MilestoneStanding): number {
  const [left, right] = [a.due ?? a.doneOn ?? '9999', b.due ?? b.doneOn ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
}

function mark(one: MilestoneStanding, span: TimeSpan, view: ReportView): Html {
  const { words, report } = view;
  const title = words.charts.milestone(one.title, words.milestoneStates[one.state]);
  return milestoneMark(one, span, report.asOf, title);
}

/** What the marks mean, and which first days of months, quarters or years the thin lines stand at. */
function keys(span: TimeSpan, { report, words, figures }: ReportView): Html {
  const key = (sign: Html) => html`<svg class="chart swatch" aria-hidden="true">${sign}</svg>`;
  const ticks = span.ticks.map((tick) => figures.date(tick));
  return html`<ul class="legend keys">
<li>${key(dueMark(50))} ${text(words.fields.due)}</li>
<li>${key(doneMark(50))} ${text(words.fields.doneOn)}</li>
<li>${key(html`<line class="today" x1="50%" x2="50%" y1="0" y2="100%"/>`)} ${text(words.charts.today)}, <span class="num">${text(figures.date(report.asOf))}</span></li>
${ticks.length < 2 ? null : html`<li>${key(html`<line class="grid" x1="50%" x2="50%" y1="0" y2="100%"/>`)} ${ticks.map((tick, index) => html`${text(index === 0 ? '' : ' · ')}<span class="num">${text(tick)}</span>`)}</li>`}
</ul>`;
}

function state({ state: standing, lateDays }: MilestoneStanding, { words, terms }: ReportView): Html {
  const [tone, sign] = looks[standing];
  return html`${badge(tone, sign, words.milestoneStates[standing])}${
    lateDays === null ? null : html`<span class="note">${text(terms.status.overdue(lateDays))}</span>`
  }`;
}
