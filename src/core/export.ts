import { mainTables } from './export/main-tables.ts';
import { reckonedColumns, withShares } from './export/reckoned.ts';
import { sectionTable } from './export/section-table.ts';
import { checklistTable, reviewsTable, stagesTable } from './export/standing-tables.ts';
import type { ExportTable } from './export/table.ts';
import type { Partnership } from './partnership.ts';
import type { Report } from './report.ts';
import { builtInSections, listSectionNamed } from './schema/registry.ts';
import type { MappingSection } from './schema/section.ts';

/**
 * A partnership as tables, as of the report's day: first the eight that people look for, then every other
 * list of its model by the order of the stages, and each mapping that the model declares itself. Every list has the columns of its schema, and beside them
 * what is reckoned for its entries: the figures of the report, with all their digits.
 */
export function exportTables(partnership: Partnership, report: Report): ExportTable[] {
  const reckoned = reckonedColumns(report);
  const sections = partnership.stages.flatMap((record) => record.sections);
  const lists = sections.filter((section) => section.form === 'list');
  const ownMappings = sections.filter((section) => section.form === 'mapping' && section.own !== undefined);
  const tables = [
    stagesTable(report),
    checklistTable(report),
    reviewsTable(partnership, report),
    ...[listSectionNamed('partners'), ...lists, ...(ownMappings as MappingSection[])].map((section) =>
      sectionTable(partnership, section, report.asOf, reckoned.get(section.name)),
    ),
  ];
  const byName = new Map(
    tables.map((table) => [table.name, table.name === 'metrics' ? withShares(table) : table]),
  );
  const names = new Set([...mainTables, ...byName.keys()]);
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** Empty tables of the built-in lists that the model has no stage for: a template may speak of them all the same. */
export function absentTables(partnership: Partnership, report: Report): ExportTable[] {
  const held = new Set(partnership.stages.flatMap(({ stage }) => stage.sections));
  const reckoned = reckonedColumns(report);
  return builtInSections.all.flatMap((section) => {
    if (section.form !== 'list' || held.has(section.name)) return [];
    // There is no command that would fill it.
    const columns = reckoned.get(section.name);
    const { section: _, ...table } = sectionTable(partnership, section, report.asOf, columns);
    return [table];
  });
}
