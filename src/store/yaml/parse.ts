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
    for (const token of parser.next(lexeme)) tokens.push(token);
    const tooDeep = collectionTooDeep(parser.stack);
    if (tooDeep !== undefined) {
      addProblem(problems, 'too-deep', { start: tooDeep.offset, params: { limit: maxDepth } });
      return undefined;
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The parser's stack holds the document and every collection that is still open, the innermost last. */
function collectionTooDeep(stack: readonly CST.Token[]): CST.Token | undefined {
  return stack.length > maxDepth ? stack.filter((token) => 'items' in token)[maxDepth] : undefined;
}
