import { metricsTable, milestonesTable, partnersTable } from './export/measure-tables.ts';
import { sectionTable } from './export/section-table.ts';
import { checklistTable, reviewsTable, stagesTable } from './export/standing-tables.ts';
import { column, type ExportTable } from './export/table.ts';
import { digitsOf } from './measurement/decimal.ts';
import { worthOf } from './measurement/records.ts';
import { type Partnership, sectionsOf } from './partnership.ts';
import type { Report } from './report.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** The tables that people look for, in their order. */
export const mainTables: readonly string[] = [
  'stages',
  'checklist',
  'metrics',
  'observations',
  'contributions',
  'milestones',
  'partners',
  'reviews',
];

/**
 * A partnership as tables, as of the report's day: first the eight that people look for, then every other
 * list of its model by the order of the stages. Figures are those of the report, with all their digits.
 */
export function exportTables(partnership: Partnership, report: Report): ExportTable[] {
  const { measurement, asOf } = report;
  const lists = partnership.model.stages.flatMap(sectionsOf).filter((section) => section.form === 'list');
  const worth = column<Mapping>('worth', 'money', { en: 'Worth', he: 'שווי' }, (entry) => {
    const value = worthOf(entry);
    return value === null ? null : digitsOf(value);
  });
  const raw = new Map(
    lists.map((section) => [
      section.name,
      sectionTable(partnership, section, asOf, section.name === 'contributions' ? [worth] : []),
    ]),
  );
  const made = [
    stagesTable(report),
    checklistTable(report),
    metricsTable(measurement),
    milestonesTable(measurement),
    partnersTable(report),
    reviewsTable(report),
  ];
  const byName = new Map([...raw, ...made.map((table) => [table.name, table] as const)]);
  const names = new Set([...mainTables, ...byName.keys()]);
  return [...names].flatMap((name) => byName.get(name) ?? []);
}
