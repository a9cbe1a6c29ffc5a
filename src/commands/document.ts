import { resolve } from 'node:path';
import type { CommandOptions } from '../command-specs/command-spec.ts';
import { type DocumentKind, documentKinds, type PartnershipDocument } from '../core/documents/document.ts';
import { parseTemplate } from '../core/documents/template.ts';
import { exportTables } from '../core/export.ts';
import { nearest } from '../core/nearest.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { ReportReview } from '../core/report/reviews.ts';
import { type Invocation, printJson } from '../invocation.ts';
import { type DocumentFormat, documentFormatOf, renderDocument } from '../render/document-formats.ts';
import { compose } from '../render/documents/compose.ts';
import { type DocumentContent, documentContent } from '../render/documents/content.ts';
import { loadDocumentWords } from '../render/messages/documents.ts';
import { printable } from '../render/printable.ts';
import { renderLines } from '../render/rendered.ts';
import { requireRoot } from '../store/discover.ts';
import { findTemplate, type TemplateSource } from '../store/document-templates.ts';
import { writeOutput } from '../store/write-output.ts';
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
    documentFormatOf(out ?? '') ??
    (invocation.json ? 'json' : 'md')) as DocumentFormat;
  const made = await makeReport(invocation, root, at);
  const { language, report } = made.view;
  const words = await loadDocumentWords(language);
  const tables = exportTables(made.loaded.partnership, report);
  const content = documentContent(
    made.view,
    made.loaded.partnership,
    tables,
    reviewOf(made, kind, wanted),
    words,
  );
  const source = findTemplate(root, kind, language, invocation.context.resources);
  const { document, faults } = compose(kind, parseTemplate(source.text), content);
  const [fault] = faults;
  if (fault !== undefined) throw faulty(invocation, root, source, fault);
  const file = await writeOrPrint(invocation, document, content, format, out);
  tellMissing(invocation, document, content);
  if (file !== undefined && invocation.json)
    printJson(invocation, { format: 1, files: [shownPath(invocation, file)], missing: document.missing });
  else if (file !== undefined) tell(invocation, made.view.words.run.written(shownPath(invocation, file)));
  return 0;
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

function faulty(
  invocation: Invocation,
  root: string,
  { file }: TemplateSource,
  { line, column, problem }: { readonly line: number; readonly column: number; readonly problem: string },
): PartnerError {
  const shown = shownPath(invocation, resolve(root, file));
  return new PartnerError('invalid-template', { place: `${shown}:${line}:${column}`, problem });
}

/** Writes the file that was asked for and returns its path; prints what goes to stdout, and returns none. */
async function writeOrPrint(
  invocation: Invocation,
  document: PartnershipDocument,
  content: DocumentContent,
  format: DocumentFormat,
  out: string | undefined,
): Promise<string | undefined> {
  const target = out === undefined ? undefined : resolve(invocation.folder, out);
  if (format === 'docx') {
    // Nothing for a terminal or a line of text: it always is a file.
    const file = target ?? resolve(invocation.folder, `${content.view.report.id}-${document.kind}.docx`);
    const { documentWord } = await import('../render/documents/word.ts');
    const bytes = await documentWord(document, content);
    writeOutput(file, bytes, target === undefined ? () => false : undefined);
    return file;
  }
  const text = await renderDocument(document, content, format);
  if (target === undefined) invocation.context.stdout.write(text);
  else writeOutput(target, Buffer.from(text));
  return target;
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

function tell({ context, quiet }: Invocation, sentence: string): void {
  if (!quiet) context.stderr.write(renderLines([printable(sentence)]));
}
