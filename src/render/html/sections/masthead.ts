import { foreign, type Html, html, join, text } from '../../escape/html.ts';
import type { ReportView } from '../../report-view.ts';
import { badge, day, type Tone } from '../pieces.ts';

const tones: Readonly<Record<string, readonly [Tone, string]>> = {
  active: ['accent', '●'],
  on_hold: ['attention', '❙❙'],
  institutionalised: ['good', '✓'],
  closed: ['muted', '■'],
};

/** The head of the page: whose report it is, how the partnership stands, and as of when. */
export function masthead(view: ReportView): Html {
  const { report, words, terms } = view;
  const { status } = report;
  const [tone, sign] = tones[status.state] ?? ['muted', '○'];
  const members = report.partners.filter(({ left }) => left === null || left > report.asOf);
  return html`
<header class="masthead">
<p class="kind">${text(words.kind)}</p>
<h1>${foreign(report.name)}</h1>
<p class="members">${join(
    members.map(({ name }) => foreign(name)),
    html` · `,
  )}</p>
<p class="standing">${badge(tone, sign, terms.words[status.state] ?? status.state)}
<span>${text(terms.status.progress(status.progress.passed, status.progress.of))}</span>${
    status.current === null
      ? null
      : html`
<span>${text(terms.status.round(status.current.round))}</span>`
  }</p>
<p class="dated">${asOf(view)}</p>
</header>`;
}

/** The day of the report and the version of the files that it speaks of. */
export function asOf({ report, words, figures }: ReportView): Html {
  const { commit } = report;
  const version =
    commit === null
      ? null
      : html` · ${text(words.commit(''))}<code><bdi>${text(commit.id.slice(0, 10))}</bdi></code>${
          commit.isChanged ? html` ${text(words.changedSince)}` : null
        }`;
  return html`<time datetime="${text(report.asOf)}">${text(words.asOf(figures.date(report.asOf)))}</time>${version}`;
}

/** What the partnership is for, as its first stages say. */
export function purposeFacts(view: ReportView): readonly (readonly [string, Html | null])[] {
  const { report, words } = view;
  const { fields } = words;
  const paragraph = (value: string | null | undefined) =>
    value === null || value === undefined ? null : foreign(value);
  return [
    [fields.challenge, paragraph(report.challenge?.statement)],
    [fields.targetGroup, paragraph(report.challenge?.targetGroup)],
    [fields.vision, paragraph(report.vision)],
    [fields.goals, goals(view)],
    [fields.started, report.started === null ? null : day(report.started, view)],
    [fields.model, foreign(report.model.title)],
  ];
}

function goals({ report }: ReportView): Html | null {
  if (report.goals.length === 0) return null;
  return html`<ul>${report.goals.map(
    ({ text: goal, owner }) =>
      html`<li>${foreign(goal)}${owner === null ? null : html` <span class="aside">(${foreign(owner)})</span>`}</li>`,
  )}</ul>`;
}
