import type { Language } from '../../core/schema/partnership.ts';

/** What documents say beside their templates, in one language. */
export interface DocumentWords {
  readonly name: string;
  readonly signature: string;
  readonly signedOn: string;
  readonly party: string;
  /** The labels of the fields that a template may put in. */
  readonly fields: Readonly<Record<DocumentFieldName, string>>;
  readonly clause: (id: string) => string;
  readonly missing: (parts: readonly string[]) => string;
}

/** The fields that a template may put in, clauses apart. */
export type DocumentFieldName =
  | 'name'
  | 'as_of'
  | 'commit'
  | 'model'
  | 'started'
  | 'state'
  | 'stage'
  | 'progress'
  | 'gate'
  | 'next_review'
  | 'statement'
  | 'area'
  | 'target_group'
  | 'problem_baseline'
  | 'vision'
  | 'partners'
  | 'total'
  | 'without_time'
  | 'reached'
  | 'cost_per_person'
  | 'leverage'
  | 'on_time'
  | 'pledges_received'
  | 'non_cash'
  | 'management'
  | 'health_mean'
  | 'health_lowest'
  | 'exit_decision'
  | 'exit_reason'
  | 'exit_effective'
  | 'exit_successor'
  | 'exit_follow_up'
  | 'agreement_version'
  | 'agreement_kind'
  | 'review_stage'
  | 'review_date'
  | 'review_round'
  | 'review_decision'
  | 'review_to'
  | 'review_reviewers'
  | 'review_reason'
  | 'review_notes'
  | 'review_next';

/** Loads the words of documents in one language. */
export async function loadDocumentWords(language: Language): Promise<DocumentWords> {
  if (language === 'he') return (await import('./he/documents.ts')).documents;
  return (await import('./en/documents.ts')).documents;
}
