import { type Printable, trusted } from '../printable.ts';
import { isolated } from './bidi.ts';
import { type Layout, textWidth } from './layout.ts';
import { alignLine, renderLine, type Segment, wrapSegments } from './styled-line.ts';
import type { Cell, TableContent } from './table-content.ts';

const indent = trusted('  ');

/**
 * The table for a place too narrow for columns: a block for each row. Its title is what names the row
 * (the cells up to the first flexible column); below it a `header: value` line for each other cell.
 */
export function renderStacked(table: TableContent, layout: Layout): string[] {
  const named = Math.max(
    0,
    table.columns.findIndex((column) => column.flexible),
  );
  const blocks = table.rows.map((row) => [
    ...wrapped(titleOf(row.slice(0, named + 1)), trusted(''), layout),
    ...table.columns.flatMap(({ header }, index) => {
      const cell = row[index];
      if (index <= named || cell === undefined || cell.text === '') return [];
      // A column of bars needs no name.
      const name: Segment[] = header === '' ? [] : [{ text: trusted(`${header}: `), style: 'muted' }];
      return wrapped([...name, apart(cell)], indent, layout);
    }),
  ]);
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

function titleOf(cells: readonly Cell[]): Segment[] {
  return cells.flatMap((cell, index) =>
    index === 0 ? [apart(cell)] : [{ text: trusted(' ') }, apart(cell)],
  );
}

/** A cell beside others in one line must keep its own order of reading. */
function apart(cell: Cell): Segment {
  return cell.ltr ? cell : { ...cell, text: isolated(cell.text) };
}

function wrapped(segments: readonly Segment[], margin: Printable, layout: Layout): string[] {
  const width = textWidth(layout);
  const limit = width === undefined ? undefined : Math.max(1, width - margin.length);
  return wrapSegments(segments, limit, layout.metrics).map((line) =>
    alignLine(renderLine([{ text: margin }, ...line], layout.direction, layout), layout),
  );
}
