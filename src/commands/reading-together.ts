import { type Invocation, portfolioOptions } from '../invocation.ts';
import type { FolderReading, Wanted } from '../store/portfolio/folder-reading.ts';
import { readPortfolio } from '../store/portfolio/read-portfolio.ts';
import { openProgress, type Progress } from './progress.ts';

/** Partnerships to read, and the folder that they are named from. */
export interface Together {
  readonly base: string;
  readonly roots: readonly string[];
}

/** A partnership that was read, and the folder that its own is named from. */
export interface ReadTogether {
  readonly base: string;
  readonly reading: FolderReading;
}

/**
 * Reads partnerships, one group after the other, and tells somebody at a terminal how far it is. `progress` is to
 * be cleared before anything else is written.
 */
export function readTogether(
  invocation: Invocation,
  groups: readonly Together[],
  want: readonly Wanted[],
): { readonly readings: AsyncGenerator<ReadTogether>; readonly progress: Progress } {
  const total = groups.reduce((sum, { roots }) => sum + roots.length, 0);
  const progress = openProgress(invocation, total);
  async function* read(): AsyncGenerator<ReadTogether> {
    try {
      for (const { base, roots } of groups) {
        for await (const reading of readPortfolio(base, roots, portfolioOptions(invocation, want))) {
          const drawing = progress.advance();
          if (drawing !== undefined) await drawing;
          yield { base, reading };
        }
      }
    } finally {
      progress.clear();
    }
  }
  return { readings: read(), progress };
}
