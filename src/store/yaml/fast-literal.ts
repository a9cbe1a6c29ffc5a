import { type Cursor, giveUp, leadingSpaces, lineAt, nextLine, nextLineStart } from './fast-cursor.ts';

/**
 * Reads the literal block scalar (`|` or `|-`, nothing else on the line) at the cursor. Its lines
 * are deeper than `indent`, the column of the collection it stands in, and the first is not blank.
 */
export function readLiteral(cursor: Cursor, indent: number): string {
  const { text } = cursor;
  const header = cursor.line.slice(cursor.at);
  const first = lineAt(text, cursor.next);
  const depth = leadingSpaces(first);
  if ((header !== '|' && header !== '|-') || depth <= indent || depth === first.length) {
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
      value += `${'\n'.repeat(blankLines)}${line.slice(depth)}\n`;
      blankLines = 0;
      cursor.next = at;
    }
  }
  cursor.tokens += 2;
  if (!cursor.failed) nextLine(cursor);
  return header === '|' ? value : value.slice(0, -1);
}
