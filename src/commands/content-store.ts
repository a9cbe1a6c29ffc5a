import { dataIn, type FileData } from '../core/history/folder-changes.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { VersionParser } from '../store/read-source.ts';

/** What files held at some commit. */
export interface ContentStore {
  /** Reads contents, each with the file that it is a version of. */
  readonly load: (contents: readonly (readonly [file: string, name: string | null])[]) => Promise<void>;
  readonly get: (name: string) => FileData;
  /** The id in a content of `partnership.yaml`. */
  readonly idOf: (name: string) => string | undefined;
}

/** Contents by their names in the repository, each read and parsed once. */
export function contentStore(objects: ObjectReader, parse: VersionParser): ContentStore {
  const known = new Map<string, FileData>();
  const get = (name: string): FileData => known.get(name) ?? { unreadable: true };
  return {
    load: async (contents) => {
      const wanted = new Map<string, string>();
      for (const [file, name] of contents) if (name !== null && !known.has(name)) wanted.set(name, file);
      const answers = objects.ask([...wanted.keys()]);
      for (const [index, [name, file]] of [...wanted].entries()) {
        const bytes = (await answers[index])?.bytes;
        const data = bytes === undefined ? undefined : await parse(partOf(file), bytes);
        known.set(name, data === undefined ? { unreadable: true } : { data });
      }
    },
    get,
    idOf: (name) => idIn(get(name)),
  };
}

/** A file by its path inside its partnership, as it stands on disk: wherever the folder was. */
function partOf(path: string): string {
  return /(?:stages\/)?[^/]*$/.exec(path)?.[0] ?? path;
}

/** The id that a `partnership.yaml` gives; undefined where it gives none. */
export function idIn(file: FileData | undefined): string | undefined {
  const id = valueAt(dataIn(file), ['id']);
  return typeof id === 'string' ? id : undefined;
}
