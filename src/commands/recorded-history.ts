import type { LoggedCommit } from '../core/history/commit.ts';
import { type Contents, eventsOf, type HistoryEvent } from '../core/history/events.ts';
import { changesBetween, dataIn, type FileData, roleOf } from '../core/history/folder-changes.ts';
import { type Step, stepsOf } from '../core/history/lineage.ts';
import type { Sections } from '../core/schema/registry.ts';
import { readFolderLog } from '../git/moves.ts';
import type { ObjectReader } from '../git/objects.ts';
import { readFolder } from '../git/tree.ts';
import { homeFile } from '../store/discover.ts';
import { sectionsAt } from '../store/models.ts';
import { readFiles } from '../store/read-files.ts';
import { createVersionParser, type VersionParser } from '../store/read-source.ts';
import { type ContentStore, contentStore, idIn } from './content-store.ts';
import { historyParts, type OpenRepository } from './open-repository.ts';

/** A partnership's history as git recorded it. */
export interface RecordedHistory {
  /** Oldest first. */
  readonly steps: readonly Step[];
  /** Newest first, with what nobody has committed yet on top. */
  readonly events: readonly HistoryEvent[];
  /** The commits at which a shallow clone begins: what was before them is not here. */
  readonly cut: ReadonlySet<string>;
  /** Where the folder stood, newest first, from the root of the work tree. */
  readonly places: readonly string[];
  readonly contents: Contents;
}

/** The files of a partnership as they stand, and the parser that read them: what git has of them is mostly the same. */
export interface WorkingFiles {
  readonly files: ReadonlyMap<string, FileData>;
  readonly parse: VersionParser;
  /** The sections that the model knows. */
  readonly sections: Sections;
}

/** Reads the files of a partnership as they stand. */
export async function readWorkingFiles(root: string): Promise<WorkingFiles> {
  const parse = createVersionParser();
  const files = await readFiles(root, parse);
  return { files, parse, sections: await sectionsAt(root, dataIn(files.get(homeFile))) };
}

/** Reads what was recorded of a partnership, wherever its folder stood, and what is not recorded yet. */
export async function readHistory(
  { repository, objects, head, log }: OpenRepository,
  { files, parse, sections }: WorkingFiles,
  signatures = false,
): Promise<RecordedHistory> {
  const store = contentStore(objects, parse);
  const { commits, prefixes } =
    head === undefined
      ? { commits: [], prefixes: [repository.prefix] }
      : await readFolderLog(repository, {
          from: head,
          prefix: repository.prefix,
          parts: historyParts,
          mark: homeFile,
          isSame: async (before, after) => {
            await store.load([before, after].map((name) => [homeFile, name]));
            return store.idOf(before) !== undefined && store.idOf(before) === store.idOf(after);
          },
          signatures,
          first: await log(),
        });
  const whole = await withOtherPlaces(objects, commits, prefixes);
  await store.load(
    whole.flatMap(({ changes }) =>
      changes.flatMap(({ path, before, after }) => [after, ...before].map((name) => [path, name] as const)),
    ),
  );
  const recorded = await committedFiles(objects, store, head, repository.prefix);
  const id = idIn(files.get(homeFile)) ?? idIn(recorded.get(homeFile)) ?? '';
  const steps = stepsOf(whole, prefixes, id, store.idOf);
  const cut = repository.isShallow ? await boundaryOf(objects, whole) : new Set<string>();
  const pending = changesBetween(recorded, files, sections).map((change) => ({ ...change, commit: null }));
  const events = [...pending.reverse(), ...eventsOf(steps, store.get, cut, sections)];
  return { steps, events, cut, places: prefixes, contents: store.get };
}

async function committedFiles(
  objects: ObjectReader,
  store: ContentStore,
  head: string | undefined,
  prefix: string,
): Promise<Map<string, FileData>> {
  if (head === undefined) return new Map();
  const found = await readFolder(objects, head, prefix, (folder) => folder === 'stages');
  const names = [...found].filter(([file]) => roleOf(file) !== undefined);
  await store.load(names);
  return new Map(names.map(([file, name]) => [file, store.get(name)]));
}

/**
 * Where a merge brought a file to a place that one of its sides did not know, since the folder was
 * moved on the other: what that side had is looked up where the folder stood there.
 */
async function withOtherPlaces(
  objects: ObjectReader,
  commits: readonly LoggedCommit[],
  places: readonly string[],
): Promise<readonly LoggedCommit[]> {
  if (places.length === 1) return commits;
  return Promise.all(
    commits.map(async (commit) => {
      if (commit.parents.length < 2) return commit;
      const changes = commit.changes.map(async (change) => {
        const place = places.find((one) => change.path.startsWith(one)) ?? '';
        const file = change.path.slice(place.length);
        const before = change.before.map(async (name, side) => {
          if (name !== null || change.after === null) return name;
          const names = places.map((one) => `${commit.parents[side]}:${one}${file}`);
          return (await objects.readAll(names)).find((found) => found?.type === 'blob')?.oid ?? null;
        });
        return { ...change, before: await Promise.all(before) };
      });
      return { ...commit, changes: await Promise.all(changes) };
    }),
  );
}

/** The commits that have parents which are not here. */
async function boundaryOf(objects: ObjectReader, commits: readonly LoggedCommit[]): Promise<Set<string>> {
  const rootless = commits.filter(({ parents }) => parents.length === 0);
  const found = await objects.readAll(rootless.map(({ oid }) => oid));
  const isCut = (text: string) => /^parent /m.test(text.slice(0, text.indexOf('\n\n')));
  return new Set(
    rootless.flatMap(({ oid }, index) => (isCut(found[index]?.bytes?.toString('utf8') ?? '') ? [oid] : [])),
  );
}
