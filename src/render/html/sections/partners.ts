import type { HealthPart } from '../../../core/measurement/health.ts';
import type { ReportPartner } from '../../../core/report/partners.ts';
import { foreign, type Html, html, join, text } from '../../escape/html.ts';
import { partnerName, type ReportView } from '../../report-view.ts';
import { figure, nothing, notRecorded, section, table } from '../pieces.ts';

/** The partners, each in a card of the same size; those who have left are told apart by words. */
export function partners(view: ReportView): Html {
  const { report, words } = view;
  return section(
    'partners',
    words.sections.partners,
    html`<ul class="cards">${report.partners.map((partner) => card(partner, view))}
</ul>`,
  );
}

function card(partner: ReportPartner, view: ReportView): Html {
  const { report, words, terms, figures } = view;
  const { name, sector, relationship, joined, left, leftReason, representatives } = partner;
  const kinds = [
    terms.words[sector] ?? sector,
    ...(relationship === null ? [] : [words.relationships[relationship] ?? relationship]),
  ];
  const hasLeft = left !== null && left <= report.asOf;
  const reason = leftReason === null ? '' : `, ${words.leftReasons[leftReason] ?? leftReason}`;
  return html`
<li><h3>${foreign(name)}</h3>
<p>${text(kinds.join(' · '))}</p>
<p>${joined === null ? notRecorded(view) : text(words.since(figures.date(joined)))}${
    hasLeft ? html`; ${text(words.left(figures.date(left)) + reason)}` : null
  }</p>
<p class="aside">${text(words.fields.representatives)}: ${
    representatives.length === 0 ? notRecorded(view) : join(representatives.map(foreign), html`, `)
  }</p></li>`;
}

/** The latest round of the health check, by dimension and by partner. */
export function health(view: ReportView): Html {
  const { report, words, figures } = view;
  const { round, byDimension, byPartner, missing, overall } = report.measurement.health;
  if (round === null || overall === null)
    return section('health', words.sections.health, nothing(words.noneOf.health));
  const row = (part: HealthPart, shown: string) => [
    foreign(shown),
    figure(figures.number(part.mean), view),
    figure(figures.number(part.minimum), view),
    figure(String(part.answers.length), view),
  ];
  const columns = (first: string) => [
    { title: first },
    { title: words.fields.mean, align: 'end' as const },
    { title: words.fields.minimum, align: 'end' as const },
    { title: words.fields.answers, align: 'end' as const },
  ];
  return section(
    'health',
    words.sections.health,
    html`<p>${text(`${figures.date(round.from)}${round.to === round.from ? '' : ` – ${figures.date(round.to)}`}`)} · ${text(words.fields.mean)}: <strong class="num">${text(figures.number(overall.mean))}</strong></p>
<div class="pair">${table(
      words.fields.dimension,
      columns(words.fields.dimension),
      byDimension.map((part) => row(part, part.name)),
    )}
${table(
  words.fields.partner,
  columns(words.fields.partner),
  byPartner.map((part) => row(part, partnerName(view, part.name))),
)}</div>
${
  missing.length === 0
    ? null
    : html`<p class="aside">${text(words.notRecorded)}: ${join(
        missing.map((id) => foreign(partnerName(view, id))),
        html`, `,
      )}</p>`
}`,
  );
}
