import { type Cursor, giveUp, leadingSpaces, lineAt, nextLine, nextLineStart } from './fast-cursor.ts';

/** What the header of a block scalar, alone on its line, says: whether lines are folded, and the last end kept. */
const headers: ReadonlyMap<string, { readonly isFolded: boolean; readonly end: string }> = new Map([
  ['|', { isFolded: false, end: '\n' }],
  ['|-', { isFolded: false, end: '' }],
  ['>', { isFolded: true, end: '\n' }],
  ['>-', { isFolded: true, end: '' }],
]);

/**
 * Reads the block scalar at the cursor, literal or folded. Its lines are deeper than `indent`, the column of the
 * collection it stands in, and the first is not blank. Of folded ones only those are read whose lines all make up
 * one paragraph.
 */
export function readBlockScalar(cursor: Cursor, indent: number): string {
  const { text } = cursor;
  const header = headers.get(cursor.line.slice(cursor.at));
  const first = lineAt(text, cursor.next);
  const depth = leadingSpaces(first);
  if (header === undefined || depth <= indent || depth === first.length) {
    giveUp(cursor);
    return '';
  }
  let value = '';
  let blankLines = 0;
  for (let at = cursor.next; at < text.length; ) {
    const line = lineAt(text, at);
    const spaces = leadingSpaces(line);
    const isBlank = spaces === line.length;
    if (!isBlank && spaces < depth) break;
    // A blank line with more spaces than the text's depth is text to yaml.
    if (isBlank && spaces > depth) giveUp(cursor);
    at = nextLineStart(text, at, line);
    if (isBlank) blankLines += 1;
    else {
      const content = line.slice(depth);
      if (header.isFolded && (blankLines > 0 || !isFoldedSafely(content))) giveUp(cursor);
      value += `${'\n'.repeat(blankLines)}${content}${header.isFolded ? ' ' : '\n'}`;
      blankLines = 0;
      cursor.next = at;
    }
  }
  cursor.tokens += 2;
  if (!cursor.failed) nextLine(cursor);
  return value.slice(0, -1) + header.end;
}

// Lines that are indented further, or end in blanks, fold in ways of their own.
function isFoldedSafely(content: string): boolean {
  return !/^[ \t]|[ \t]$/.test(content);
}
