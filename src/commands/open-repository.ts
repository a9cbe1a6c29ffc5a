import type { LoggedCommit } from '../core/history/commit.ts';
import { readLog } from '../git/log.ts';
import { type ObjectReader, openObjects } from '../git/objects.ts';
import { findRepository, type Repository } from '../git/repository.ts';
import { headCommit } from '../git/tree.ts';
import type { Invocation } from '../invocation.ts';
import { homeFile } from '../store/discover.ts';
import { reviewsFile } from '../store/load-partnership.ts';

/** A repository that is being read: what was found in it, and the reader of its objects. */
export interface OpenRepository {
  readonly repository: Repository;
  readonly objects: ObjectReader;
  /** The commit that is checked out; undefined where there is none yet. */
  readonly head: string | undefined;
  /** The commits of the partnership where its folder stands now. */
  readonly log: () => Promise<readonly LoggedCommit[]>;
}

/** The parts of a partnership's folder that its history is told from. */
export const historyParts = [homeFile, reviewsFile, 'stages'];

/**
 * Opens the repository around a partnership for the time of `work`; `logAhead` has git list its commits
 * meanwhile. Throws `no-repository`, `git-missing` and `git-failed`.
 */
export async function withRepository<T>(
  { context }: Invocation,
  root: string,
  work: (open: OpenRepository) => Promise<T>,
  { logAhead = false }: { readonly logAhead?: boolean } = {},
): Promise<T> {
  const place = { folder: root, env: context.env };
  const objects = openObjects(place);
  try {
    // Asked at once. Where there is no repository or no commit, an earlier answer tells it.
    const readOwnLog = () => readLog(place, { from: 'HEAD', paths: historyParts });
    const log = logAhead ? readOwnLog() : undefined;
    log?.catch(() => {});
    const head = headCommit(objects);
    head.catch(() => {});
    const repository = await findRepository(place);
    return await work({ repository, objects, head: await head, log: () => log ?? readOwnLog() });
  } finally {
    await objects.close();
  }
}
