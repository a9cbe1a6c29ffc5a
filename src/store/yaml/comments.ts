import { Lexer } from 'yaml';

/** A comment with its place in the text, in UTF-16 units. */
export interface Comment {
  readonly at: number;
  readonly text: string;
}

// Marks of the lexer that stand for no characters of the text: a document, a flow end, a scalar that follows.
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/** Every comment of a text, in order; a `#` inside a value is none. */
export function commentsIn(text: string): Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) {
      isScalar = token === '\u001f';
      continue;
    }
    if (!isScalar && token.startsWith('#')) comments.push({ at, text: token.trimEnd() });
    isScalar = false;
    at += token.length;
  }
  return comments;
}
