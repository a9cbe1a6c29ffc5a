import { type CalendarDate, isCalendarDate } from '../calendar-date.ts';
import type { OffsetProblem, ProblemParams } from '../problem.ts';
import { obeys, problemOfRule } from '../schema/rules.ts';
import { type ColumnKey, type Columns, labelOf } from './columns.ts';
import { observationFields } from './fields.ts';
import { type Figure, isRefusal, type Refusal, readFigure, readShare } from './figure.ts';
import {
  findMetric,
  type Metric,
  type Observation,
  observationFrom,
  type Particulars,
  unfitDay,
  unfitFigure,
} from './observation.ts';
import { type Cell, cellProblem, type Rows } from './table.ts';

/** An observation and the cell at which its row begins. */
export interface ReadRow {
  readonly observation: Observation;
  readonly first: Cell;
}

/** What holds for every row that says nothing else, and what rows are held against. */
export interface RowSettings {
  readonly metrics: readonly Metric[];
  readonly today: CalendarDate;
  readonly on: CalendarDate | undefined;
  readonly particulars: Particulars;
}

/** Reads the rows below the header; a row with a problem gives no observation. All problems are told. */
export function readRows(
  rows: Rows,
  columns: Columns,
  settings: RowSettings,
): { readonly read: readonly ReadRow[]; readonly problems: readonly OffsetProblem[] } {
  const problems: OffsetProblem[] = [];
  const read = rows.flatMap((cells): ReadRow[] => {
    const row = readRow(cells, columns, settings);
    if (Array.isArray(row)) problems.push(...row);
    else return [row as ReadRow];
    return [];
  });
  return { read, problems };
}

function readRow(
  cells: readonly Cell[],
  columns: Columns,
  settings: RowSettings,
): ReadRow | readonly OffsetProblem[] {
  const first = cells[0] ?? { text: '', at: 0 };
  if (cells.length !== columns.length) {
    const odd = cells[columns.length] ?? first;
    return [cellProblem('row-length', odd, { cells: cells.length, columns: columns.length })];
  }
  const cellOf = (key: ColumnKey): Cell | undefined => cells[columns.indexOf(key)];
  const metric = readMetric(cellOf('metric') ?? first, settings);
  const on = readDay(cellOf('on'), first, settings);
  const figure = readFigureCells(cellOf, first);
  const texts = readTexts(cellOf);
  const unfit = isProblem(metric) || isProblem(figure) ? undefined : unfitFigure(metric, figure);
  const problems = [metric, on, figure, ...texts.problems].filter(isProblem);
  if (unfit !== undefined) problems.push(refusedAt(cellOf('value') ?? cellOf('num') ?? first, unfit));
  const told = withFormulas(cells, problems);
  if (told.length > 0) return told;
  const particulars = { ...settings.particulars, ...texts.particulars };
  const observation = observationFrom((metric as Metric).id, on as string, figure as Figure, particulars);
  return { observation, first };
}

function isProblem(outcome: unknown): outcome is OffsetProblem {
  return typeof outcome === 'object' && outcome !== null && 'code' in outcome && 'at' in outcome;
}

function emptyCell(column: ColumnKey, cell: Cell): OffsetProblem {
  return cellProblem('empty-cell', cell, { column, label: labelOf(column) });
}

function refusedAt(cell: Cell, { code, params }: Refusal): OffsetProblem {
  return cellProblem(code, cell, params);
}

// What a spreadsheet would compute is no figure that somebody has seen, and may do more than compute.
function isFormula(text: string): boolean {
  return /^(?:\t|\s*[=@+])/.test(text);
}

/** The problems of a row; of a cell with a formula in it nothing else is said. */
function withFormulas(cells: readonly Cell[], problems: readonly OffsetProblem[]): readonly OffsetProblem[] {
  const formulas = cells.filter(({ text }) => isFormula(text));
  if (formulas.length === 0) return problems;
  const others = problems.filter(({ at }) => !formulas.some((cell) => cell.at === at));
  return [
    ...formulas.map((cell) => cellProblem('formula-cell', cell, { text: cell.text.trimEnd() })),
    ...others,
  ];
}

