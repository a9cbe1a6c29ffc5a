import { maxDepth, maxTokens } from './limits.ts';

/**
 * Where the fast reader stands: at `at` in `line`, a line of `text` that has content (without its
 * line end), `indent` columns in; `next` is where in `text` the line after it begins. Past the
 * last line, and once it has given up, `indent` is -1 and `line` is empty, so that every loop over
 * lines or characters ends by itself.
 */
export interface Cursor {
  readonly text: string;
  line: string;
  at: number;
  next: number;
  indent: number;
  depth: number;
  /** At least as many as yaml's lexer makes of what was read, as the strict reader counts them. */
  tokens: number;
  failed: boolean;
}

// Fewer than the strict reader allows, so that it need not be asked how many it would count.
const maxSkippedLines = 1_000;

/** Stands on the first line of a text that has content. */
export function cursorOf(text: string): Cursor {
  const cursor = { text, line: '', at: 0, next: 0, indent: -1, depth: 0, tokens: 1, failed: false };
  nextLine(cursor);
  return cursor;
}

/** Leaves the text to the strict reader. */
export function giveUp(cursor: Cursor): undefined {
  cursor.failed = true;
  cursor.next = cursor.text.length;
  endOfText(cursor);
}

function endOfText(cursor: Cursor): void {
  cursor.line = '';
  cursor.at = 0;
  cursor.indent = -1;
}

/** Goes to the next line that is neither blank nor a comment. */
export function nextLine(cursor: Cursor): void {
  const { text } = cursor;
  for (let skipped = 0; skipped < maxSkippedLines; skipped += 1) {
    const start = cursor.next;
    if (start >= text.length) {
      endOfText(cursor);
      return;
    }
    const line = lineAt(text, start);
    cursor.next = nextLineStart(text, start, line);
    const indent = leadingSpaces(line);
    cursor.tokens += 2;
    if (indent === line.length) continue;
    if (line[indent] !== '#') {
      enterLine(cursor, line, indent);
      return;
    }
    cursor.tokens += 1;
  }
  giveUp(cursor);
}

/** The line that begins at an offset, without its line end. */
export function lineAt(text: string, start: number): string {
  const lineFeed = text.indexOf('\n', start);
  if (lineFeed === -1) return text.slice(start);
  return text.slice(start, lineFeed > start && text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed);
}

/** The offset after a line that `lineAt` gave, and after its line end. */
export function nextLineStart(text: string, start: number, line: string): number {
  const end = start + line.length;
  return end + (text[end] === '\r' ? 2 : 1);
}

/** How many spaces a line begins with. */
export function leadingSpaces(line: string): number {
  let count = 0;
  while (line[count] === ' ') count += 1;
  return count;
}

function enterLine(cursor: Cursor, line: string, indent: number): void {
  cursor.line = line;
  cursor.at = indent;
  cursor.indent = indent;
  const isMarker = indent === 0 && (line.startsWith('---') || line.startsWith('...'));
  if (isMarker || cursor.tokens > maxTokens) giveUp(cursor);
}

/** One collection deeper; gives up before the strict reader would refuse. */
export function enter(cursor: Cursor): void {
  cursor.depth += 1;
  if (cursor.depth >= maxDepth) giveUp(cursor);
}

/** Moves past spaces on the line. */
export function skipSpaces(cursor: Cursor): void {
  while (cursor.line[cursor.at] === ' ') cursor.at += 1;
}

/** Whether nothing but a comment is left on the line; to be asked after a space or at its start. */
export function isLineDone(cursor: Cursor): boolean {
  if (cursor.at >= cursor.line.length) return true;
  if (cursor.line[cursor.at] !== '#') return false;
  cursor.tokens += 2;
  return true;
}

/** After a value that ends on this line: only spaces and a comment may follow. */
export function finishLine(cursor: Cursor): void {
  if (cursor.at < cursor.line.length) {
    const valueEnd = cursor.at;
    skipSpaces(cursor);
    cursor.tokens += 1;
    if (cursor.at === valueEnd || !isLineDone(cursor)) giveUp(cursor);
  }
  nextLine(cursor);
}
