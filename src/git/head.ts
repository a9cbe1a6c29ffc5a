import { openObjects } from './objects.ts';
import type { GitPlace } from './read-git.ts';
import { findRepository } from './repository.ts';
import { isWithoutGit } from './without-git.ts';

/** The commit that a folder stands at, and whether files in it are not as that commit has them. */
export interface Head {
  readonly id: string;
  readonly isChanged: boolean;
}

/**
 * Where a folder stands in its repository; `files` are what was read from it, by their paths from the
 * folder. Null where there is no git, no repository or no commit: none of these is an error here.
 */
export async function headOf(place: GitPlace, files: ReadonlyMap<string, Uint8Array>): Promise<Head | null> {
  try {
    const { prefix } = await findRepository(place);
    const names = [...files.keys()].map((file) => `HEAD:${prefix}${file}`);
    const objects = openObjects(place);
    try {
      const [commit, ...blobs] = await objects.readAll(['HEAD', ...names]);
      if (commit === undefined) return null;
      const isChanged = [...files.values()].some((bytes, index) => !isSame(bytes, blobs[index]?.bytes));
      return { id: commit.oid, isChanged };
    } finally {
      await objects.close();
    }
  } catch (error) {
    if (isWithoutGit(error)) return null;
    throw error;
  }
}

// A checkout may have turned the ends of lines into its system's own.
function isSame(bytes: Uint8Array, committed: Uint8Array | undefined): boolean {
  if (committed === undefined) return false;
  return Buffer.compare(bytes, committed) === 0 || unixText(bytes) === unixText(committed);
}

function unixText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
}
