import { Composer, type CST, type Document, type ErrorCode } from 'yaml';
import { addComplaint, addIndependent, type Complaint } from './complaints.ts';
import type { ProblemList } from './problem-list.ts';

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
  const complaints: Complaint[] = [];
  redirectErrors(composer, (complaint) => addComplaint(complaints, complaint));
  const documents: Document.Parsed[] = [];
  for (const token of tokens) {
    if (token.type === 'error') {
      const end = token.offset + token.source.length;
      addComplaint(complaints, { code: 'UNEXPECTED_TOKEN', start: token.offset, end });
    } else documents.push(...composer.next(token));
  }
  documents.push(...composer.end());
  // Errors that did not come by way of `onError`: none are known, but none may be lost.
  for (const { errors, warnings } of documents) {
    for (const { code, pos } of [...errors, ...warnings]) {
      addComplaint(complaints, { code, start: pos[0], end: pos[1] });
    }
  }
  addIndependent(complaints, text, problems);
  return documents[0];
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
