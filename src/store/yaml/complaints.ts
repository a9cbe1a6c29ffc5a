import type { ErrorCode } from 'yaml';
import type { ProblemCode } from '../../core/problem.ts';
import { addProblem, type ProblemList } from './problem-list.ts';
import { lineEnd, lineStart } from './text-layout.ts';

/** An error or warning of yaml at its range. */
export interface Complaint {
  readonly code: ErrorCode;
  readonly start: number;
  readonly end: number;
}

/** A complaint as it is told: where people look for it. */
interface Told {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
}

// A text of nothing but mistakes has hundreds of thousands; those after these tell nobody anything.
const complaintsKept = 10_000;

/** Keeps a complaint, unless there are very many. */
export function addComplaint(complaints: Complaint[], complaint: Complaint): void {
  if (complaints.length < complaintsKept) complaints.push(complaint);
}

/**
 * Adds the first complaint in the order of the text, and those after it that hold by themselves, at most
 * one a line (`yaml-tab`, `yaml-indentation`, `yaml-syntax` with `detail`). One wrong indent or quote
 * makes yaml take what follows for something else, and it then complains of that too.
 */
export function addIndependent(complaints: readonly Complaint[], text: string, problems: ProblemList): void {
  const [first, ...others] = [...complaints].sort((a, b) => a.start - b.start);
  if (first === undefined) return;
  // The ends of the line told last, and of the first one, which may stand below those after it.
  let told = { start: -1, end: -1 };
  let firstTold: typeof told | undefined;
  // Where an indent went wrong is looked for only once: the text may be long.
  for (const complaint of [first, ...others.filter((other) => isPlainToSee(other, text))]) {
    const { code, start, end } = tell(complaint, text);
    const isTold = [told, firstTold].some(
      (line) => line !== undefined && line.start <= start && start <= line.end,
    );
    if (isTold) continue;
    told = { start: lineStart(text, start), end: lineEnd(text, start) };
    firstTold ??= told;
    addProblem(problems, code, { start, end, params: { detail: detailOf(complaint) } });
  }
}

/** The name of a complaint in messages: yaml's own, in lower case. */
function detailOf({ code }: Complaint): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/** Whether a mistake shows in its own line, whatever stands before it. */
function isPlainToSee({ code, start }: Complaint, text: string): boolean {
  if (code === 'TAB_AS_INDENT' || code === 'BAD_SCALAR_START') return true;
  return code === 'BLOCK_AS_IMPLICIT_KEY' && hasColon(text, start);
}

function tell({ code, start, end: complaintEnd }: Complaint, text: string): Told {
  const end = Math.min(complaintEnd, text.length);
  if (code === 'TAB_AS_INDENT') {
    const tab = start + Math.max(0, text.slice(start, end).indexOf('\t'));
    return { code: 'yaml-tab', start: tab, end: tab + 1 };
  }
  // A space that yaml misses where a line begins is nothing that people would write.
  const isIndent = code === 'MISSING_CHAR' && text[start] === ' ' && text[start - 1] === '\n';
  if (code === 'BAD_INDENT' || isIndent) return indentation(contentAfter(text, start));
  // A second ": " on the line; without one the line below is indented too far.
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !hasColon(text, start)) return indentation(keyBelow(text, start));
  return { code: 'yaml-syntax', start, end };
}

function indentation(start: number): Told {
  return { code: 'yaml-indentation', start, end: start + 1 };
}

/** Whether a colon that ends a key stands on the rest of a line. */
function hasColon(text: string, offset: number): boolean {
  return /^[^\n]*?:(?:[ \r\n]|$)/.test(text.slice(offset, offset + 1_024));
}

/** A key that is indented too far goes on with the text above it: the first line below that has one. */
function keyBelow(text: string, offset: number): number {
  const below = /\n[ \t]*(?=[^ \t\r\n#][^\n]*?:(?:[ \r\n]|$))/g;
  below.lastIndex = offset;
  const found = below.exec(text);
  return found === null ? offset : found.index + found[0].length;
}

/** yaml tells of a wrong indent where the item before it ends; people look for the item itself. */
function contentAfter(text: string, offset: number): number {
  const layout = /(?:[ \t\r\n]+|#[^\n]*)*/y;
  layout.lastIndex = offset;
  const content = offset + (layout.exec(text)?.[0].length ?? 0);
  return content < text.length ? content : offset;
}
