import { detailsOf } from '../core/portfolio/details.ts';
import { digitsIn } from '../core/portfolio/inputs-text.ts';
import type { PortfolioRow } from '../core/portfolio/row.ts';
import { signalsOf } from '../core/portfolio/signals.ts';
import type { Portfolio } from '../core/portfolio.ts';
import { type CsvCell, csvLine } from './csv.ts';
import { type Rendered, rendered } from './rendered.ts';

type Value = string | number | null;

// Figures are told from texts: a text that begins like a formula is defused, a figure is never touched.
const columns: readonly (readonly [name: string, value: (row: PortfolioRow) => Value, isText?: true])[] = [
  ['dir', ({ dir }) => dir, true],
  ['id', ({ id }) => id, true],
  ['name', ({ name }) => name, true],
  ['model', ({ model }) => model, true],
  ['state', ({ state }) => state ?? 'unreadable', true],
  ['stage', ({ current }) => current?.stage ?? null, true],
  ['number', ({ current }) => current?.number ?? null],
  ['of', ({ stages }) => (stages.length === 0 ? null : stages.length)],
  ['passed', ({ passed, state }) => (state === null ? null : passed)],
  ['round', ({ current }) => current?.round ?? null],
  ['required_done', ({ current }) => current?.required.done ?? null],
  ['required_total', ({ current }) => current?.required.total ?? null],
  ['owner', ({ current }) => current?.owner ?? null, true],
  ['due', ({ current }) => current?.due ?? null],
  ['overdue_days', ({ overdueDays }) => overdueDays],
  ['stage_since', ({ current }) => current?.since ?? null],
  ['stage_days', ({ stageDays }) => stageDays],
  ['next_review', ({ nextReview }) => nextReview],
  ['review_overdue_days', ({ reviewOverdueDays }) => reviewOverdueDays],
  ['last_activity', ({ lastActivity }) => lastActivity],
  ['quiet_days', ({ quietDays }) => quietDays],
  ['errors', ({ errors }) => errors],
  ['warnings', ({ warnings }) => warnings],
  ['attention', (row) => signalsOf(row).join(' '), true],
  ['started', ({ started }) => started],
  ['tags', ({ tags }) => tags.join('; '), true],
  [
    'partners',
    (row) =>
      detailsOf(row)
        .partners.map(({ name }) => name)
        .join('; '),
    true,
  ],
  ['currency', ({ currency }) => currency, true],
  ['cash', ({ inputs, state }) => (state === null ? null : digitsIn(inputs, 'cash'))],
  ['time', ({ inputs, state }) => (state === null ? null : digitsIn(inputs, 'time'))],
  ['in_kind', ({ inputs, state }) => (state === null ? null : digitsIn(inputs, 'inKind'))],
  ['management', ({ inputs, state }) => (state === null ? null : digitsIn(inputs, 'management'))],
  ['total', ({ inputs, state }) => (state === null ? null : digitsIn(inputs, 'total'))],
  ['hours', ({ inputs, state }) => (state === null ? null : digitsIn(inputs, 'hours'))],
  ['leveraged', ({ inputs, state }) => (state === null ? null : digitsIn(inputs, 'leveraged'))],
  ['reached', ({ reached }) => reached],
];

/**
 * The rows as CSV (RFC 4180, UTF-8): a line of names that never change, then one a partnership. With
 * `forecast` a last column has the day on which each is likely to reach its end.
 */
export function portfolioCsv({ rows, forecasts }: Portfolio, forecast: boolean): Rendered {
  const ends = new Map(forecasts.map(({ summary, end }) => [summary.dir, end]));
  const all = forecast
    ? [...columns, ['likely_end', ({ dir }: PortfolioRow) => ends.get(dir) ?? null] as const]
    : columns;
  return rendered(
    [
      csvLine(all.map(([name]) => ({ value: name, isText: false }))),
      ...rows.map((row) => csvLine(all.map(([, value, isText]) => cellOf(value(row), isText === true)))),
    ].join(''),
  );
}

function cellOf(value: Value, isText: boolean): CsvCell {
  return { value: value === null ? null : String(value), isText };
}
