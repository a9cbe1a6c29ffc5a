import { Lexer } from 'yaml';
import type { ProblemCode } from '../../core/problem.ts';
import { maxBlankLineWork, maxDepth, maxLayoutTokens, maxTokens } from './limits.ts';
import { addProblem, type ProblemList } from './problem-list.ts';
import { badEscapes, isClosed } from './quoted.ts';

interface LexState {
  readonly problems: ProblemList;
  readonly openBrackets: { readonly source: string; readonly start: number }[];
  offset: number;
  /** Tokens so far, by what they cost (see maxTokens). */
  tokens: number;
  /** The lexer has announced a plain or block scalar; the next token is its text. */
  atScalar: boolean;
  documents: number;
  /** Whether the document has begun: by `---` or by anything but comments and blank lines. */
  begun: boolean;
  /** Block indicators (`-`, `?`, `:`) since anything else stood on the line. */
  indicators: number;
  /** Since the last content: spaces, line ends and comments; line ends before a comment; comments. */
  layoutTokens: number;
  blankLines: number;
  comments: number;
}

/**
 * Lexes a text and refuses, before any parser sees it, what the profile does not know
 * (`yaml-anchor`, `yaml-alias`, `yaml-tag`, `yaml-directive`, `multiple-documents`,
 * `yaml-unclosed`) and what would cost the parser too much (`too-deep`, `too-many-values`,
 * `too-many-blank-lines`). `undefined` where anything was refused.
 */
export function lexText(text: string, problems: ProblemList): string[] | undefined {
  const errorsBefore = problems.errorCount;
  const state: LexState = {
    problems,
    openBrackets: [],
    offset: 0,
    tokens: 0,
    atScalar: false,
    documents: 0,
    begun: false,
    indicators: 0,
    layoutTokens: 0,
    blankLines: 0,
    comments: 0,
  };
  const lexemes: string[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    lexemes.push(lexeme);
    state.tokens += 1;
    const isTooMuch = state.tokens > maxTokens;
    if (isTooMuch) refuse(state, 'too-many-values', { params: { limit: maxTokens } });
    if (isTooMuch || !checkLexeme(lexeme, state)) return undefined;
  }
  refuseOpenBracket(state);
  return problems.errorCount > errorsBefore ? undefined : lexemes;
}

/** Looks at one token of the lexer; `false` where what follows is not to be looked at. */
function checkLexeme(lexeme: string, state: LexState): boolean {
  const start = state.offset;
  if (state.atScalar) {
    state.atScalar = false;
    state.offset += lexeme.length;
    return true;
  }
  // The three control characters are the lexer's own marks and stand for no text.
  switch (lexeme) {
    case '\x02':
      state.documents += 1;
      return state.documents === 1 || refuse(state, 'multiple-documents');
    case '\x18':
      refuseOpenBracket(state);
      return true;
    case '\x1f':
      state.atScalar = true;
      begin(state);
      return true;
    default:
      break;
  }
  if (lexeme === '---' && state.begun) return refuse(state, 'multiple-documents', { end: start + 3 });
  if (lexeme === '...' && !state.begun) {
    return refuse(state, 'yaml-syntax', { end: start + 3, params: { detail: 'unexpected-token' } });
  }
  state.offset += lexeme.length;
  return checkLayout(lexeme, state) ?? checkContent(lexeme, start, state);
}

function begin(state: LexState): void {
  state.begun = true;
  state.indicators = 0;
  state.layoutTokens = 0;
  state.blankLines = 0;
  state.comments = 0;
}

/** Adds a problem at the offset reached; what follows is then not looked at. */
function refuse(
  state: LexState,
  code: ProblemCode,
  place: { readonly end?: number; readonly params?: Readonly<Record<string, string | number>> } = {},
): false {
  addProblem(state.problems, code, { start: state.offset, ...place });
  return false;
}

/** Spaces, line ends and comments; `undefined` where the token is none of them. */
function checkLayout(lexeme: string, state: LexState): boolean | undefined {
  const first = lexeme[0];
  if (first === '\n' || first === '\r') {
    state.indicators = 0;
    if (state.comments === 0) state.blankLines += 1;
  } else if (first === '#') state.comments += 1;
  else if (first !== ' ' && first !== '\t') return undefined;
  state.layoutTokens += 1;
  const isTooMuch =
    state.layoutTokens > maxLayoutTokens || state.blankLines * state.comments > maxBlankLineWork;
  return isTooMuch ? refuse(state, 'too-many-blank-lines') : true;
}

const refusedByFirst: ReadonlyMap<string, ProblemCode> = new Map([
  ['&', 'yaml-anchor'],
  ['*', 'yaml-alias'],
  ['!', 'yaml-tag'],
  ['%', 'yaml-directive'],
]);

function checkContent(lexeme: string, start: number, state: LexState): boolean {
  const first = lexeme[0] ?? '';
  const code = refusedByFirst.get(first);
  if (code !== undefined) {
    addProblem(state.problems, code, { start, end: state.offset, params: { source: lexeme } });
    // Directives stand before the `---` of their document.
    if (first !== '%') begin(state);
    return true;
  }
  if (lexeme === '-' || lexeme === '?' || lexeme === ':') return checkIndicator(start, state);
  begin(state);
  if (first === '"' || first === "'") checkQuoted(lexeme, start, state);
  if (first === ']' || first === '}') closeBracket(first, state);
  if (first !== '[' && first !== '{') return true;
  state.tokens += 1;
  state.openBrackets.push({ source: first, start });
  return state.openBrackets.length <= maxDepth || refuseDepth(start, state);
}

function refuseDepth(start: number, state: LexState): false {
  addProblem(state.problems, 'too-deep', { start, end: state.offset, params: { limit: maxDepth } });
  return false;
}

/** Each `-`, `?` or `:` that follows another on a line opens one more collection. */
function checkIndicator(start: number, state: LexState): boolean {
  const indicators = state.indicators + 1;
  begin(state);
  state.indicators = indicators;
  return indicators <= maxDepth || refuseDepth(start, state);
}

function checkQuoted(lexeme: string, start: number, state: LexState): void {
  const quote = lexeme[0] ?? '';
  state.tokens += 1;
  if (!isClosed(lexeme)) refuseUnclosed(state, quote, start);
  else if (quote === '"') {
    for (const at of badEscapes(lexeme)) {
      const place = { start: start + at, end: start + at + 2, params: { detail: 'bad-dq-escape' } };
      addProblem(state.problems, 'yaml-syntax', place);
    }
  }
}

function closeBracket(source: string, state: LexState): void {
  const open = state.openBrackets.at(-1);
  if (open !== undefined && open.source !== (source === ']' ? '[' : '{')) refuseOpenBracket(state);
  // A closing bracket too many is the parser's to tell.
  else state.openBrackets.pop();
}

/** The innermost bracket that is open is told; those around it end with it. */
function refuseOpenBracket(state: LexState): void {
  const open = state.openBrackets.at(-1);
  if (open !== undefined) refuseUnclosed(state, open.source, open.start);
  state.openBrackets.length = 0;
}

function refuseUnclosed(state: LexState, source: string, start: number): void {
  addProblem(state.problems, 'yaml-unclosed', { start, end: start + 1, params: { source } });
}
