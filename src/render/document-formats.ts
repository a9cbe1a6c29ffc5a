import type { PartnershipDocument } from '../core/documents/document.ts';
import type { DocumentContent } from './documents/content.ts';
import { renderJson } from './json.ts';
import { type Rendered, rendered } from './rendered.ts';

/** The forms of a document. */
export const documentFormats = ['md', 'html', 'docx', 'json'] as const;

export type DocumentFormat = (typeof documentFormats)[number];

/** The form that the end of a file's name asks for; undefined where it asks for none. */
export function documentFormatOf(file: string): DocumentFormat | undefined {
  const end = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const known = { md: 'md', markdown: 'md', html: 'html', htm: 'html', docx: 'docx', json: 'json' } as const;
  return Object.hasOwn(known, end) ? known[end as keyof typeof known] : undefined;
}

/** A document in one of its forms that are text; each is loaded when somebody wants it. */
export async function renderDocument(
  document: PartnershipDocument,
  content: DocumentContent,
  format: Exclude<DocumentFormat, 'docx'>,
): Promise<Rendered> {
  if (format === 'html')
    return rendered((await import('./documents/page.ts')).documentPage(document, content));
  if (format === 'md')
    return rendered((await import('./documents/markdown.ts')).documentMarkdown(document, content));
  const { language, report } = content.view;
  return renderJson({ format: 1, partnership: report.id, as_of: report.asOf, language, ...document });
}
