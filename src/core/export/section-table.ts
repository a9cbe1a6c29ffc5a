import type { CalendarDate } from '../calendar-date.ts';
import { decimal, digitsOf } from '../measurement/decimal.ts';
import { entriesOf, type Partnership } from '../partnership.ts';
import type { FieldKind } from '../schema/outline.ts';
import { type Field, fieldsOf, type ListSection } from '../schema/section.ts';
import {
  type ColumnOf,
  type ColumnType,
  column,
  type ExportCell,
  type ExportTable,
  tableOf,
} from './table.ts';

type Mapping = Readonly<Record<string, unknown>>;

const types: Partial<Readonly<Record<FieldKind, ColumnType>>> = {
  date: 'date',
  number: 'number',
  whole: 'number',
  score: 'number',
  money: 'money',
  hours: 'number',
  flag: 'flag',
  choice: 'choice',
  reference: 'reference',
};

/**
 * The entries of a list section as their schema describes them, with what is reckoned for each beside it.
 * What is dated after the day has not happened yet as of it, and is left out where the field says that
 * something happened: so the rows add up to the figures of that day.
 */
export function sectionTable(
  partnership: Partnership,
  section: ListSection,
  today: CalendarDate,
  reckoned: readonly ColumnOf<Mapping>[] = [],
): ExportTable {
  const fields = fieldsOf(section.entry);
  const happened = fields.find(({ key, meta }) => key === 'on' && meta.happened === true);
  const entries = entriesOf<Mapping>(partnership, section.name)
    .map(({ value }) => value)
    .filter((value) => happened === undefined || String(value.on ?? '') <= today);
  const columns = [...fields.map(fieldColumn), ...reckoned];
  return { ...tableOf(section.name, section.label, columns, entries), section: section.name };
}

function fieldColumn({ key, meta }: Field): ColumnOf<Mapping> {
  const type = types[meta.kind] ?? 'text';
  return {
    ...column<Mapping>(key, type, meta.label, (entry) => cellOf(entry[key])),
    refers: meta.refers,
  };
}

/** A value of a file as a cell: a list of texts in one line, whatever is deeper as JSON. */
function cellOf(value: unknown): ExportCell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return digitsOf(decimal(value));
  const isPlain = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  return isPlain ? value.join('; ') : JSON.stringify(value);
}
