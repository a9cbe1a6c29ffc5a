import {
  compareDiagnostics,
  type DataPath,
  type Diagnostic,
  formatPath,
  type Problem,
} from '../core/problem.ts';
import type { SourceText } from './read-source.ts';
import { maxProblems } from './yaml/limits.ts';
import { lineStartsOf, positionAt } from './yaml/positions.ts';

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
  const starts = lineStartsOf(text);
  const placed = source.problems.map(({ code, severity, start, path, params }) => ({
    ...{ code, severity, file, params, path: formatPath(path) },
    ...positionAt(text, starts, start),
  }));
  const locate = problems.length === 0 || !locates ? () => 0 : await locator(source);
  for (const problem of problems) {
    const { code, severity, path, params = {} } = problem;
    const place = positionAt(text, starts, locate(path, problem.at ?? 'value'));
    placed.push({ code, severity, file, params, path: formatPath(path), ...place });
  }
  return atMost(placed.sort(compareDiagnostics));
}

async function locator(source: SourceText): Promise<(path: DataPath, part: 'key' | 'value') => number> {
  const document = (await source.reading())?.document;
  if (document === undefined) return () => 0;
  const { locate } = await import('./yaml/locate.ts');
  return (path, part) => locate(document, path, part)?.start ?? 0;
}

/** Cuts a file's problems at the limit; the last one then says how many there are. */
function atMost(diagnostics: Diagnostic[]): Diagnostic[] {
  const last = diagnostics[maxProblems - 1];
  if (diagnostics.length <= maxProblems || last === undefined) return diagnostics;
  const kept = diagnostics.slice(0, maxProblems - 1);
  return [
    ...kept,
    {
      ...last,
      code: 'too-many-problems',
      severity: diagnostics.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
      path: '',
      params: { count: diagnostics.length },
    },
  ];
}
