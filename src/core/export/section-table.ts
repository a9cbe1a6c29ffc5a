import type { CalendarDate } from '../calendar-date.ts';
import { decimal, digitsOf } from '../measurement/decimal.ts';
import { entriesOf, mappingOf, type Partnership } from '../partnership.ts';
import type { FieldKind } from '../schema/outline.ts';
import {
  type Field,
  fieldsOf,
  type ListSection,
  type MappingSection,
  type Section,
} from '../schema/section.ts';
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
  link: 'link',
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
  section: ListSection | MappingSection,
  today: CalendarDate,
  reckoned: readonly ColumnOf<Mapping>[] = [],
): ExportTable {
  const fields = fieldsOf(section.entry);
  const day = dayOf(section, fields);
  const entries = valuesOf(partnership, section).filter(
    (value) => day === undefined || String(value[day] ?? '') <= today,
  );
  const columns = [...fields.map(fieldColumn), ...reckoned];
  const table = tableOf(section.name, section.label, columns, entries);
  return { ...table, section: section.name, namedBy: section.own?.namedBy };
}

/** The entries of a list; a mapping is one entry. */
function valuesOf(partnership: Partnership, { form, name }: ListSection | MappingSection): Mapping[] {
  if (form === 'list') return entriesOf<Mapping>(partnership, name).map(({ value }) => value);
  const mapping = mappingOf<Mapping>(partnership, name);
  return mapping === undefined ? [] : [mapping.value];
}

/** The field that says when an entry happened: `on`, in a section of a model's own the first of that type. */
function dayOf({ own }: Section, fields: readonly Field[]): string | undefined {
  const days = fields.filter(({ meta }) => meta.happened === true).map(({ key }) => key);
  return own === undefined || days.includes('on') ? days.find((key) => key === 'on') : days[0];
}

function fieldColumn({ key, meta }: Field): ColumnOf<Mapping> {
  const type = types[meta.kind] ?? 'text';
  return {
    ...column<Mapping>(key, type, meta.label, (entry) => cellOf(entry[key])),
    refers: meta.refers,
    choiceLabels: meta.choiceLabels,
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
