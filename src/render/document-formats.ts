import type { PartnershipDocument } from '../core/documents/document.ts';
import type { DocumentContent } from './documents/content.ts';
import type { DocumentForm } from './forms.ts';
import { renderJson } from './json.ts';
import { type Rendered, rendered } from './rendered.ts';

/** A document in one of its forms that are text; each is loaded when somebody wants it. */
export async function renderDocument(
  document: PartnershipDocument,
  content: DocumentContent,
  format: Exclude<DocumentForm, 'docx'>,
): Promise<Rendered> {
  if (format === 'html')
    return rendered((await import('./documents/page.ts')).documentPage(document, content));
  if (format === 'md')
    return rendered((await import('./documents/markdown.ts')).documentMarkdown(document, content));
  const { report } = content.view;
  const { language, ...rest } = document;
  return renderJson({ format: 1, partnership: report.id, as_of: report.asOf, language, ...rest });
}
