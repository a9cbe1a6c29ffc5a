import { column, type ExportTable, tableOf } from '../export/table.ts';
import type { Bilingual } from '../problem.ts';
import type { ReportReview } from '../report/reviews.ts';
import type { Report } from '../report.ts';

type Row = ExportTable['rows'][number];

/** Part of a table under a name of its own: the rows whose cells pass a test, in their order. */
function part(
  table: ExportTable | undefined,
  name: string,
  label: Bilingual,
  key: string,
  isWanted: (value: Row[number]) => boolean,
): ExportTable[] {
  if (table === undefined) return [];
  const place = table.columns.findIndex((one) => one.key === key);
  return [{ ...table, name, label, rows: table.rows.filter((row) => isWanted(row[place] ?? null)) }];
}

/** The rows of some entries of a table, in the order of their ids. */
function entriesIn(
  table: ExportTable | undefined,
  name: string,
  label: Bilingual,
  ids: readonly string[],
): ExportTable[] {
  if (table === undefined) return [];
  const place = table.columns.findIndex(({ key }) => key === 'id');
  const rows = ids.flatMap((id) => table.rows.filter((row) => row[place] === id).slice(0, 1));
  return [{ ...table, name, label, rows }];
}

/**
 * The tables that documents need beside those of an export: what of them matters most, as the report tells
 * it. `review` is the one that the document is of, where there is one.
 */
export function documentTables(
  tables: readonly ExportTable[],
  { status, risks, stages }: Report,
  review: ReportReview | undefined,
): ExportTable[] {
  const named = (name: string) => tables.find((table) => table.name === name);
  const stage = stages.find(({ number }) => number === (review?.stage?.number ?? status.current?.number));
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  const { next, overdue } = status.milestones;
  const findings = (kind: string, name: string, label: Bilingual) =>
    part(named('findings'), name, label, 'kind', (value) => value === kind);
  return [
    ...entriesIn(
      named('milestones'),
      'next_milestones',
      { en: 'Next milestones', he: 'אבני הדרך הקרובות' },
      ids(next),
    ),
    ...entriesIn(
      named('milestones'),
      'overdue_milestones',
      { en: 'Overdue milestones', he: 'אבני דרך באיחור' },
      ids(overdue),
    ),
    ...entriesIn(
      named('risks'),
      'top_risks',
      { en: 'Main risks', he: 'הסיכונים העיקריים' },
      ids(risks.slice(0, 3)),
    ),
    ...part(
      named('checklist'),
      'review_checklist',
      { en: 'Checklist of the stage', he: 'רשימת התיוג של השלב' },
      'stage',
      (value) => value === stage?.stage,
    ),
    ...part(
      named('obligations'),
      'open_obligations',
      { en: 'Open obligations', he: 'התחייבויות פתוחות' },
      'settled_on',
      (value) => value === null,
    ),
    ...findings('worked', 'worked', { en: 'What worked', he: 'מה הצליח' }),
    ...findings('did_not_work', 'difficulties', { en: 'What was difficult', he: 'מה היה קשה' }),
    ...findings('lesson', 'findings_lessons', { en: 'Lessons of the review', he: 'לקחי ההערכה' }),
    ...findings('action', 'actions', { en: 'Actions', he: 'פעולות' }),
    waivers(review),
    conditions(
      'review_conditions',
      { en: 'Conditions of the review', he: 'תנאי הבחינה' },
      review?.conditions ?? [],
    ),
    conditions('open_conditions', { en: 'Open conditions', he: 'תנאים פתוחים' }, status.conditions),
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

/** A condition of a review; one that is still open does not say that it is not met. */
interface Condition {
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly met?: boolean;
}

function conditions(name: string, label: Bilingual, values: readonly Condition[]): ExportTable {
  return tableOf<Condition>(
    name,
    label,
    [
      column('text', 'text', { en: 'Condition', he: 'תנאי' }, ({ text }) => text),
      column('owner', 'text', { en: 'Owner', he: 'אחראי' }, ({ owner }) => owner),
      column('due', 'date', { en: 'Due', he: 'מועד' }, ({ due }) => due),
      column('met', 'flag', { en: 'Met', he: 'התקיים' }, ({ met = false }) => met),
    ],
    values,
  );
}
