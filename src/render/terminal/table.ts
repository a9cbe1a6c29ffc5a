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
  const frame = layOut([head, ...rows], shown, table.columns, layout);
  return fill(frame, [head, ...rows], layout);
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
    const base = cell.ltr ? 'ltr' : baseDirection(cell.text, layout.direction);
    const limit = layout.width === undefined ? undefined : width;
    return wrapSegments([cell], limit, layout.metrics).map((line) => renderLine(line, base, layout));
  });
}

const standIn = 'x';
const noBorders = ['top', 'bottom', 'left', 'right', 'middle'];
const noJoints = ['top', 'bottom', 'left', 'mid', 'right'].flatMap((edge) =>
  edge === 'mid' ? ['mid-mid'] : [`${edge}-mid`, `${edge}-left`, `${edge}-right`],
);
const chars = { ...Object.fromEntries([...noBorders, ...noJoints].map((name) => [name, ''])), mid: '─' };

/**
 * The frame as cli-table3 sets it, with a run of stand-ins in the place and width of each line of a
 * cell. It never sees the texts themselves: they may hold colours, direction marks and characters
 * whose width it does not know.
 */
function layOut(
  rows: readonly (readonly RenderedCell[])[],
  shown: readonly FittedColumn[],
  columns: readonly Column[],
  layout: Layout,
): string {
  const frame = new CliTable({
    head: standIns(rows.slice(0, 1), shown),
    chars,
    colAligns: shown.map(({ index }) => sideOf(columns[index]?.align, layout)),
    style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 1 },
  });
  frame.push(standIns(rows.slice(1), shown));
  return frame.toString();
}

/**
 * For each column the stand-ins of all the rows in one cell of many lines: no rule stands between
 * rows, so that it looks the same, and cli-table3 takes its time by the cell.
 */
function standIns(rows: readonly (readonly RenderedCell[])[], shown: readonly FittedColumn[]): string[] {
  return shown.map((_, place) =>
    rows
      .flatMap((cells) => {
        const height = Math.max(1, ...cells.map((lines) => lines.length));
        return Array.from({ length: height }, (_line, index) =>
          standIn.repeat(cells[place]?.[index]?.width ?? 0),
        );
      })
      .join('\n'),
  );
}

function sideOf(align: Column['align'], layout: Layout): 'left' | 'right' {
  if (align === 'number') return 'right';
  return (align === 'end') === isMirrored(layout) ? 'left' : 'right';
}

/** Puts each line of each cell in the place of its stand-in; both come in the order of the screen. */
function fill(frame: string, rows: readonly (readonly RenderedCell[])[], layout: Layout): string[] {
  const texts = rows.flatMap(linesOfRow);
  let next = 0;
  return frame.split('\n').map((line) => {
    const text = line.includes(standIn)
      ? line.replace(/x+/g, () => texts[next++] ?? '').trimEnd()
      : layout.theme.muted(line.trimEnd());
    return alignLine({ text, width: line.length }, layout);
  });
}

function linesOfRow(cells: readonly RenderedCell[]): string[] {
  const height = Math.max(0, ...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, index) => cells.map((cell) => cell[index]));
  return lines.flat().flatMap((line) => (line === undefined || line.width === 0 ? [] : [line.text]));
}
