import { join, resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { mainTables } from '../core/export/main-tables.ts';
import type { ExportTable } from '../core/export/table.ts';
import { exportTables } from '../core/export.ts';
import { portableName } from '../core/file-name.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import { visitsOf } from '../core/portfolio/visits.ts';
import { type Invocation, printJson } from '../invocation.ts';
import { type ExportContent, renderExport } from '../render/export-formats.ts';
import { type ExportForm, exportForms, formOfFile } from '../render/forms.ts';
import { loadExportWords } from '../render/messages/export.ts';
import { requireRoot } from '../store/discover.ts';
import { isFolder, makeOutputFolder, writeOutput } from '../store/write-output.ts';
import { handOut, handOutFile, stdoutName, tell } from './handing-out.ts';
import { shownPath } from './paths.ts';
import { makeReport } from './report-making.ts';

/** `partner export`: a partnership as tables, a calendar or a chart for other programs. */
export async function exportPartnership(
  invocation: Invocation,
  _args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const { out, format: asked, table, at } = options as Partial<Record<string, string>>;
  const format = (asked ??
    formOfFile(out ?? '', exportForms) ??
    (invocation.json ? 'json' : 'csv')) as ExportForm;
  if (table !== undefined && (format === 'ics' || format === 'mermaid')) throw noTables(format);
  const { view, loaded } = await makeReport(invocation, root, at);
  const tables = chosenTables(exportTables(loaded.partnership, view.report), table);
  const visits = visitsOf(loaded.partnership, loaded.journey);
  const content: ExportContent = { view, tables, isOneTable: table !== undefined, visits };
  const files = await writeOrPrint(invocation, content, format, out);
  const errors = view.report.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) tell(invocation, (await loadExportWords(view.language)).leftOut(errors));
  if (files.length === 0) return 0;
  const shown = files.map((file) => shownPath(invocation, file));
  if (invocation.json) printJson(invocation, { format: 1, files: shown });
  else tell(invocation, view.words.run.written(shown.join(', ')));
  return 0;
}

/** Writes the files that were asked for and returns their paths; prints what goes to stdout, and returns none. */
async function writeOrPrint(
  invocation: Invocation,
  content: ExportContent,
  format: ExportForm,
  out: string | undefined,
): Promise<string[]> {
  if (format === 'xlsx') {
    const { workbook } = await import('../render/export/workbook.ts');
    const bytes = await workbook(withRows(content), content.view);
    return [handOutFile(invocation, bytes, out, portableName(`${content.view.report.id}.xlsx`))];
  }
  const target = resolve(invocation.folder, out ?? '.');
  const namesFolder = isFolder(target) || formOfFile(target, exportForms) === undefined;
  if (out !== undefined && out !== stdoutName && format === 'csv' && namesFolder)
    return writeTables(content, target);
  const file = handOut(invocation, await renderExport(content, format), out);
  return file === undefined ? [] : [file];
}

/** One CSV a table, in a folder; an earlier export of a table is replaced, and nothing else. */
async function writeTables(content: ExportContent, folder: string): Promise<string[]> {
  makeOutputFolder(folder);
  const files: string[] = [];
  for (const table of withRows(content)) {
    const file = join(folder, portableName(`${table.name}.csv`));
    const text = await renderExport({ ...content, tables: [table], isOneTable: true }, 'csv');
    // The names are the program's choice, so a file of somebody else's may not be lost to one.
    const [head = ''] = text.split('\r\n');
    writeOutput(file, Buffer.from(text), (existing) => isHeadedBy(existing, head));
    files.push(file);
  }
  return files;
}

/** Says whether a file begins with a line of column names: then it is an export of the same table. */
function isHeadedBy(existing: Uint8Array, head: string): boolean {
  return (
    Buffer.from(existing)
      .subarray(0, head.length + 2)
      .toString() === `${head}\r\n`
  );
}

/** The tables that people look for, empty or not, and of the others those that hold something. */
function withRows({ tables, isOneTable }: ExportContent): readonly ExportTable[] {
  return tables.filter(({ name, rows }) => isOneTable || rows.length > 0 || mainTables.includes(name));
}

function chosenTables(tables: readonly ExportTable[], name: string | undefined): readonly ExportTable[] {
  if (name === undefined) return tables;
  const chosen = tables.filter((table) => table.name === name);
  if (chosen.length > 0) return chosen;
  const names = tables.map((table) => table.name);
  const meant = nearest(name, names);
  const problem = {
    en: `--table: there is no table "${name}"${meant === undefined ? '' : ` (did you mean ${meant}?)`}; the tables are ${names.join(', ')}`,
    he: `--table: אין טבלה "${name}"${meant === undefined ? '' : ` (האם הכוונה ל־${meant}?)`}; הטבלאות הן ${names.join(', ')}`,
  };
  throw new PartnerError('usage', { problem, command: 'export' });
}

function noTables(format: ExportForm): PartnerError {
  const problem = {
    en: `--format ${format} has no tables: leave --table out`,
    he: `ב־--format ${format} אין טבלאות: יש להשמיט את --table`,
  };
  return new PartnerError('usage', { problem, command: 'export' });
}
