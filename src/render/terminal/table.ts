import CliTable from 'cli-table3';
import { baseDirection } from './bidi.ts';
import { isMirrored, type Layout, textWidth } from './layout.ts';
import { alignLine, type RenderedLine, renderLine, wrapSegments } from './styled-line.ts';
import { type FittedColumn, fitColumns } from './table-columns.ts';
import type { Cell, Column, TableContent } from './table-content.ts';
import { renderStacked } from './table-stacked.ts';

/**
 * A table in lines: a header, a rule, the rows. Mirrored and set at the right margin for a page that
 * reads from the right. Where it cannot fit, each row becomes a block of `header: value` lines.
 */
export function renderTable(table: TableContent, layout: Layout): string[] {
  const columns = fitColumns(table.columns, table.rows, textWidth(layout), layout.metrics);
  if (columns === undefined) return renderStacked(table, layout);
  const shown = isMirrored(layout) ? [...columns].reverse() : columns;
  const head = renderRow(table.columns.map(headerCell), shown, layout);
  const rows = table.rows.map((row) => renderRow(row, shown, layout));
  const frame = frameOf([head, ...rows], shown, table.columns, layout);
  const rule = alignLine({ text: layout.theme.muted('─'.repeat(frame.width)), width: frame.width }, layout);
  return [...setRow(head, frame, layout), rule, ...rows.flatMap((row) => setRow(row, frame, layout))];
}

function headerCell(column: Column): Cell {
  return { text: column.header, style: 'heading' };
}

type RenderedCell = readonly RenderedLine[];

function renderRow(
  row: readonly Cell[],
  columns: readonly FittedColumn[],
  layout: Layout,
): readonly RenderedCell[] {
  return columns.map(({ index, width }) => {
    const cell = row[index];
    if (cell === undefined) return [];
    // Where nothing is put into another order, nobody asks which one it has.
    const isAsIs = cell.ltr || layout.bidi === 'logical';
    const base = isAsIs ? 'ltr' : baseDirection(cell.text, layout.direction);
    if (width === undefined) return [renderLine([cell], base, layout)];
    return wrapSegments([cell], width, layout.metrics).map((line) => renderLine(line, base, layout));
  });
}

const standIn = 'x';
const noBorders = ['top', 'bottom', 'left', 'right', 'middle', 'mid'];
const noJoints = ['top', 'bottom', 'left', 'mid', 'right'].flatMap((edge) =>
  edge === 'mid' ? ['mid-mid'] : [`${edge}-mid`, `${edge}-left`, `${edge}-right`],
);
const chars = Object.fromEntries([...noBorders, ...noJoints].map((name) => [name, '']));

/** A table's frame: how wide it is, and where in a line each shown column has its place. */
interface Frame {
  readonly width: number;
  /** Undefined for a column in which nothing stands. */
  readonly slots: readonly (Slot | undefined)[];
}

interface Slot {
  readonly start: number;
  readonly width: number;
  readonly side: 'left' | 'right';
}

/**
 * The frame as cli-table3 sets it, of one row in which a run of stand-ins fills each column. It never sees the texts
 * themselves: they may hold colours, direction marks and characters whose width it does not know; and it takes its
 * time by the line, of which a portfolio has thousands.
 */
function frameOf(
  rows: readonly (readonly RenderedCell[])[],
  shown: readonly FittedColumn[],
  columns: readonly Column[],
  layout: Layout,
): Frame {
  const widths = shown.map((_, place) => widestAt(rows, place));
  const standIns = widths.map((width) => standIn.repeat(width));
  const frame = new CliTable({
    chars,
    style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 1 },
  });
  frame.push(standIns);
  const row = frame.toString();
  const starts = [...row.matchAll(/x+/g)].map(({ index }) => index);
  const slots = shown.map(({ index }, place) => {
    const width = widths[place] ?? 0;
    const side = sideOf(columns[index]?.align, layout);
    return width === 0 ? undefined : { start: starts.shift() ?? 0, width, side };
  });
  return { width: row.length, slots };
}

function widestAt(rows: readonly (readonly RenderedCell[])[], place: number): number {
  let widest = 0;
  for (const cells of rows) for (const { width } of cells[place] ?? []) widest = Math.max(width, widest);
  return widest;
}

function sideOf(align: Column['align'], layout: Layout): 'left' | 'right' {
  if (align === 'number') return 'right';
  return (align === 'end') === isMirrored(layout) ? 'left' : 'right';
}

/** The lines of a row: each line of each cell in the place that the frame has for its column. */
function setRow(cells: readonly RenderedCell[], { slots, width }: Frame, layout: Layout): string[] {
  let height = 1;
  for (const lines of cells) height = Math.max(height, lines.length);
  return Array.from({ length: height }, (_, index) =>
    alignLine({ text: lineOf(cells, index, slots).trimEnd(), width }, layout),
  );
}

function lineOf(cells: readonly RenderedCell[], index: number, slots: Frame['slots']): string {
  let text = '';
  let column = 0;
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place];
    const line = cells[place]?.[index];
    if (slot === undefined || line === undefined || line.width === 0) continue;
    const start = slot.start + (slot.side === 'right' ? slot.width - line.width : 0);
    text += ' '.repeat(start - column) + line.text;
    column = start + line.width;
  }
  return text;
}