function readMetric(cell: Cell, { metrics }: RowSettings): Metric | OffsetProblem {
  const id = cell.text.trim();
  if (id === '') return emptyCell('metric', cell);
  const metric = findMetric(metrics, id);
  if (!isRefusal(metric)) return metric;
  // In many rows the list of all metrics would hide the one that was meant.
  const { nearest, known = [] } = metric.params;
  return cellProblem(metric.code, cell, { ...metric.params, known: nearest === undefined ? known : [] });
}

function readDay(cell: Cell | undefined, first: Cell, { on, today }: RowSettings): string | OffsetProblem {
  const text = cell?.text.trim() ?? '';
  const day = text === '' ? on : text;
  const place = cell ?? first;
  if (day === undefined) return emptyCell('on', place);
  if (!isCalendarDate(day)) return cellProblem('day-form', place, dayFault(day));
  const unfit = unfitDay(day, today);
  return unfit === undefined ? day : refusedAt(place, unfit);
}

// `13/02/2026` can only mean one day; of `03/02/2026` nobody can tell which.
function dayFault(text: string): ProblemParams {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (match === null) return { text, ...(/^\d{4}-\d{2}-\d{2}$/.test(text) ? { form: 'no-such-day' } : {}) };
  const [first = '', second = '', year] = match.slice(1).map((part) => part.padStart(2, '0'));
  const days = new Set([`${year}-${second}-${first}`, `${year}-${first}-${second}`].filter(isCalendarDate));
  const [only] = days;
  return { text, ...(days.size === 1 && only !== undefined ? { instead: only } : {}) };
}

function readFigureCells(cellOf: (key: ColumnKey) => Cell | undefined, first: Cell): Figure | OffsetProblem {
  const [value, num, den] = (['value', 'num', 'den'] as const).map((key) => filled(cellOf(key)));
  if (value !== undefined && (num !== undefined || den !== undefined))
    return cellProblem('figure-twice', value);
  if (value !== undefined) return placed(value, readFigure(value.text));
  const column = cellOf('value') === undefined || num !== undefined || den !== undefined ? 'num' : 'value';
  if (num === undefined) return emptyCell(column, cellOf(column) ?? first);
  if (den === undefined) return emptyCell('den', cellOf('den') ?? num);
  const share = readShare(num.text, den.text);
  const isOfWhole =
    isRefusal(share) && (share.code === 'whole-not-positive' || share.params.text === den.text.trim());
  return placed(isOfWhole ? den : num, share);
}

function filled(cell: Cell | undefined): Cell | undefined {
  return cell === undefined || cell.text.trim() === '' ? undefined : cell;
}

function placed(cell: Cell, figure: Figure | Refusal): Figure | OffsetProblem {
  return isRefusal(figure) ? refusedAt(cell, figure) : figure;
}

/** The texts of a row, held against the rules of their fields. */
function readTexts(cellOf: (key: ColumnKey) => Cell | undefined): {
  readonly particulars: Particulars;
  readonly problems: readonly OffsetProblem[];
} {
  const problems: OffsetProblem[] = [];
  const texts: Record<string, string> = {};
  for (const key of ['source', 'method', 'by'] as const) {
    const cell = filled(cellOf(key));
    if (cell === undefined) continue;
    const text = cell.text.trim().replaceAll('\r\n', '\n');
    texts[key] = text;
    const schema = observationFields().find((field) => field.key === key)?.schema;
    const rules = schema?.type === 'text' ? schema.rules : [];
    const broken = rules.find((rule) => !obeys(text, rule));
    if (broken !== undefined)
      problems.push({ code: problemOfRule(broken.rule), at: cell.at, params: { most: broken.most ?? 0 } });
  }
  return { particulars: texts, problems };
}
