import type { Diagnostic } from './problem.ts';

/** The problems that were not there before; what only moved to another line was. */
export function newProblems(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const name = ({ code, file, params }: Diagnostic) => JSON.stringify([code, file, params]);
  const known = new Map<string, number>();
  for (const diagnostic of before) known.set(name(diagnostic), (known.get(name(diagnostic)) ?? 0) + 1);
  return after.filter((diagnostic) => {
    const left = known.get(name(diagnostic)) ?? 0;
    known.set(name(diagnostic), left - 1);
    return left <= 0;
  });
}
