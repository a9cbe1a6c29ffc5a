import { type CST, Parser } from 'yaml';
import { maxDepth } from './limits.ts';
import { addProblem, type ProblemList } from './problem-list.ts';

/**
 * Parses the lexer's tokens to concrete syntax. `too-deep`, and `undefined`, where more than 64
 * collections stand inside one another: yaml's composer would recurse, its cost would explode.
 */
export function parseLexemes(lexemes: readonly string[], problems: ProblemList): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of lexemes) {
    const start = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (isTooDeep(parser.stack)) {
      addProblem(problems, 'too-deep', { start, end: start + lexeme.length, params: { limit: maxDepth } });
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The parser's stack holds the document and every collection that is still open. */
function isTooDeep(stack: readonly CST.Token[]): boolean {
  return stack.length > maxDepth && stack.filter((token) => 'items' in token).length > maxDepth;
}
