import { PartnerError } from '../core/partner-error.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { dayOfCommit, readFolder, resolveCommit } from '../git/tree.ts';
import { type Invocation, loadOptions } from '../invocation.ts';
import { homeFile } from '../store/discover.ts';
import { type LoadedPartnership, loadPartnership } from '../store/load-partnership.ts';
import { parseSource } from '../store/read-source.ts';
import { idIn } from './content-store.ts';
import { type OpenRepository, withRepository } from './open-repository.ts';
import { readHistory, readWorkingFiles } from './recorded-history.ts';

/** A partnership as it stood at a commit, with the day that counts as today there. */
export interface PartnershipAt {
  readonly loaded: LoadedPartnership;
  readonly commit: string;
  readonly today: string;
}

/** The bytes of a partnership's files, by their paths in its folder. */
export type Snapshot = ReadonlyMap<string, Uint8Array>;

/**
 * Loads a partnership as it stood at a revision, wherever its folder was then. Today is the day of that
 * commit, unless `--today` says otherwise. Throws `unknown-revision`, `not-at-revision`,
 * `no-repository`, `git-missing`, `git-failed` and `invalid-partnership`.
 */
export function loadPartnershipAt(
  invocation: Invocation,
  root: string,
  revision: string,
): Promise<PartnershipAt> {
  return withRepository(invocation, root, async (open) => {
    const commit = await resolveCommit(open.objects, revision);
    const snapshot = await snapshotAt(open, root, commit);
    if (snapshot === undefined) throw new PartnerError('not-at-revision', { revision });
    const day = invocation.options.today ?? (await dayOfCommit(open.objects, commit));
    const today = day ?? invocation.today;
    const loaded = await loadPartnership(root, { ...loadOptions(invocation), today, snapshot });
    return { loaded, commit, today };
  });
}

/** The files of a partnership at a commit; undefined where it was not there. */
export async function snapshotAt(
  open: OpenRepository,
  root: string,
  commit: string,
): Promise<Snapshot | undefined> {
  const here = await snapshotIn(open, commit, open.repository.prefix);
  const working = await readWorkingFiles(root);
  const id = idIn(working.files.get(homeFile));
  if (here.has(homeFile) && (id === undefined || (await idAt(here)) === id)) return here;
  const { places } = await readHistory(open, working);
  for (const place of places.slice(1)) {
    const there = await snapshotIn(open, commit, place);
    if (there.has(homeFile)) return there;
  }
  return here.has(homeFile) ? here : undefined;
}

async function idAt(snapshot: Snapshot): Promise<unknown> {
  return valueAt((await parseSource(homeFile, snapshot.get(homeFile) ?? new Uint8Array())).data, ['id']);
}

/** The files of a partnership at a commit, in a place of the work tree: all that loading it may ask for. */
export async function snapshotIn(
  { objects }: OpenRepository,
  commit: string,
  place: string,
): Promise<Snapshot> {
  const found = [...(await readFolder(objects, commit, place, isLoadedFrom))];
  const wanted = found.filter(([file]) => /\.ya?ml$/i.test(file));
  const contents = await objects.readAll(wanted.map(([, name]) => name));
  return new Map(wanted.map(([file], index) => [file, contents[index]?.bytes ?? new Uint8Array()]));
}

function isLoadedFrom(folder: string): boolean {
  return folder === 'stages' || folder === 'models' || /^models\/[^/]+(?:\/versions)?$/.test(folder);
}
