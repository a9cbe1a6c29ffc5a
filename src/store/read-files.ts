import { journeyOf } from '../core/check-partnership.ts';
import { dataIn, type FileData } from '../core/history/folder-changes.ts';
import { stageFile } from '../core/model.ts';
import { assemblePartnership, isKnownFormat } from '../core/partnership.ts';
import { homeFile } from './discover.ts';
import { pendingFiles } from './files/redo-reading.ts';
import { type LoadedFolder, type LoadOptions, reviewsFile, stageFolder } from './load-partnership.ts';
import { modelInForce } from './model-in-force.ts';
import { readBytes, type VersionParser } from './read-source.ts';

/** The YAML files of a partnership as they stand on disk, by their paths in its folder, as data. */
export async function readFiles(root: string, parse: VersionParser): Promise<ReadonlyMap<string, FileData>> {
  const overlay = pendingFiles(root) ?? new Map<string, Uint8Array | undefined>();
  const files = [homeFile, ...stageFolder(root, { overlay }), reviewsFile];
  const found = files.map(async (file): Promise<[string, FileData] | undefined> => {
    const bytes = overlay.get(file) ?? readBytes(root, file);
    if (bytes === 'missing') return undefined;
    const data = bytes === 'unreadable' ? undefined : await parse(file, bytes);
    return [file, data === undefined ? { unreadable: true } : { data }];
  });
  return new Map((await Promise.all(found)).filter((one) => one !== undefined));
}

/** A partnership that nobody has checked: what of it could be put together. */
export type ReadPartnership = Pick<LoadedFolder, 'partnership' | 'journey'>;

/** Puts a partnership together from its files, unchecked; undefined where its identity or model is broken. */
export async function assembleFiles(
  root: string,
  files: ReadonlyMap<string, FileData>,
  options: LoadOptions,
): Promise<ReadPartnership> {
  const fileOf = (file: string) => ({ file, data: dataIn(files.get(file)) });
  const home = fileOf(homeFile);
  const { model } = await modelInForce(root, home.data, options.resources);
  if (model === undefined || !isKnownFormat(home.data)) return { partnership: undefined, journey: undefined };
  const stages = model.stages.map((_, index) => fileOf(stageFile(model, index)));
  const partnership = await assemblePartnership(model, home, fileOf(reviewsFile), stages);
  return { partnership, journey: journeyOf(partnership) };
}
