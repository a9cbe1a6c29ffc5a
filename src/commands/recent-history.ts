import type { HistoryEvent } from '../core/history/events.ts';
import { isWithoutGit } from '../git/without-git.ts';
import type { Invocation } from '../invocation.ts';
import { withRepository } from './open-repository.ts';
import { readHistory, readWorkingFiles } from './recorded-history.ts';

// A page has room for the last weeks; `partner history` tells the rest.
const most = 30;

/**
 * What was recorded of a partnership last, newest first, for a report. Empty where there is no git, no
 * repository or no commit: none of these keeps a report from being made.
 */
export async function recentHistory(invocation: Invocation, root: string): Promise<readonly HistoryEvent[]> {
  try {
    const working = await readWorkingFiles(root);
    const { events } = await withRepository(invocation, root, (open) => readHistory(open, working), {
      logAhead: true,
    });
    // Where nothing is committed yet, everything there is would be told as new.
    return events.some(({ commit }) => commit !== null) ? events.slice(0, most) : [];
  } catch (error) {
    if (isWithoutGit(error)) return [];
    throw error;
  }
}
