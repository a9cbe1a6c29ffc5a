import type { HealthCheck, HealthPart } from '../../../core/measurement/health.ts';
import type { Spread } from '../../../core/measurement/rounds.ts';
import { type Printable, printable, trusted } from '../../printable.ts';
import { isolated } from '../bidi.ts';
import type { Page } from '../page.ts';
import type { Cell, Column } from '../table-content.ts';
import { cell, type MeasurementView, partnerName, section } from './view.ts';

// From 1 to 5: at 2 or below somebody is unhappy enough to be asked about it, at 3 points apart the
// partners do not see the same partnership.
const worrying = 2;
const farApart = 3;

/** The latest round of the health check by dimension and by partner, and who has not answered. */
export function showHealth(page: Page, health: HealthCheck, view: MeasurementView): void {
  const { health: words } = view.words;
  const { round, overall } = health;
  if (round === null || overall === null) return;
  section(page, words.title(view.figures.date(round.from), view.figures.date(round.to)));
  const answers = health.byPartner.reduce((count, part) => count + part.answers.length, 0);
  page.table({
    columns: columns(words.columns.dimension, view),
    rows: [
      ...health.byDimension.map((part) => row(printable(part.name), part, part.answers.length, view)),
      ...(health.byDimension.length < 2 ? [] : [row(trusted(words.overall), overall, answers, view)]),
    ],
  });
  page.blank();
  page.table({
    columns: columns(words.columns.partner, view),
    rows: health.byPartner.map((part: HealthPart) =>
      row(partnerName(view, part.name), part, part.answers.length, view),
    ),
  });
  if (health.missing.length === 0) return;
  const names = health.missing.map((id) => isolated(partnerName(view, id))).join(', ');
  page.paragraph([{ text: trusted(words.missing(names)), style: 'attention' }]);
}

function columns(named: string, { words }: MeasurementView): Column[] {
  const { mean, minimum, spread, answers } = words.health.columns;
  return [
    { header: trusted(named), flexible: true },
    { header: trusted(mean), align: 'number' },
    { header: trusted(minimum), align: 'number' },
    { header: trusted(spread), align: 'number' },
    { header: trusted(answers), align: 'number', droppable: 1 },
  ];
}

function row(name: Printable, spread: Spread, answers: number, { figures }: MeasurementView): Cell[] {
  return [
    { text: name },
    cell(figures.number(spread.mean), 'strong'),
    cell(figures.number(spread.minimum), spread.minimum.lte(worrying) ? 'bad' : undefined),
    cell(figures.number(spread.spread), spread.spread.gte(farApart) ? 'attention' : undefined),
    cell(String(answers), 'muted'),
  ];
}
