import { calendarOf } from '../core/export/calendar.ts';
import type { ExportTable } from '../core/export/table.ts';
import type { StageVisit } from '../core/portfolio/visits.ts';
import type { ExportForm } from './forms.ts';
import { renderJson } from './json.ts';
import { loadExportWords } from './messages/export.ts';
import type { Rendered } from './rendered.ts';
import type { ReportView } from './report-view.ts';

/** What is exported: a partnership's report, its tables, and its stays in stages. */
export interface ExportContent {
  readonly view: ReportView;
  readonly tables: readonly ExportTable[];
  /** A table was asked for by name, and is the only one. */
  readonly isOneTable: boolean;
  readonly visits: readonly StageVisit[];
}

/** An export in one of its forms that are text; each is loaded when somebody wants it. */
export async function renderExport(
  { view, tables, isOneTable, visits }: ExportContent,
  format: Exclude<ExportForm, 'xlsx'>,
): Promise<Rendered> {
  const { report, language } = view;
  const { id, asOf } = report;
  switch (format) {
    case 'csv': {
      const { tableCsv, wholeCsv } = await import('./export/csv.ts');
      const [only] = tables;
      return isOneTable && only !== undefined ? tableCsv(only) : wholeCsv(tables, id);
    }
    case 'jsonl':
      return (await import('./export/rows-json.ts')).jsonLines(tables, id);
    case 'ics': {
      const { calendarFile } = await import('./export/calendar.ts');
      return calendarFile(calendarOf(report), view, await loadExportWords(language));
    }
    case 'mermaid':
      return (await import('./export/gantt.ts')).gantt(view, visits);
    case 'json': {
      const { rowsJson } = await import('./export/rows-json.ts');
      return renderJson({
        format: 1,
        partnership: id,
        as_of: asOf,
        tables: tables.map((table) => ({ name: table.name, rows: rowsJson(table) })),
      });
    }
  }
}
