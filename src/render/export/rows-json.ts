import { type ExportCell, type ExportColumn, type ExportTable, isNumeric } from '../../core/export/table.ts';
import { renderJsonLine } from '../json.ts';
import { type Rendered, rendered } from '../rendered.ts';

/** The rows of a table as objects by the names of its columns; numbers are numbers, the nearest to their digits. */
export function rowsJson({ columns, rows }: ExportTable): Record<string, string | number | boolean | null>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column.key, plain(row[index] ?? null, column)])),
  );
}

function plain(cell: ExportCell, { type }: ExportColumn): string | number | boolean | null {
  return typeof cell === 'string' && isNumeric(type) ? Number(cell) : cell;
}

/** Every row of every table as a line of JSON that says which partnership and table it is of. */
export function jsonLines(tables: readonly ExportTable[], id: string): Rendered {
  return rendered(
    tables
      .flatMap((table) =>
        rowsJson(table).map((row) => renderJsonLine({ partnership: id, table: table.name, ...row })),
      )
      .join(''),
  );
}
