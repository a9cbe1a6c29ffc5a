import type { CalendarDate } from '../calendar-date.ts';
import { nameOf } from '../entry-name.ts';
import { sectionTable } from '../export/section-table.ts';
import type { ExportTable } from '../export/table.ts';
import { entriesOf, type Partnership } from '../partnership.ts';
import { sectionsIn } from '../schema/model-sections.ts';

/** A section that the partnership's model declares, with its entries up to the day of the report. */
export interface ReportOwnSection {
  readonly name: string;
  readonly form: 'list' | 'mapping';
  /** The number of the stage that holds it. */
  readonly stage: number;
  readonly table: ExportTable;
  /** What the entries that it refers to are called, by their section and id (`referenceKey`). */
  readonly names: ReadonlyMap<string, string>;
}

/** The key of an entry among the names of what is referred to. */
export function referenceKey(section: string, id: string): string {
  return `${section}/${id}`;
}

/** The sections of the model's own, in the order of its stages. */
export function reportOwnSections(partnership: Partnership, today: CalendarDate): ReportOwnSection[] {
  return partnership.stages.flatMap(({ sections, number }) =>
    sections.flatMap((section): ReportOwnSection[] => {
      if (section.own === undefined || section.form === 'text') return [];
      const table = sectionTable(partnership, section, today);
      const { name, form } = section;
      return [{ name, form, stage: number, table, names: namesIn(partnership, table) }];
    }),
  );
}

function namesIn(partnership: Partnership, { columns }: ExportTable): Map<string, string> {
  const { find } = sectionsIn(partnership.model);
  const referred = new Set(columns.flatMap(({ refers }) => refers ?? []));
  return new Map(
    [...referred].flatMap((name) =>
      entriesOf<{ readonly id: string }>(partnership, name).map(
        ({ value }) => [referenceKey(name, value.id), nameOf(value, find(name)) ?? value.id] as const,
      ),
    ),
  );
}
