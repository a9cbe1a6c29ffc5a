import { sharedIds } from '../../core/portfolio/shared-ids.ts';
import type { Problem } from '../../core/problem.ts';
import { homeFile } from '../discover.ts';
import { placeProblems } from '../place-findings.ts';
import { readSource } from '../read-source.ts';
import { type PlacedProblem, withLines } from './folder-reading.ts';

/** A problem of one partnership among others: `root` is its folder. */
export interface ProblemAmongOthers extends PlacedProblem {
  readonly root: string;
}

/**
 * The problem `shared-id` (params `id`, `other`: a folder as `nameOf` gives it) of each partnership that has the
 * id of another one, at the place of the id.
 */
export async function* placeSharedIds(
  partnerships: Iterable<{ readonly dir: string; readonly id: string | null }>,
  nameOf: (root: string) => string,
): AsyncGenerator<ProblemAmongOthers> {
  for (const [id, roots] of sharedIds(partnerships)) {
    for (const root of roots) {
      const other = roots.find((one) => one !== root) ?? root;
      const params = { id, other: nameOf(other) };
      const problem: Problem = { code: 'shared-id', severity: 'error', path: ['id'], params };
      const source = await readSource(root, homeFile);
      const [diagnostic] = (await placeProblems(source, [problem])).filter(
        ({ code }) => code === 'shared-id',
      );
      if (diagnostic === undefined) continue;
      for (const placed of withLines([diagnostic], new Map([[homeFile, source]]))) yield { ...placed, root };
    }
  }
}
