import type { Model } from '../../core/schema/model.ts';
import { fileKinds, schemaFile } from '../../core/schema/schema-files.ts';
import type { FileTurn } from '../files/redo-journal.ts';
import type { FileContent } from '../files/write-file.ts';
import type { LoadedPartnership } from '../load-partnership.ts';
import { bytesAt } from './own-model-turns.ts';

/** Makes the schemas for editors after a model; `isOurs` knows those that it made before. */
export interface SchemaMaker {
  readonly make: (
    model: Model,
    language: LoadedPartnership['partnership']['language'],
  ) => Promise<readonly FileContent[]>;
  readonly isOurs: (text: string) => boolean;
}

/** The schemas for editors after the new version, where the partnership has any: those of others stay. */
export async function schemaTurns(
  { root, partnership }: LoadedPartnership,
  next: Model,
  { make, isOurs }: SchemaMaker,
): Promise<FileTurn[]> {
  const ours = (file: string) => {
    const bytes = bytesAt(root, file);
    return bytes !== undefined && isOurs(new TextDecoder().decode(bytes)) ? bytes : undefined;
  };
  const old = fileKinds(partnership.model).map(schemaFile);
  if (!old.some((file) => ours(file) !== undefined)) return [];
  const made = await make(next, partnership.language);
  const paths = made.map(({ path }) => path);
  return [
    ...made.flatMap(({ path: file, bytes: after }): FileTurn[] => {
      const before = ours(file);
      // What has the name and is somebody's own, or was taken away by hand, is left alone.
      return before === undefined && (bytesAt(root, file) !== undefined || old.includes(file))
        ? []
        : [{ file, before, after }];
    }),
    ...old
      .filter((file) => !paths.includes(file))
      .flatMap((file): FileTurn[] => {
        const before = ours(file);
        return before === undefined ? [] : [{ file, before, after: undefined }];
      }),
  ];
}
