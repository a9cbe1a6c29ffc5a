import type { Decimal } from '../../../core/measurement/decimal.ts';
import { decimal, toNumber } from '../../../core/measurement/decimal.ts';
import type { PartnerInputs, TypeInputs } from '../../../core/measurement/inputs.ts';
import type { Measurement } from '../../../core/measurement/measurement.ts';
import { trusted } from '../../printable.ts';
import { isolated } from '../bidi.ts';
import type { Page } from '../page.ts';
import type { Cell, Column } from '../table-content.ts';
import { bar, signs } from './bars.ts';
import { cell, foreign, type MeasurementView, section } from './view.ts';

const barWidth = 20;

/** The inputs by type with their total, and beside it what the total leaves out. */
export function showInputs(page: Page, measurement: Measurement, view: MeasurementView): void {
  const { inputs, words } = { inputs: measurement.inputs, words: view.words.inputs };
  section(page, words.title);
  page.table({
    columns: shareColumns(words.columns.type, view),
    rows: [
      ...measurement.byType.map((type) => typeRow(type, view)),
      [cell(words.total, 'strong'), money(inputs.total, view, 'strong'), ...noShare],
      [cell(words.withoutTime, 'muted'), money(measurement.withoutTime, view, 'muted'), ...noShare],
      [cell(words.leveraged, 'muted'), money(inputs.leveraged, view, 'muted'), ...noShare],
    ],
  });
}

const noShare = [cell(''), cell('')];

function typeRow({ type, total, share, hours }: TypeInputs, view: MeasurementView): Cell[] {
  const { inputs: words } = view.words;
  const worked = hours.eq(0) ? '' : ` · ${words.hours(isolated(trusted(view.figures.number(hours))))}`;
  return [cell(words.types[type] + worked), money(total, view), ...shareCells(share, view)];
}

/** The inputs by partner, each with its share of the total. */
export function showPartners(page: Page, { byPartner }: Measurement, view: MeasurementView): void {
  const { inputs: words } = view.words;
  if (byPartner.length === 0) return;
  const hasLeavers = byPartner.some(({ left }) => left !== null);
  section(page, words.byPartner);
  page.table({
    columns: [
      ...shareColumns(words.columns.partner, view),
      ...(hasLeavers ? [{ header: trusted(words.columns.membership), droppable: 1 }] : []),
    ],
    rows: byPartner.map((part) => [
      partnerCell(part, view),
      money(part.inputs.total, view),
      ...shareCells(part.share, view),
      ...(hasLeavers ? [membershipCell(part, view)] : []),
    ]),
  });
}

/** The cell that names a partner, or says that none is named. */
export function partnerCell({ partner, name }: PartnerInputs, view: MeasurementView): Cell {
  if (partner === null) return cell(view.words.inputs.noPartner, 'attention');
  return name === null ? foreign(partner, 'attention') : foreign(name);
}

function membershipCell({ left }: PartnerInputs, { words, figures }: MeasurementView): Cell {
  return left === null ? cell('') : foreign(words.inputs.left(figures.date(left)), 'muted');
}

function shareColumns(named: string, { words }: MeasurementView): Column[] {
  const { amount, share } = words.inputs.columns;
  return [
    { header: trusted(named), flexible: true, minWidth: 18 },
    { header: trusted(amount), align: 'number' },
    { header: trusted(share), align: 'number' },
    { header: trusted(''), droppable: 2 },
  ];
}

/** A share as a percentage and as a bar. */
export function shareCells(share: Decimal | null, { figures, language }: MeasurementView): Cell[] {
  if (share === null) return [cell(figures.missing, 'muted'), cell('')];
  const drawn = bar([{ fraction: toNumber(share), sign: signs.full }], barWidth, '', language);
  return [cell(figures.percent(share)), cell(share.eq(0) ? '' : drawn, 'accent')];
}

/** An amount; one of nothing is not worth a glance. */
export function money(value: Decimal, { figures }: MeasurementView, style?: Cell['style']): Cell {
  return cell(figures.money(value), value.eq(decimal(0)) && style === undefined ? 'muted' : style);
}
