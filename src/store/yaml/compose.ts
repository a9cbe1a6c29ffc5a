import { Composer, type CST, type Document, type ErrorCode } from 'yaml';
import { addProblem, type ProblemList } from './problem-list.ts';

/**
 * Composes concrete syntax into a positioned tree under YAML 1.2 and the core schema; every error
 * and warning of yaml becomes a problem. `undefined` where the text holds no document.
 */
export function compose(
  tokens: readonly CST.Token[],
  text: string,
  problems: ProblemList,
): Document.Parsed | undefined {
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false });
  redirectErrors(composer, (complaint) => addComplaint(problems, text, complaint));
  const documents: Document.Parsed[] = [];
  for (const token of tokens) {
    if (token.type === 'error') {
      const end = token.offset + token.source.length;
      addComplaint(problems, text, { code: 'UNEXPECTED_TOKEN', start: token.offset, end });
    } else documents.push(...composer.next(token));
  }
  documents.push(...composer.end());
  // Errors that did not come by way of `onError`: none are known, but none may be lost.
  for (const { errors, warnings } of documents) {
    for (const { code, pos } of [...errors, ...warnings]) {
      addComplaint(problems, text, { code, start: pos[0], end: pos[1] });
    }
  }
  return documents[0];
}

/** An error or warning of yaml at its range. */
interface Complaint {
  readonly code: ErrorCode;
  readonly start: number;
  readonly end: number;
}

type ErrorSource = number | readonly number[] | { readonly offset: number; readonly source?: string };

/**
 * The composer makes an Error with a stack for each of its complaints, which takes seconds for a
 * text of nothing but quotes. Its `onError` is an own property that it hands on: it is replaced.
 */
function redirectErrors(composer: Composer, sink: (complaint: Complaint) => void): void {
  const onError = (source: ErrorSource, code: ErrorCode): void => {
    if (typeof source === 'number') sink({ code, start: source, end: source + 1 });
    else if ('offset' in source) {
      sink({ code, start: source.offset, end: source.offset + (source.source?.length ?? 1) });
    } else sink({ code, start: source[0] ?? 0, end: source[1] ?? 0 });
  };
  Object.defineProperty(composer, 'onError', { value: onError });
}

function addComplaint(problems: ProblemList, text: string, complaint: Complaint): void {
  const params = { detail: complaint.code.toLowerCase().replaceAll('_', '-') };
  const { start } = complaint;
  const end = Math.min(complaint.end, text.length);
  if (complaint.code === 'TAB_AS_INDENT') {
    const tab = start + Math.max(0, text.slice(start, end).indexOf('\t'));
    addProblem(problems, 'yaml-tab', { start: tab, end: tab + 1, params });
  } else if (complaint.code === 'BAD_INDENT') {
    const content = contentAfter(text, start);
    addProblem(problems, 'yaml-indentation', { start: content, end: content + 1, params });
  } else addProblem(problems, 'yaml-syntax', { start, end, params });
}

/** yaml tells of a wrong indent where the item before it ends; people look for the item itself. */
function contentAfter(text: string, offset: number): number {
  const layout = /(?:[ \t\r\n]+|#[^\n]*)*/y;
  layout.lastIndex = offset;
  const content = offset + (layout.exec(text)?.[0].length ?? 0);
  return content < text.length ? content : offset;
}
