/** One replacement in a text: `end` is exclusive, offsets count UTF-16 units. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with the splice in place. */
export function applySplice(text: string, splice: Splice): string {
  return text.slice(0, splice.start) + splice.text + text.slice(splice.end);
}

/** Where the line that holds the offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line that holds the offset ends: at its line break, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed === -1) return text.length;
  return feed > offset && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** Where the line after the one that holds the offset begins, or the end of the text. */
export function nextLineStart(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed + 1;
}

/** The offset before the line break that ends there, or the offset itself. */
export function beforeLineBreak(text: string, offset: number): number {
  if (text[offset - 1] !== '\n') return offset;
  return text[offset - 2] === '\r' ? offset - 2 : offset - 1;
}

/** The line break used around the offset: that of its line, else of the line before, else a feed. */
export function lineBreakNear(text: string, offset: number): string {
  const next = text.indexOf('\n', offset);
  const feed = next === -1 ? text.lastIndexOf('\n') : next;
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

/** The next offset that is neither blank, line break nor inside a comment. */
export function skipTrivia(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    if (text[at] === '#') at = lineEnd(text, at);
    else if (/\s/.test(text.charAt(at))) at += 1;
    else break;
  }
  return at;
}

/** The next offset on the same line that is neither a space nor a tab. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

/** Whether the offset is the first thing on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return skipBlanks(text, lineStart(text, offset)) >= offset;
}

/** Whether a stretch of text holds a line that is empty or blank. */
export function hasBlankLine(text: string): boolean {
  return /\n[ \t]*\r?\n/.test(text);
}
