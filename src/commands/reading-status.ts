import type { Diagnostic } from '../core/problem.ts';
import { type Invocation, portfolioOptions } from '../invocation.ts';
import type { ModelledStatus } from '../store/modelled-status.ts';
import type { FolderReading } from '../store/portfolio/folder-reading.ts';
import { readPortfolio } from '../store/portfolio/read-portfolio.ts';

/** The status of a partnership, with the commit that it was read from, if from one. */
export interface StatusReading extends ModelledStatus {
  /** What validation found; places and all where JSON is wanted, none where words are: there they are counted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly commit: string | null;
}

/**
 * Reads how a partnership stands, now or at a revision. Of files that have not changed since the index tells, as
 * it does for `list` and `validate`. Throws as loading the partnership does.
 */
export async function readStatus(
  invocation: Invocation,
  root: string,
  revision: string | undefined,
): Promise<StatusReading> {
  const reading = revision === undefined ? await readNow(invocation, root) : undefined;
  if (reading?.status !== undefined) {
    const diagnostics = (reading.problems ?? []).map(({ diagnostic }) => diagnostic);
    return { ...reading.status, diagnostics, commit: null };
  }
  const { loadStatus } = await import('./loading-status.ts');
  return loadStatus(invocation, root, revision);
}

async function readNow(invocation: Invocation, root: string): Promise<FolderReading | undefined> {
  const want = invocation.json ? (['status', 'problems'] as const) : (['status'] as const);
  let found: FolderReading | undefined;
  // To its end, where what is new is kept.
  for await (const reading of readPortfolio(root, [root], portfolioOptions(invocation, want)))
    found = reading;
  return found;
}
