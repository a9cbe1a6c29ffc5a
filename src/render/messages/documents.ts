import type { Language } from '../../core/schema/partnership.ts';

/** What documents say beside their templates, in one language. */
export interface DocumentWords {
  readonly yes: string;
  readonly no: string;
  readonly name: string;
  readonly signature: string;
  readonly signedOn: string;
  readonly party: string;
  /** The labels of the fields that a template may put in. */
  readonly fields: Readonly<Record<string, string>>;
  readonly clause: (id: string) => string;
  readonly missing: (parts: readonly string[]) => string;
  readonly problems: {
    readonly syntax: (text: string) => string;
    readonly notClosed: (name: string) => string;
    readonly notOpen: (name: string) => string;
    readonly unknown: (name: string, nearest: string | undefined) => string;
    readonly unknownColumn: (name: string, table: string, nearest: string | undefined) => string;
  };
}

/** Loads the words of documents in one language. */
export async function loadDocumentWords(language: Language): Promise<DocumentWords> {
  if (language === 'he') return (await import('./he/documents.ts')).documents;
  return (await import('./en/documents.ts')).documents;
}
