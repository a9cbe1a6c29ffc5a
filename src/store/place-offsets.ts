import type { Diagnostic, OffsetProblem } from '../core/problem.ts';
import { maxProblems } from './yaml/limits.ts';
import { lineStartsOf, positionAt } from './yaml/positions.ts';

/**
 * Gives the problems of a text their lines and columns, in order, at most 50 of them. `file` is its name as
 * it is to be shown; a problem that speaks of another place gets its `line` as well.
 */
export function placeOffsets(file: string, text: string, problems: readonly OffsetProblem[]): Diagnostic[] {
  const starts = lineStartsOf(text);
  return [...problems]
    .sort((a, b) => a.at - b.at)
    .slice(0, maxProblems)
    .map(({ code, at, params, lineOf }) => ({
      ...{ code, severity: 'error' as const, file, path: '' },
      ...positionAt(text, starts, at),
      params: lineOf === undefined ? params : { ...params, line: positionAt(text, starts, lineOf).line },
    }));
}
