import { agreementOf } from '../../core/documents/agreement.ts';
import type { TemplateNames } from '../../core/documents/check-template.ts';
import type { DocumentSignature } from '../../core/documents/document.ts';
import { documentTables } from '../../core/documents/tables.ts';
import { column, type ExportTable, tableOf } from '../../core/export/table.ts';
import type { GateMissing } from '../../core/gate.ts';
import type { Partnership } from '../../core/partnership.ts';
import type { ReportReview } from '../../core/report/reviews.ts';
import { missingReason } from '../gate-texts.ts';
import type { DocumentFieldName, DocumentWords } from '../messages/documents.ts';
import { ownCell, ownColumns } from '../own-sections.ts';
import type { ReportView } from '../report-view.ts';
import { type FieldValue, fieldValues } from './fields.ts';

/** A field with what people call it. */
export interface DocumentField extends FieldValue {
  readonly label: string;
}

/** All that a template may put in, by name. */
export interface DocumentContent {
  readonly view: ReportView;
  readonly words: DocumentWords;
  readonly fields: ReadonlyMap<string, DocumentField>;
  readonly tables: ReadonlyMap<string, ExportTable>;
  readonly signatures: ReadonlyMap<string, readonly DocumentSignature[]>;
  readonly flags: ReadonlyMap<string, boolean>;
}

/** Gathers what documents of a partnership can say. `review` is the one that the document is of. */
export function documentContent(
  view: ReportView,
  partnership: Partnership,
  tables: readonly ExportTable[],
  review: ReportReview | undefined,
  words: DocumentWords,
): DocumentContent {
  const { report } = view;
  const agreement = agreementOf(partnership, report.asOf);
  const values = Object.entries(fieldValues(view, review, agreement)) as [DocumentFieldName, FieldValue][];
  const all = [...tables, ...documentTables(tables, report, review), stillMissing(view)];
  return {
    view,
    words,
    fields: new Map<string, DocumentField>([
      ...values.map(([name, value]) => [name, { ...value, label: words.fields[name] }] as const),
      ...[...agreement.clauses].map(
        ([id, value]) =>
          [`clause.${id}`, { value, isTheirs: true, hint: null, label: words.clause(id) }] as const,
      ),
      ...ownFields(view),
    ]),
    tables: new Map(all.map((table) => [table.name, table])),
    signatures: new Map([
      ['signatures', agreement.signatures],
      ['review_signatures', reviewSignatures(review)],
    ]),
    flags: new Map([
      ['draft', !agreement.isSigned],
      ['ended', report.status.current === null],
      ['reviewed', review !== undefined],
      ['gate_open', report.status.gate.open],
    ]),
  };
}

/** The fields of sections of the model's own that are one mapping: `licence.number`. */
function ownFields(view: ReportView): [string, DocumentField][] {
  return view.report.ownSections.flatMap((own) => {
    if (own.form !== 'mapping') return [];
    const [row = []] = own.table.rows;
    return ownColumns(own, view).map(({ column, title, place }): [string, DocumentField] => {
      const value = ownCell(row[place] ?? null, column, own, view)?.text ?? null;
      const hint = `partner set ${own.name} ${column.key}=…`;
      return [`${own.name}.${column.key}`, { value, isTheirs: true, hint, label: title }];
    });
  });
}

/** The names that a template may use. */
export function namesIn({ fields, flags, signatures, tables }: DocumentContent): TemplateNames {
  return {
    fields: new Set(fields.keys()),
    flags: new Set(flags.keys()),
    signatures: new Set(signatures.keys()),
    tables: new Map([...tables].map(([name, { columns }]) => [name, columns.map(({ key }) => key)] as const)),
  };
}

/** What the gate of the current stage still wants, and why: items, and what is no item. */
function stillMissing({ report, terms }: ReportView): ExportTable {
  const current = report.stages.find(({ number }) => number === report.status.current?.number);
  const itemOf = ({ item }: GateMissing) => current?.items.find(({ id }) => id === item);
  return tableOf<GateMissing>(
    'still_missing',
    { en: 'Still missing', he: 'עדיין חסר' },
    [
      column('text', 'text', { en: 'Still missing', he: 'עדיין חסר' }, (missing) => {
        return itemOf(missing)?.text ?? missingReason(missing, terms);
      }),
      column('reason', 'text', { en: 'Why', he: 'מדוע' }, (missing) =>
        itemOf(missing) === undefined ? null : missingReason(missing, terms),
      ),
    ],
    report.status.gate.missing,
  );
}

// On a sheet that is taken to a meeting there is room for three.
const blankLines = 3;

/** A line for each reviewer, blank ones where there is no review yet. */
function reviewSignatures(review: ReportReview | undefined): DocumentSignature[] {
  const reviewers = review?.reviewers ?? [];
  if (reviewers.length === 0)
    return Array.from({ length: blankLines }, () => ({ party: '', name: null, on: null }));
  return reviewers.map(({ name, for: party }) => ({ party: party ?? '', name, on: null }));
}
