import { type ColumnType, type ExportCell, type ExportTable, isNumeric } from '../../core/export/table.ts';
import { type CsvCell, csvLine } from '../csv.ts';
import { type Rendered, rendered } from '../rendered.ts';

/** One table as CSV, in UTF-8: a line with the names of its columns, which no language changes, then its rows. */
export function tableCsv({ columns, rows }: ExportTable): Rendered {
  return rendered(
    [
      csvLine(columns.map(({ key }) => named(key))),
      ...rows.map((row) => csvLine(row.map((cell, index) => cellOf(cell, columns[index]?.type)))),
    ].join(''),
  );
}

/**
 * All tables as one CSV: a line a row of any of them, with the name of its table in front, and a column for
 * every name of a column that occurs.
 */
export function wholeCsv(tables: readonly ExportTable[], id: string): Rendered {
  const keys = [...new Set(tables.flatMap(({ columns }) => columns.map(({ key }) => key)))];
  const lines = tables.flatMap(({ name, columns, rows }) => {
    const places = keys.map((key) => columns.findIndex((column) => column.key === key));
    return rows.map((row) =>
      csvLine([
        named(id),
        named(name),
        ...places.map((place) => cellOf(row[place] ?? null, columns[place]?.type)),
      ]),
    );
  });
  return rendered([csvLine(['partnership', 'table', ...keys].map(named)), ...lines].join(''));
}

function named(name: string): CsvCell {
  return { value: name, isText: true };
}

function cellOf(cell: ExportCell, type: ColumnType | undefined): CsvCell {
  const isText = !isNumeric(type) && type !== 'date' && type !== 'flag';
  return { value: cell === null ? null : String(cell), isText };
}
