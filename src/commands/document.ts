import type { CommandOptions } from '../command-specs/command-spec.ts';
import { checkTemplate } from '../core/documents/check-template.ts';
import { type DocumentKind, documentKinds, type PartnershipDocument } from '../core/documents/document.ts';
import { parseTemplate, type Template } from '../core/documents/template.ts';
import { absentTables, exportTables } from '../core/export.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { ReportReview } from '../core/report/reviews.ts';
import { type Invocation, printJson } from '../invocation.ts';
import { renderDocument } from '../render/document-formats.ts';
import { compose } from '../render/documents/compose.ts';
import { type DocumentContent, documentContent, namesIn } from '../render/documents/content.ts';
import { type DocumentForm, documentForms, formOfFile } from '../render/forms.ts';
import { loadDocumentWords } from '../render/messages/documents.ts';
import { requireRoot } from '../store/discover.ts';
import { hasOwnTemplate, readTemplate } from '../store/document-templates.ts';
import { placeOffsets } from '../store/place-offsets.ts';
import { handOut, handOutFile, tell } from './handing-out.ts';
import { shownPath } from './paths.ts';
import { type MadeReport, makeReport } from './report-making.ts';

/** `partner document KIND`: a paper for people, out of a template and what the files hold. */
export async function writeDocument(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const root = requireRoot(invocation.folder);
  const kind = kindOf(String(args[0]));
  const { out, format: asked, review: wanted, at } = options as Partial<Record<string, string>>;
  const format = (asked ??
    formOfFile(out ?? '', documentForms) ??
    (invocation.json ? 'json' : 'md')) as DocumentForm;
  const made = await makeReport(invocation, root, at);
  const { report } = made.view;
  const words = await loadDocumentWords(made.view.language);
  const { partnership } = made.loaded;
  const tables = [...exportTables(partnership, report), ...absentTables(partnership, report)];
  const content = documentContent(made.view, partnership, tables, reviewOf(made, kind, wanted), words);
  const { template, language } = usableTemplate(invocation, root, kind, content);
  const document = compose({ kind, language }, template, content);
  const file = await writeOrPrint(invocation, document, content, format, out);
  tellMissing(invocation, document, content);
  if (file === undefined) return 0;
  const shown = shownPath(invocation, file);
  if (invocation.json) printJson(invocation, { format: 1, files: [shown], missing: document.missing });
  else tell(invocation, made.view.words.run.written(shown));
  return 0;
}

/**
 * The template of a document, in the partnership's language where it has one of its own, else in one that the
 * program speaks; throws `invalid-template` with every problem where it has one.
 */
function usableTemplate(
  invocation: Invocation,
  root: string,
  kind: DocumentKind,
  content: DocumentContent,
): { readonly template: Template; readonly language: string } {
  const { language: spoken, textLanguage } = content.view;
  const language = hasOwnTemplate(root, kind, textLanguage) ? textLanguage : spoken;
  const { text, path, problems } = readTemplate(root, kind, language, invocation.context.resources);
  const template = parseTemplate(text);
  const found = [...problems, ...template.problems, ...checkTemplate(template, namesIn(content))];
  if (found.length === 0) return { template, language };
  const file = shownPath(invocation, path);
  throw new PartnerError('invalid-template', { file }, { diagnostics: placeOffsets(file, text, found) });
}

function kindOf(given: string): DocumentKind {
  const known = documentKinds.find((kind) => kind === given);
  if (known !== undefined) return known;
  const meant = nearest(given, documentKinds);
  const kinds = documentKinds.join(', ');
  const problem = {
    en: `there is no document "${given}"${meant === undefined ? '' : ` (did you mean ${meant}?)`}; there are ${kinds}`,
    he: `אין מסמך "${given}"${meant === undefined ? '' : ` (האם הכוונה ל־${meant}?)`}; יש ${kinds}`,
  };
  throw new PartnerError('usage', { problem, command: 'document' });
}

/** The review that a document is of: the one that is named, else the newest. Only a review record is of an older one. */
function reviewOf(
  { view }: MadeReport,
  kind: DocumentKind,
  id: string | undefined,
): ReportReview | undefined {
  const { reviews } = view.report;
  if (id === undefined) return reviews[0];
  const found = reviews.find((review) => review.id === id);
  if (found !== undefined && kind === 'review') return found;
  const meant = nearest(
    id,
    reviews.map((review) => review.id),
  );
  const problem =
    kind === 'review'
      ? {
          en: `--review: there is no review "${id}"${meant === undefined ? '' : ` (did you mean ${meant}?)`}`,
          he: `--review: אין בחינה "${id}"${meant === undefined ? '' : ` (האם הכוונה ל־${meant}?)`}`,
        }
      : { en: '--review goes with the document "review"', he: '--review מתאים רק למסמך review' };
  throw new PartnerError('usage', { problem, command: 'document' });
}

/** Writes the file that was asked for and returns its path; prints what goes to stdout, and returns none. */
async function writeOrPrint(
  invocation: Invocation,
  document: PartnershipDocument,
  content: DocumentContent,
  format: DocumentForm,
  out: string | undefined,
): Promise<string | undefined> {
  if (format !== 'docx') return handOut(invocation, await renderDocument(document, content, format), out);
  const { documentWord } = await import('../render/documents/word.ts');
  const ownName = `${content.view.report.id}-${document.kind}.docx`;
  return handOutFile(invocation, await documentWord(document, content), out, ownName);
}

function tellMissing(
  invocation: Invocation,
  { missing }: PartnershipDocument,
  { words }: DocumentContent,
): void {
  if (missing.length === 0 || invocation.json) return;
  const parts = missing.map(({ label, hint }) => (hint === null ? label : `${label} (${hint})`));
  tell(invocation, words.missing(parts));
}
