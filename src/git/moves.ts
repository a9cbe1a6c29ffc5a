import type { LoggedCommit, PathChange } from '../core/history/commit.ts';
import { readLog } from './log.ts';
import type { Repository } from './repository.ts';

/** A folder whose history is wanted, wherever it stood. */
export interface FolderRequest {
  readonly from: string;
  /** From the root of the work tree: empty, or ending in a slash. */
  readonly prefix: string;
  /** The parts of the folder that matter, by their paths inside it. */
  readonly parts: readonly string[];
  /** The part that makes the folder what it is. */
  readonly mark: string;
  /** Says of two contents of the mark whether they are of one and the same folder. */
  readonly isSame: (before: string, after: string) => Promise<boolean>;
  readonly signatures: boolean;
  /** The commits of the folder where it stands now, where they have been asked for already. */
  readonly first?: readonly LoggedCommit[] | undefined;
}

/** The commits of a folder, newest first, and where it stood: now, before that, and so on. */
export interface FolderLog {
  readonly commits: readonly LoggedCommit[];
  readonly prefixes: readonly string[];
}

/**
 * Lists the commits of a folder and follows it to where it stood before it was renamed or moved. Git is
 * asked once, and twice more for each move.
 */
export async function readFolderLog(repository: Repository, request: FolderRequest): Promise<FolderLog> {
  const prefixes = [request.prefix];
  const searched = new Set<string>();
  const read = (signatures: boolean) => {
    const paths = prefixes.flatMap((prefix) => request.parts.map((part) => `${prefix}${part}`));
    return readLog(repository, { from: request.from, paths, signatures });
  };
  for (let known = request.first; ; known = undefined) {
    const commits = known ?? (await read(false));
    const found = await earlierPlaces(repository, request, commits, prefixes, searched);
    if (found.length === 0) return { commits: request.signatures ? await read(true) : commits, prefixes };
    prefixes.push(...found);
  }
}

/** Where the folder stood before the commits in which it came to where it is known to have stood. */
async function earlierPlaces(
  repository: Repository,
  request: FolderRequest,
  commits: readonly LoggedCommit[],
  prefixes: readonly string[],
  searched: Set<string>,
): Promise<string[]> {
  const places = new Set<string>();
  for (const commit of commits) {
    const arrivals = commit.changes.filter((change) => isArrival(change, request, prefixes));
    if (arrivals.length === 0 || commit.parents.length !== 1 || searched.has(commit.oid)) continue;
    searched.add(commit.oid);
    const marks = prefixes.map((prefix) => `${prefix}${request.mark}`);
    const isKnownMove = commit.changes.some(({ path, after }) => after === null && marks.includes(path));
    if (isKnownMove) continue;
    const [whole] = await readLog(repository, { from: commit.oid, paths: [], single: true });
    for (const arrival of arrivals) {
      const place = await originOf(arrival, request, whole?.changes ?? []);
      if (place !== undefined && !prefixes.includes(place)) places.add(place);
    }
  }
  return [...places];
}

function isArrival(
  { path, before, after }: PathChange,
  { mark }: FolderRequest,
  prefixes: readonly string[],
) {
  const isNew = after !== null && before.every((oid) => oid === null);
  return isNew && prefixes.some((prefix) => path === `${prefix}${mark}`);
}

/**
 * The folder that went in the commit in which this one came, and that was the same: it shared most
 * files with it, or its mark says so.
 */
async function originOf(
  arrival: PathChange,
  { mark, isSame }: FolderRequest,
  changes: readonly PathChange[],
): Promise<string | undefined> {
  const target = arrival.path.slice(0, -mark.length);
  const gone = changes.filter(({ path, after }) => after === null && isNamed(path, mark));
  const come = new Map(changes.map(({ path, after }) => [path, after]));
  const ranked = gone
    .map(({ path, before }) => {
      const place = path.slice(0, -mark.length);
      const shared = changes.filter(
        (change) =>
          change.after === null &&
          change.path.startsWith(place) &&
          come.get(target + change.path.slice(place.length)) === change.before[0],
      ).length;
      return { place, shared, before: before[0] ?? '' };
    })
    .sort((a, b) => b.shared - a.shared);
  for (const { place, before } of ranked) {
    if (await isSame(before, arrival.after ?? '')) return place;
  }
  return ranked.find(({ shared }) => shared > 0)?.place;
}

function isNamed(path: string, mark: string): boolean {
  return path === mark || path.endsWith(`/${mark}`);
}
