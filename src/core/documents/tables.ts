import { column, type ExportCell, type ExportTable, tableOf } from '../export/table.ts';
import type { ReportReview } from '../report/reviews.ts';
import type { Report } from '../report.ts';

type Row = readonly ExportCell[];

/** The rows of a table that pass a test of their cells, in an order of one's own, under another name. */
function chosen(
  table: ExportTable | undefined,
  name: string,
  pick: (rows: readonly Row[], cell: (row: Row, key: string) => ExportCell) => readonly Row[],
): ExportTable[] {
  if (table === undefined) return [];
  const cell = (row: Row, key: string) => row[table.columns.findIndex((one) => one.key === key)] ?? null;
  return [{ ...table, name, rows: pick(table.rows, cell) }];
}

/**
 * The tables that documents need beside those of an export: parts of them, in the order in which they
 * matter. `review` is the one that the document is of, where there is one.
 */
export function documentTables(
  tables: readonly ExportTable[],
  report: Report,
  review: ReportReview | undefined,
): ExportTable[] {
  const named = (name: string) => tables.find((table) => table.name === name);
  const stage = report.stages.find(
    ({ number }) => number === (review?.stage?.number ?? report.status.current?.number),
  );
  const ofKind = (kind: string, name: string) =>
    chosen(named('findings'), name, (rows, cell) => rows.filter((row) => cell(row, 'kind') === kind));
  const weight = (row: Row, cell: (row: Row, key: string) => ExportCell) =>
    Number(cell(row, 'likelihood') ?? 0) * Number(cell(row, 'impact') ?? 0);
  return [
    ...chosen(named('milestones'), 'next_milestones', (rows, cell) =>
      rows
        .filter((row) => cell(row, 'done_on') === null && cell(row, 'due') !== null)
        .sort((a, b) => (String(cell(a, 'due')) < String(cell(b, 'due')) ? -1 : 1))
        .slice(0, 3),
    ),
    ...chosen(named('milestones'), 'overdue_milestones', (rows, cell) =>
      rows.filter((row) => cell(row, 'state') === 'overdue'),
    ),
    ...chosen(named('risks'), 'top_risks', (rows, cell) =>
      [...rows].sort((a, b) => weight(b, cell) - weight(a, cell)).slice(0, 3),
    ),
    ...chosen(named('checklist'), 'review_checklist', (rows, cell) =>
      rows.filter((row) => cell(row, 'stage') === stage?.stage),
    ),
    ...chosen(named('checklist'), 'still_missing', (rows, cell) =>
      rows.filter(
        (row) =>
          report.status.gate.missing.some(({ item }) => item === cell(row, 'item')) &&
          cell(row, 'stage') === report.status.current?.stage,
      ),
    ),
    ...chosen(named('obligations'), 'open_obligations', (rows, cell) =>
      rows.filter((row) => cell(row, 'settled_on') === null),
    ),
    ...ofKind('worked', 'worked'),
    ...ofKind('did_not_work', 'difficulties'),
    ...ofKind('lesson', 'findings_lessons'),
    ...ofKind('action', 'actions'),
    waivers(review),
    conditions(review),
    openConditions(report),
  ];
}

function waivers(review: ReportReview | undefined): ExportTable {
  return tableOf<ReportReview['waivers'][number]>(
    'review_waivers',
    { en: 'Waivers', he: 'ויתורים' },
    [
      column('item', 'text', { en: 'Item', he: 'פריט' }, ({ item }) => item),
      column('reason', 'text', { en: 'Reason', he: 'נימוק' }, ({ reason }) => reason),
      column('by', 'text', { en: 'By', he: 'בידי' }, ({ by }) => by),
    ],
    review?.waivers ?? [],
  );
}

function conditions(review: ReportReview | undefined): ExportTable {
  return tableOf<ReportReview['conditions'][number]>(
    'review_conditions',
    { en: 'Conditions', he: 'תנאים' },
    [
      column('text', 'text', { en: 'Condition', he: 'תנאי' }, ({ text }) => text),
      column('owner', 'text', { en: 'Owner', he: 'אחראי' }, ({ owner }) => owner),
      column('due', 'date', { en: 'Due', he: 'מועד' }, ({ due }) => due),
      column('met', 'flag', { en: 'Met', he: 'התקיים' }, ({ met }) => met),
    ],
    review?.conditions ?? [],
  );
}

function openConditions({ status }: Report): ExportTable {
  return tableOf<(typeof status.conditions)[number]>(
    'open_conditions',
    { en: 'Open conditions', he: 'תנאים פתוחים' },
    [
      column('text', 'text', { en: 'Condition', he: 'תנאי' }, ({ text }) => text),
      column('owner', 'text', { en: 'Owner', he: 'אחראי' }, ({ owner }) => owner),
      column('due', 'date', { en: 'Due', he: 'מועד' }, ({ due }) => due),
    ],
    status.conditions,
  );
}
