/** The kinds of document that people hand around. */
export const documentKinds = [
  'status',
  'review',
  'agreement',
  'measurement',
  'board',
  'case-study',
  'closing',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** A piece of text: words of the document, something out of the files, or the word for what nobody wrote down. */
export interface DocumentSpan {
  readonly text: string;
  readonly from: 'document' | 'files' | 'nobody';
}

export type DocumentText = readonly DocumentSpan[];

/** One column of a table in a document. */
export interface DocumentColumn {
  readonly title: string;
  readonly isNumeric: boolean;
}

/** Who signs: for whom, and what is on record of it. */
export interface DocumentSignature {
  readonly party: string;
  readonly name: string | null;
  readonly on: string | null;
}

/** One thing of a document, in order. */
export type DocumentBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'note'; readonly text: DocumentText }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly (readonly DocumentText[])[];
    }
  | { readonly kind: 'signatures'; readonly lines: readonly DocumentSignature[] };

/** Something that a document speaks of and nobody has written down, with what to type to do so. */
export interface MissingPart {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
}

/** A document as a value, in the reader's language: every form renders this. */
export interface PartnershipDocument {
  readonly kind: DocumentKind;
  /** The tag of the language that its template is in. */
  readonly language: string;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
  readonly missing: readonly MissingPart[];
}
