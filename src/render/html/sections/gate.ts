import { daysBetween } from '../../../core/calendar-date.ts';
import type { GateMissing } from '../../../core/gate.ts';
import type { ReportStage } from '../../../core/report/stages.ts';
import { foreign, type Html, html, join, text } from '../../escape/html.ts';
import { missingReason } from '../../gate-texts.ts';
import type { ReportView } from '../../report-view.ts';
import { day, section } from '../pieces.ts';

/** Whether the current stage may be passed, what is missing, and what the partners have to decide. */
export function gate(view: ReportView): Html {
  const { report, words, terms } = view;
  const { status } = report;
  const current = report.stages.find(({ number }) => number === status.current?.number);
  if (current === undefined) {
    const ended = terms.status.ended(terms.words[status.state] ?? status.state);
    return section('gate', words.sections.gate, html`<p>${text(ended)}</p>${conditions(view)}`);
  }
  const { open, missing } = status.gate;
  const verdict = open ? words.gate.open : words.gate.shut(missing.length);
  return section(
    'gate',
    words.sections.gate,
    html`<div class="${text(open ? 'gate open' : 'gate shut')}">
<p class="verdict"><span class="lamp" aria-hidden="true">${text(open ? '✓' : '✕')}</span> <strong>${text(verdict)}</strong></p>
<p class="at">${foreign(`${current.number}. ${current.title}`)}${
      current.due === null ? null : html` · ${text(words.fields.due)}: ${dueDay(current, view)}`
    }</p>
${
  open
    ? html`<p>${text(words.gate.nothingMissing)}</p>`
    : html`<h3>${text(words.gate.missing)}</h3>
<ul>${missing.map(
        (one) => html`
<li>${missingLine(one, current, view)}</li>`,
      )}</ul>`
}
${nextReview(view)}
</div>${conditions(view)}`,
  );
}

function dueDay({ due, overdueDays }: ReportStage, view: ReportView): Html {
  const late =
    overdueDays === null
      ? null
      : html` <span class="late">(${text(view.terms.status.overdue(overdueDays))})</span>`;
  return html`${day(due, view)}${late}`;
}

function missingLine(missing: GateMissing, stage: ReportStage, { terms }: ReportView): Html {
  const line = stage.items.find(({ id }) => id === missing.item);
  const reason = text(missingReason(missing, terms));
  if (line === undefined) return reason;
  const expected =
    line.expected === null
      ? null
      : html`<span class="aside">; ${foreign(terms.status.expects(line.expected))}</span>`;
  return html`${foreign(line.text)} – ${reason}${expected}`;
}

function nextReview(view: ReportView): Html {
  const { report, words, terms } = view;
  const { nextReview: date } = report.status;
  if (date === null)
    return html`<p>${text(words.gate.nextReview)}: <span class="none">${text(words.gate.noNextReview)}</span></p>`;
  return html`<p>${text(terms.status.nextReview(terms.date(date), daysBetween(report.asOf, date)))}</p>`;
}

function conditions(view: ReportView): Html | null {
  const { report, words } = view;
  if (report.status.conditions.length === 0) return null;
  return html`
<div class="conditions"><h3>${text(words.gate.conditions)}</h3>
<ul>${report.status.conditions.map(
    ({ text: condition, owner, due }) => html`
<li>${join([foreign(condition), ...(owner === null ? [] : [foreign(owner)]), ...(due === null ? [] : [day(due, view)])], html` · `)}</li>`,
  )}</ul></div>`;
}
