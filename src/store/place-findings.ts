import { type DataPath, type Diagnostic, formatPath, type Problem } from '../core/problem.ts';
import type { SourceProblem, SourceText } from './read-source.ts';
import { maxProblems } from './yaml/limits.ts';
import { lineStartsOf, locate, positionAt } from './yaml/positions.ts';

/**
 * Gives a file's problems, those of its text and those of its data, their lines and columns. Finding the
 * places of the latter takes the strict reader, which is slow to load: `locates` says whether to.
 */
export async function placeProblems(
  source: SourceText,
  problems: readonly Problem[],
  locates = true,
): Promise<Diagnostic[]> {
  if (problems.length === 0 && source.problems.length === 0) return [];
  const { file, text } = source;
  const locate = problems.length === 0 || !locates ? () => 0 : await locator(source);
  const located = problems.map(({ code, severity, path, params = {}, at = 'value' }) => {
    return { code, severity, path, params, start: locate(path, at) };
  });
  const told = atMost([...source.problems, ...located].sort(inTextOrder));
  const starts = lineStartsOf(text);
  return told.map(({ code, severity, start, path, params }) => ({
    ...{ code, severity, file, params, path: formatPath(path) },
    ...positionAt(text, starts, start),
  }));
}

// As compareDiagnostics, before lines and columns are known: of many problems only a few are told.
function inTextOrder(a: SourceProblem, b: SourceProblem): number {
  return a.start - b.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

async function locator(source: SourceText): Promise<(path: DataPath, part: 'key' | 'value') => number> {
  const document = (await source.reading())?.document;
  if (document === undefined) return () => 0;
  return (path, part) => locate(document, path, part)?.start ?? 0;
}

/** Cuts a file's problems at the limit; the last one then says how many there are. */
function atMost(problems: SourceProblem[]): SourceProblem[] {
  const last = problems[maxProblems - 1];
  if (problems.length <= maxProblems || last === undefined) return problems;
  const severity = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  const params = { count: problems.length };
  const summary: SourceProblem = { ...last, code: 'too-many-problems', severity, path: [], params };
  return [...problems.slice(0, maxProblems - 1), summary];
}
