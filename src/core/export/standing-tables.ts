import type { Partnership } from '../partnership.ts';
import type { ReportReview } from '../report/reviews.ts';
import type { ReportItem, ReportStage } from '../report/stages.ts';
import type { Report } from '../report.ts';
import type { ReviewData } from '../schema/reviews.ts';
import { column, type ExportTable, tableOf } from './table.ts';

const number = (value: number | null) => (value === null ? null : String(value));

/** Where each stage stands, as `status` tells it. */
export function stagesTable({ stages }: Report): ExportTable {
  return tableOf<ReportStage>(
    'stages',
    { en: 'Stages', he: 'שלבים' },
    [
      column('number', 'number', { en: 'No.', he: 'מס׳' }, (stage) => number(stage.number)),
      column('stage', 'text', { en: 'Id', he: 'מזהה' }, (stage) => stage.stage),
      column('title', 'text', { en: 'Stage', he: 'שלב' }, (stage) => stage.title),
      column('state', 'choice', { en: 'State', he: 'מצב' }, (stage) => stage.state),
      column('round', 'number', { en: 'Round', he: 'סבב' }, (stage) => number(stage.round)),
      column('owner', 'text', { en: 'Owner', he: 'אחראי' }, (stage) => stage.owner),
      column('due', 'date', { en: 'Due', he: 'מועד' }, (stage) => stage.due),
      column('overdue_days', 'number', { en: 'Days late', he: 'ימי איחור' }, (stage) =>
        number(stage.overdueDays),
      ),
      column('items_done', 'number', { en: 'Items done', he: 'פריטים שבוצעו' }, (stage) =>
        number(stage.checklist.done),
      ),
      column('items_total', 'number', { en: 'Items', he: 'פריטים' }, (stage) =>
        number(stage.checklist.total),
      ),
      column('required_done', 'number', { en: 'Required items done', he: 'פריטי חובה שבוצעו' }, (stage) =>
        number(stage.required.done),
      ),
      column('required_total', 'number', { en: 'Required items', he: 'פריטי חובה' }, (stage) =>
        number(stage.required.total),
      ),
      column('review_date', 'date', { en: 'Last review', he: 'הבחינה האחרונה' }, (stage) =>
        stage.review === null ? null : stage.review.date,
      ),
      column('review_decision', 'choice', { en: 'Decision', he: 'החלטה' }, (stage) =>
        stage.review === null ? null : stage.review.decision,
      ),
    ],
    stages,
  );
}

/** Every item of every checklist, with what shows that it is done. */
export function checklistTable({ stages }: Report): ExportTable {
  type Line = ReportItem & { readonly stage: string };
  return tableOf<Line>(
    'checklist',
    { en: 'Checklist', he: 'רשימת תיוג' },
    [
      column('stage', 'text', { en: 'Stage', he: 'שלב' }, ({ stage }) => stage),
      column('item', 'text', { en: 'Id', he: 'מזהה' }, ({ id }) => id),
      column('text', 'text', { en: 'Item', he: 'פריט' }, ({ text }) => text),
      column('required', 'flag', { en: 'Required', he: 'חובה' }, ({ required }) => required),
      column('done', 'flag', { en: 'Done', he: 'בוצע' }, ({ done }) => done),
      column('on', 'date', { en: 'Date', he: 'תאריך' }, ({ on }) => on),
      column('by', 'text', { en: 'By', he: 'בידי' }, ({ by }) => by),
      column('evidence', 'text', { en: 'Evidence', he: 'ראיות' }, ({ evidence }) =>
        evidence.length === 0 ? null : evidence.join('; '),
      ),
      column('waived', 'text', { en: 'Waived because', he: 'נימוק הוויתור' }, ({ waived }) =>
        waived === null ? null : waived.reason,
      ),
    ],
    stages.flatMap(({ stage, items }) => items.map((item) => ({ ...item, stage }))),
  );
}

/** The minutes book, the oldest review first as in its file; what a review lists stands in one cell. */
export function reviewsTable(partnership: Partnership, { reviews }: Report): ExportTable {
  type Line = ReportReview & { readonly data: ReviewData };
  const joined = (parts: readonly string[]) => (parts.length === 0 ? null : parts.join('; '));
  const lines = partnership.reviews.map(({ value: data }, index) => ({
    // The report has the newest first.
    ...(reviews[reviews.length - 1 - index] as ReportReview),
    data,
  }));
  return tableOf<Line>(
    'reviews',
    { en: 'Gate reviews', he: 'בחינות שער' },
    [
      column('id', 'text', { en: 'Id', he: 'מזהה' }, ({ id }) => id),
      column('date', 'date', { en: 'Date', he: 'תאריך' }, ({ date }) => date),
      column('stage', 'text', { en: 'Stage', he: 'שלב' }, ({ data }) => data.stage),
      column('title', 'text', { en: 'Title', he: 'כותרת' }, ({ stage }) => stage?.title ?? null),
      column('round', 'number', { en: 'Round', he: 'סבב' }, ({ round }) => number(round)),
      column('decision', 'choice', { en: 'Decision', he: 'החלטה' }, ({ decision }) => decision),
      column('to', 'text', { en: 'Back to', he: 'חזרה אל' }, ({ data }) => data.to ?? null),
      column('reviewers', 'text', { en: 'Reviewers', he: 'הבוחנים' }, ({ reviewers }) =>
        joined(reviewers.map((one) => (one.for === null ? one.name : `${one.name} (${one.for})`))),
      ),
      column('reason', 'text', { en: 'Reason', he: 'נימוק' }, ({ reason }) => reason),
      column('notes', 'text', { en: 'Notes', he: 'הערות' }, ({ notes }) => notes),
      column('waivers', 'text', { en: 'Waivers', he: 'ויתורים' }, ({ waivers }) =>
        joined(waivers.map(({ item, reason }) => `${item}: ${reason}`)),
      ),
      column('conditions', 'text', { en: 'Conditions', he: 'תנאים' }, ({ conditions }) =>
        joined(conditions.map(({ text, met }) => `${met ? '✓' : '○'} ${text}`)),
      ),
      column('next_review', 'date', { en: 'Next review', he: 'הבחינה הבאה' }, ({ nextReview }) => nextReview),
    ],
    lines,
  );
}
