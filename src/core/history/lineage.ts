import type { Commit, LoggedCommit } from './commit.ts';

/** A file of the partnership that a commit changed, by its path inside the folder. */
export interface FileStep {
  readonly file: string;
  /** Where the folder stood, from the root of the work tree: empty, or ending in a slash. */
  readonly place: string;
  readonly before: readonly (string | null)[];
  readonly after: string | null;
}

/** A commit with what it changed in one partnership. */
export interface Step {
  readonly commit: Commit;
  readonly files: readonly FileStep[];
}

const homeFile = 'partnership.yaml';

/**
 * Picks from the commits of some places what was done to one partnership, oldest first. A place may
 * have held another one before or after it: whose a place is, the id in its `partnership.yaml` says.
 * `idOf` gives the id in a content of that file, undefined where it cannot be read.
 */
export function stepsOf(
  commits: readonly LoggedCommit[],
  places: readonly string[],
  id: string,
  idOf: (content: string) => string | undefined,
): Step[] {
  const steps = commits.map((commit) => ({
    commit,
    files: commit.changes.flatMap((change): FileStep[] => {
      const place = placeOf(change.path, places);
      return place === undefined ? [] : [{ ...change, place, file: change.path.slice(place.length) }];
    }),
  }));
  const ids = idsOf(steps, id, idOf);
  const holders = new Map<string, string | undefined>();
  return steps
    .reverse()
    .map(({ commit, files }) => ({ commit, files: ownFiles(files, ids, holders, idOf) }))
    .filter(({ files }) => files.length > 0);
}

/** The place that a path lies in: the deepest, since one may lie inside another. */
function placeOf(path: string, places: readonly string[]): string | undefined {
  const around = places.filter((place) => path.startsWith(place));
  return around.sort((a, b) => b.length - a.length)[0];
}

type IdOf = (content: string) => string | undefined;

/** Every id that the partnership has had: an edit of the file or a move may have changed it. */
function idsOf(newestFirst: readonly Step[], id: string, idOf: IdOf): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const { files } of newestFirst) {
    const homes = files.filter(({ file }) => file === homeFile);
    const isOurs = homes.some(({ after }) => after !== null && ids.has(idOf(after) ?? ''));
    if (!isOurs) continue;
    const before = homes.flatMap((home) => home.before.flatMap((content) => content ?? []));
    for (const content of before) ids.add(idOf(content) ?? id);
  }
  return ids;
}

function ownFiles(
  files: readonly FileStep[],
  ids: ReadonlySet<string>,
  holders: Map<string, string | undefined>,
  idOf: IdOf,
): FileStep[] {
  const isOurs = new Map<string, boolean>();
  for (const place of new Set(files.map((one) => one.place))) {
    const home = files.find((one) => one.place === place && one.file === homeFile);
    const held = holders.get(place);
    const now = home === undefined || home.after === null ? undefined : (idOf(home.after) ?? held);
    if (home !== undefined) holders.set(place, now);
    const known = [held, now].filter((one) => one !== undefined);
    isOurs.set(place, known.length === 0 || known.some((one) => ids.has(one)));
  }
  return files.filter(({ place }) => isOurs.get(place));
}
