import { type Decimal, toNumber } from '../../../core/measurement/decimal.ts';
import type { PartnerPledges } from '../../../core/measurement/pledges.ts';
import type { Cover, NeedCover, NeedState, ResourceMap } from '../../../core/measurement/resource-map.ts';
import { trusted } from '../../printable.ts';
import type { Page } from '../page.ts';
import type { Cell, Column } from '../table-content.ts';
import type { StyleName } from '../theme.ts';
import { bar, signs } from './bars.ts';
import { money } from './inputs.ts';
import { cell, foreign, type MeasurementView, section } from './view.ts';

const barWidth = 16;

const stateStyles: Readonly<Record<NeedState, StyleName>> = {
  covered: 'good',
  promised: 'attention',
  idea: 'attention',
  partly: 'attention',
  uncovered: 'bad',
};

/** The resource map: each need, how surely it is covered, and what each partner pledged and gave. */
export function showResources(page: Page, map: ResourceMap, view: MeasurementView): void {
  const { resources: words } = view.words;
  if (map.needs.length === 0 && map.partners.length === 0) return;
  section(page, words.title);
  if (map.needs.length > 0) showNeeds(page, map, view);
  if (map.partners.length > 0) showPledges(page, map, view);
  if (map.needs.length > 0 && map.unassigned.length > 0) {
    page.paragraph([{ text: trusted(words.unassigned(map.unassigned.length)), style: 'muted' }]);
  }
}

function showNeeds(page: Page, map: ResourceMap, view: MeasurementView): void {
  const { columns, total } = view.words.resources;
  const amount = (header: string): Column => ({ header: trusted(header), align: 'number', droppable: 1 });
  page.table({
    columns: [
      { header: trusted(columns.need), flexible: true, minWidth: 14 },
      { header: trusted(columns.value), align: 'number' },
      { header: trusted(columns.cover), droppable: 2 },
      amount(columns.covered),
      amount(columns.promised),
      amount(columns.idea),
      amount(columns.uncovered),
      { header: trusted(columns.state) },
    ],
    rows: [
      ...map.needs.map((need) => needRow(need, view)),
      ...(map.needs.length < 2
        ? []
        : [
            [
              cell(total, 'strong'),
              money(map.needed, view, 'strong'),
              ...coverCells(map.cover, map.needed, view),
              cell(''),
            ],
          ]),
    ],
  });
  const { covered, promised, idea, uncovered } = columns;
  const legend = `${signs.full} ${covered}  ${signs.firm} ${promised}  ${signs.faint} ${idea}  ${signs.none} ${uncovered}`;
  page.paragraph([{ text: trusted(legend), style: 'muted' }]);
}

function needRow({ data, value, cover, state }: NeedCover, view: MeasurementView): Cell[] {
  const { states, critical } = view.words.resources;
  const isUrgent = data.critical === true && state !== 'covered';
  const style = isUrgent ? 'bad' : stateStyles[state];
  return [
    foreign(data.item),
    value === null ? cell('') : money(value, view),
    ...(cover === null || value === null ? noCover : coverCells(cover, value, view, style)),
    cell(isUrgent ? `${states[state]} · ${critical}` : states[state], style),
  ];
}

const noCover = Array.from({ length: 5 }, () => cell(''));

function coverCells(cover: Cover, whole: Decimal, view: MeasurementView, style?: StyleName): Cell[] {
  const { covered, promised, idea, uncovered } = cover;
  const part = (value: Decimal) => (whole.eq(0) ? 0 : toNumber(value) / toNumber(whole));
  const drawn = bar(
    [
      { fraction: part(covered), sign: signs.full },
      { fraction: part(promised), sign: signs.firm },
      { fraction: part(idea), sign: signs.faint },
    ],
    barWidth,
    signs.none,
    view.language,
  );
  return [cell(drawn, style), ...[covered, promised, idea, uncovered].map((value) => money(value, view))];
}

function showPledges(page: Page, map: ResourceMap, view: MeasurementView): void {
  const { columns, pledges } = view.words.resources;
  const amount = (header: string, droppable?: number): Column => ({
    header: trusted(header),
    align: 'number',
    ...(droppable === undefined ? {} : { droppable }),
  });
  page.blank();
  page.table({
    columns: [
      { header: trusted(pledges), flexible: true, minWidth: 14 },
      amount(columns.received),
      amount(columns.signed),
      amount(columns.promised, 3),
      amount(columns.idea, 2),
      ...(map.partners.some(({ left }) => left !== null) ? [amount(columns.lost, 1)] : []),
      amount(columns.fulfilment),
    ],
    rows: map.partners.map((partner) => pledgeRow(partner, map, view)),
  });
}

function pledgeRow(
  { partner, name, sums, fulfilment }: PartnerPledges,
  map: ResourceMap,
  view: MeasurementView,
): Cell[] {
  const { received, signed, promised, idea, lost } = sums;
  return [
    name === null ? foreign(partner, 'attention') : foreign(name),
    ...[received, signed, promised, idea].map((value) => money(value, view)),
    ...(map.partners.some(({ left }) => left !== null)
      ? [money(lost, view, lost.eq(0) ? undefined : 'bad')]
      : []),
    cell(view.figures.percent(fulfilment), fulfilment === null ? 'muted' : undefined),
  ];
}
