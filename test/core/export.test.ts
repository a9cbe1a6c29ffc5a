import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/core/export/calendar.ts';
import { mainTables } from '../../src/core/export/main-tables.ts';
import type { ExportTable } from '../../src/core/export/table.ts';
import { exportTables } from '../../src/core/export.ts';
import type { Report } from '../../src/core/report.ts';
import { reportOf } from '../../src/core/report.ts';
import { loadPartnership } from '../../src/store/load-partnership.ts';
import { exampleFolder, exampleNames } from '../reports.ts';

const resources = join(import.meta.dirname, '..', '..', 'dist');

async function exported(name: string, today: string): Promise<{ report: Report; tables: ExportTable[] }> {
  const { partnership, journey, diagnostics } = await loadPartnership(exampleFolder(name), {
    today,
    resources,
  });
  const report = reportOf(partnership, journey, diagnostics, { today, language: 'en', commit: null });
  return { report, tables: exportTables(partnership, report) };
}

/** The values of one column of a table. */
function valuesOf(
  tables: readonly ExportTable[],
  table: string,
  column: string,
): (string | boolean | null)[] {
  const found = tables.find(({ name }) => name === table);
  const place = found?.columns.findIndex(({ key }) => key === column) ?? -1;
  if (found === undefined || place < 0) throw new Error(`no ${table}.${column}`);
  return found.rows.map((row) => row[place] ?? null);
}

const added = (values: readonly unknown[]) => values.reduce<number>((total, one) => total + Number(one), 0);

describe.each(exampleNames)('the tables of %s', (name) => {
  let made: { report: Report; tables: ExportTable[] };
  beforeAll(async () => {
    made = await exported(name, '2026-11-20');
  });

  it('begin with those that people look for, and have each name once', () => {
    const names = made.tables.map((table) => table.name);
    expect(names.slice(0, mainTables.length)).toEqual(mainTables);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have as many cells in each row as columns, and a title of each in both languages', () => {
    for (const { columns, rows } of made.tables) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      for (const { label } of columns) expect(label.en !== '' && label.he !== '').toBe(true);
    }
  });

  it('add up to the inputs of the report', () => {
    const { inputs } = made.report.measurement;
    const types = valuesOf(made.tables, 'contributions', 'type');
    const worth = valuesOf(made.tables, 'contributions', 'worth');
    expect(added(worth.filter((_, row) => types[row] !== 'leveraged'))).toBe(Number(inputs.total));
    expect(added(worth.filter((_, row) => types[row] === 'leveraged'))).toBe(Number(inputs.leveraged));
  });

  it('tell every figure of a metric with its digits', () => {
    const { metrics } = made.report.measurement;
    expect(valuesOf(made.tables, 'metrics', 'actual')).toEqual(
      metrics.map(({ actual }) => actual?.toFixed() ?? null),
    );
    expect(added(valuesOf(made.tables, 'metrics', 'observations'))).toBe(
      valuesOf(made.tables, 'observations', 'metric').length,
    );
  });
});

describe('an export as of an earlier day', () => {
  it('leaves out what had not happened yet', async () => {
    const early = await exported('harbour-skills', '2025-12-31');
    const late = await exported('harbour-skills', '2026-11-20');
    const days = valuesOf(early.tables, 'contributions', 'on');
    expect(days.length).toBeGreaterThan(0);
    expect(days.every((day) => String(day) <= '2025-12-31')).toBe(true);
    expect(valuesOf(late.tables, 'contributions', 'on').length).toBeGreaterThan(days.length);
  });
});

describe('the calendar', () => {
  it('names each of its days once, by what it is about', async () => {
    for (const name of exampleNames) {
      const days = calendarOf((await exported(name, '2026-11-20')).report);
      const names = days.map(({ kind, id }) => `${kind}-${id}`);
      expect(new Set(names).size).toBe(names.length);
      expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).sort());
    }
  });

  it('has the days of a partnership that goes on, and of one that ended no due days', async () => {
    const kinds = (report: Report) => new Set(calendarOf(report).map(({ kind }) => kind));
    expect(kinds((await exported('harbour-skills', '2026-11-20')).report)).toContain('review');
    expect(kinds((await exported('riverside-garden', '2026-11-20')).report)).toEqual(new Set(['milestone']));
  });
});
