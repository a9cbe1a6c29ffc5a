import type { Decimal } from '../../core/measurement/decimal.ts';
import type { Inputs } from '../../core/measurement/inputs.ts';
import type { Ratios } from '../../core/measurement/ratios.ts';
import { caveatText } from '../caveat-texts.ts';
import { inline, type Markdown, markdownTable, plain } from '../escape/markdown.ts';
import { ratioFigure } from '../ratio-forms.ts';
import { metricFigure, partnerName, type ReportView } from '../report-view.ts';
import type { MarkdownPart } from './report.ts';

/** The figures that a board asks for first. */
export function ratios({ report, words, figures }: ReportView): MarkdownPart {
  const { inputs: given, ratios: found, beneficiaries, withoutTime } = report.measurement;
  const said = words.figures;
  const or = (name: keyof Ratios) => ratioFigure(name, found, figures) ?? words.notAvailable;
  const rows: readonly (readonly [string, string])[] = [
    [
      said.total,
      `${figures.money(given.total)} (${said.totalNote(figures.money(given.time), figures.money(withoutTime))})`,
    ],
    [said.reached, beneficiaries === null ? words.notRecorded : figures.number(beneficiaries)],
    [said.costPerPerson, or('costPerBeneficiary')],
    [said.withoutTime('').trim(), or('costPerBeneficiaryWithoutTime')],
    [said.onTime, or('onTimeRate')],
    [said.pledges, or('pledgeFulfilment')],
    [said.leverage, or('leverageRatio')],
    [said.nonCash, or('nonCashShare')],
    [said.management, or('managementShare')],
    [said.balance, or('balance')],
  ];
  return {
    title: words.sections.brief,
    body: [tableOf([words.fields.metric, words.fields.actual], rows)],
  };
}

/** Every metric against its target. */
export function measures(view: ReportView): MarkdownPart {
  const { report, words, figures } = view;
  const { metric, baseline, target, actual, attainment, source } = words.fields;
  const title = words.sections.metrics;
  if (report.measurement.metrics.length === 0) return { title, body: [plain(words.noneOf.metrics)] };
  const rows = report.measurement.metrics.map((one) => {
    const shown = (value: Decimal | null) =>
      value === null ? words.notRecorded : metricFigure(one, value, view);
    const { name, unit } = one.data;
    return [
      unit === undefined ? name : `${name} (${unit})`,
      shown(one.baseline),
      shown(one.target),
      shown(one.actual),
      one.attainment === null
        ? words.gaps[one.attainmentGap ?? 'no_actual']
        : figures.percent(one.attainment),
      one.last === null
        ? words.notRecorded
        : `${one.last.source ?? words.notRecorded}, ${figures.date(one.last.on)}`,
    ];
  });
  return { title, body: [tableOf([metric, baseline, target, actual, attainment, source], rows)] };
}

/** What was put in, by partner and type. */
export function inputs({ report, words, measures, figures }: ReportView): MarkdownPart {
  const { measurement } = report;
  const { cash, time, in_kind, management, leveraged } = words.types;
  const amounts = (given: Inputs) =>
    [given.cash, given.time, given.inKind, given.management, given.total].map(figures.money);
  const rows = measurement.byPartner.map(({ name, partner, inputs: given, share }) => [
    name ?? partner ?? words.noPartner,
    ...amounts(given),
    share === null ? words.notAvailable : figures.percent(share),
  ]);
  const titles = [words.fields.partner, cash, time, in_kind, management, words.total, words.fields.share];
  return {
    title: words.sections.inputs,
    body: [
      tableOf(titles, [...rows, [words.total, ...amounts(measurement.inputs), '']]),
      plain(`${leveraged}: ${figures.money(measurement.inputs.leveraged)}`),
      ...measurement.caveats.map((caveat) => plain(withoutIsolates(caveatText(caveat, measures, figures)))),
    ],
  };
}

/** The milestones in the order of the plan. */
export function milestones({ report, words, terms, figures }: ReportView): MarkdownPart {
  const { milestone, due, doneOn, state, owner } = words.fields;
  const title = words.sections.milestones;
  if (report.measurement.milestones.length === 0) return { title, body: [plain(words.noneOf.milestones)] };
  const rows = report.measurement.milestones.map((one) => [
    one.title,
    one.due === null ? words.notRecorded : figures.date(one.due),
    one.doneOn === null ? '–' : figures.date(one.doneOn),
    [
      words.milestoneStates[one.state],
      ...(one.lateDays === null ? [] : [terms.status.overdue(one.lateDays)]),
    ].join(', '),
    one.owner ?? words.notRecorded,
  ]);
  return { title, body: [tableOf([milestone, due, doneOn, state, owner], rows)] };
}

/** What is needed against what is pledged. */
export function resources(view: ReportView): MarkdownPart {
  const { report, words, figures } = view;
  const { need, value, cover, pledges } = words.fields;
  const { needs } = report.measurement.resourceMap;
  const title = words.sections.resources;
  if (needs.length === 0) return { title, body: [plain(words.noneOf.needs)] };
  const rows = needs.map((one) => [
    one.data.critical === true ? `${one.data.item} (${words.critical})` : one.data.item,
    one.value === null ? words.notRecorded : figures.money(one.value),
    words.needStates[one.state],
    one.pledges
      .map(({ data, amount, standing }) =>
        [
          partnerName(view, data.partner),
          ...(amount === null ? [] : [figures.money(amount)]),
          words.standings[standing],
        ].join(', '),
      )
      .join('; ') || '–',
  ]);
  return { title, body: [tableOf([need, value, cover, pledges], rows)] };
}

/** A table of texts, each escaped. */
export function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(
    titles.map(inline),
    rows.map((row): Markdown[] => row.map(inline)),
  );
}

function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
