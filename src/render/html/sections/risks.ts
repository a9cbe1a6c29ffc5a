import type { ReportIssue, ReportRisk } from '../../../core/report/risks.ts';
import { foreign, type Html, html } from '../../escape/html.ts';
import { type ReportView, riskLevel } from '../../report-view.ts';
import { badge, day, given, nothing, notRecorded, section, type Tone, table } from '../pieces.ts';

const looks: Readonly<Record<'low' | 'medium' | 'high', readonly [Tone, string]>> = {
  low: ['muted', '▽'],
  medium: ['attention', '◆'],
  high: ['bad', '▲'],
};

/** The risks, the heaviest first. */
export function risks(view: ReportView): Html {
  const { report, words } = view;
  const { risk, weight, response, owner } = words.fields;
  if (report.risks.length === 0) return section('risks', words.sections.risks, nothing(words.noneOf.risks));
  return section(
    'risks',
    words.sections.risks,
    table(
      words.sections.risks,
      [{ title: risk }, { title: weight }, { title: response }, { title: owner }],
      report.risks.map((one) => [
        foreign(one.text),
        weightCell(one, view),
        given(one.response, view),
        given(one.owner, view),
      ]),
    ),
  );
}

function weightCell({ likelihood, impact, weight }: ReportRisk, view: ReportView): Html {
  if (weight === null || likelihood === null || impact === null) return notRecorded(view);
  const level = riskLevel(weight);
  return html`${badge(...looks[level], view.words.riskLevels[level])}<span class="note"><bdi dir="ltr">${likelihood} × ${impact} = ${weight}</bdi></span>`;
}

/** The issues, open ones first. */
export function issues(view: ReportView): Html {
  const { report, words } = view;
  const { issue, due, state, owner } = words.fields;
  if (report.issues.length === 0)
    return section('issues', words.sections.issues, nothing(words.noneOf.issues));
  return section(
    'issues',
    words.sections.issues,
    table(
      words.sections.issues,
      [{ title: issue }, { title: state }, { title: due }, { title: owner }],
      report.issues.map((one) => [
        foreign(one.text),
        issueState(one, view),
        day(one.due, view),
        given(one.owner, view),
      ]),
    ),
  );
}

function issueState({ closedOn, due }: ReportIssue, { report, words, figures }: ReportView): Html {
  if (closedOn !== null) return badge('good', '✓', words.closed(figures.date(closedOn)));
  const isLate = due !== null && due < report.asOf;
  return isLate ? badge('bad', '!', words.milestoneStates.overdue) : badge('accent', '●', words.open);
}
