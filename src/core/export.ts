import { mainTables } from './export/main-tables.ts';
import { reckonedColumns } from './export/reckoned.ts';
import { sectionTable } from './export/section-table.ts';
import { checklistTable, reviewsTable, stagesTable } from './export/standing-tables.ts';
import type { ExportTable } from './export/table.ts';
import { type Partnership, sectionsOf } from './partnership.ts';
import type { Report } from './report.ts';
import { listSectionNamed } from './schema/registry.ts';

/**
 * A partnership as tables, as of the report's day: first the eight that people look for, then every other
 * list of its model by the order of the stages. Every list has the columns of its schema, and beside them
 * what is reckoned for its entries: the figures of the report, with all their digits.
 */
export function exportTables(partnership: Partnership, report: Report): ExportTable[] {
  const reckoned = reckonedColumns(report);
  const lists = partnership.model.stages.flatMap(sectionsOf).filter((section) => section.form === 'list');
  const tables = [
    stagesTable(report),
    checklistTable(report),
    reviewsTable(partnership, report),
    ...[listSectionNamed('partners'), ...lists].map((section) =>
      sectionTable(partnership, section, report.asOf, reckoned.get(section.name)),
    ),
  ];
  const byName = new Map(tables.map((table) => [table.name, table]));
  const names = new Set([...mainTables, ...byName.keys()]);
  return [...names].flatMap((name) => byName.get(name) ?? []);
}
