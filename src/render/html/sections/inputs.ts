import { toNumber } from '../../../core/measurement/decimal.ts';
import type { Inputs, PartnerInputs } from '../../../core/measurement/inputs.ts';
import type { InputType } from '../../../core/measurement/records.ts';
import { caveatText } from '../../caveat-texts.ts';
import { foreign, type Html, html, sentence, text } from '../../escape/html.ts';
import type { ReportView } from '../../report-view.ts';
import { type BarPart, stackedBar } from '../charts/bars.ts';
import { figure, nothing, section, table } from '../pieces.ts';

const types: readonly (readonly [InputType, keyof Inputs])[] = [
  ['cash', 'cash'],
  ['time', 'time'],
  ['in_kind', 'inKind'],
  ['management', 'management'],
];

/** What was put in, by type and by partner, drawn and in figures; outside resources stand apart. */
export function inputs(view: ReportView): Html {
  const { report, words, figures } = view;
  const { measurement } = report;
  const total = toNumber(measurement.inputs.total);
  if (total === 0 && measurement.byPartner.every(({ contributions }) => contributions.length === 0)) {
    return section('inputs', words.sections.inputs, nothing(words.noneOf.inputs));
  }
  return section(
    'inputs',
    words.sections.inputs,
    html`<figure class="by-type">
${stackedBar(partsOf(measurement.inputs), total, words.charts.inputsByType)}
<ul class="legend">${measurement.byType.map(
      ({ type, total: amount, share }) => html`
<li><svg class="chart swatch" aria-hidden="true"><rect class="part-of ${text(type)}" width="100%" height="100%"/></svg>
<span>${text(words.types[type])}</span> <strong class="num">${text(figures.money(amount))}</strong> <span class="aside num">${text(share === null ? '' : figures.percent(share))}</span></li>`,
    )}</ul>
</figure>
${byPartner(view)}
${leveraged(view)}
${caveats(view)}`,
  );
}

function partsOf(given: Inputs): BarPart[] {
  return types.map(([className, key]) => ({ className, value: toNumber(given[key]) }));
}

function byPartner(view: ReportView): Html {
  const { report, words, figures } = view;
  const { measurement } = report;
  const most = Math.max(...measurement.byPartner.map((part) => toNumber(part.inputs.total)));
  const amounts = (given: Inputs) => [
    ...types.map(([, key]) => figure(figures.money(given[key]), view)),
    figure(figures.money(given.total), view),
  ];
  const rows = measurement.byPartner.map((part) => {
    const bar = stackedBar(
      partsOf(part.inputs),
      most,
      words.charts.inputsOf(part.name ?? part.partner ?? words.noPartner),
    );
    return [
      partner(part, view),
      html`<span class="with-bar">${bar}</span>`,
      ...amounts(part.inputs),
      figure(part.share === null ? words.notAvailable : figures.percent(part.share), view),
    ];
  });
  const all = [
    html`<strong>${text(words.total)}</strong>`,
    html``,
    ...amounts(measurement.inputs).map((amount) => html`<strong>${amount}</strong>`),
    html``,
  ];
  return table(
    words.sections.inputs,
    [
      { title: words.fields.partner },
      { title: words.charts.inputsByType, className: 'wide chart-only' },
      ...types.map(([type]) => ({ title: words.types[type], align: 'end' as const })),
      { title: words.total, align: 'end', className: 'strong' },
      { title: words.fields.share, align: 'end' },
    ],
    [...rows, all],
  );
}

function partner({ partner: id, name, left }: PartnerInputs, { words, figures }: ReportView): Html {
  const shown = id === null ? text(words.noPartner) : foreign(name ?? id);
  return html`${shown}${left === null ? null : html`<span class="note">${text(words.left(figures.date(left)))}</span>`}`;
}

function leveraged({ report, words, figures }: ReportView): Html | null {
  const { leveraged: amount, hours } = report.measurement.inputs;
  const lines = [
    ...(toNumber(hours) > 0 ? [`${words.types.time}: ${words.figures.hours(figures.number(hours))}`] : []),
    ...(toNumber(amount) > 0 ? [`${words.types.leveraged}: ${figures.money(amount)}`] : []),
  ];
  return lines.length === 0 ? null : html`<p class="aside">${text(lines.join(' · '))}</p>`;
}

/** What a reader must know beside the figures: mixed bases of valuation, what could not be counted. */
function caveats({ report, measures, figures }: ReportView): Html | null {
  const { caveats: all } = report.measurement;
  if (all.length === 0) return null;
  return html`<ul class="caveats">${all.map(
    (caveat) => html`
<li>${sentence(caveatText(caveat, measures, figures))}</li>`,
  )}</ul>`;
}
