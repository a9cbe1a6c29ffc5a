import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idPattern } from '../core/id.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Diagnostic } from '../core/problem.ts';
import type { Model } from '../core/schema/model.ts';
import { sectionsIn } from '../core/schema/model-sections.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { builtInSections, type Sections } from '../core/schema/registry.ts';
import { mayHold } from './folder-listing.ts';
import { placeProblems } from './place-findings.ts';
import { type FilesInPlace, readInPlace, readSource, type SourceText } from './read-source.ts';
import { readResource, resourceNames } from './resources.ts';

/** The file of a model, in its own folder. */
export const modelFile = 'model.yaml';

/** A model as it was found, or what is wrong with it. `file` is relative to the partnership's folder. */
export interface ModelReading {
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The folder inside a partnership that holds its own model of that id. */
export function ownModelFolder(id: string): string {
  return `models/${id}`;
}

/** The partnership's own model of that id, in `models/<id>/`; `undefined` where it has none. */
export async function findOwnModel(
  root: string,
  id: string,
  files: FilesInPlace = {},
): Promise<ModelReading | undefined> {
  const own = `${ownModelFolder(id)}/${modelFile}`;
  return isInPlace(root, own, files) ? modelIn(await readInPlace(root, own, files)) : undefined;
}

/** An earlier version of its own model that a partnership keeps; `undefined` where it keeps none that is sound. */
export async function readOwnVersion(
  root: string,
  id: string,
  version: number,
  files: FilesInPlace = {},
): Promise<Model | undefined> {
  const file = ownVersionFile(id, version);
  if (!isInPlace(root, file, files)) return undefined;
  return (await modelIn(await readInPlace(root, file, files))).model;
}

function isInPlace(root: string, file: string, { overlay, snapshot, listing }: FilesInPlace): boolean {
  if (overlay?.has(file)) return overlay.get(file) !== undefined;
  if (snapshot !== undefined) return snapshot.has(file);
  return (listing === undefined || mayHold(listing, 'models')) && existsSync(join(root, file));
}

/** Where a partnership keeps an earlier version of its own model, for the stages that still follow it. */
export function ownVersionFile(id: string, version: number): string {
  return `${ownModelFolder(id)}/versions/${version}.yaml`;
}

/**
 * The sections that the model which a partnership's home file names knows: those of its own model in
 * `models/<id>/`, where it has one and that is sound, else the built-in ones.
 */
export async function sectionsAt(root: string, home: unknown): Promise<Sections> {
  const id = valueAt(home, ['model']);
  const own = typeof id === 'string' && idPattern.test(id) ? `${ownModelFolder(id)}/${modelFile}` : undefined;
  if (own === undefined || !existsSync(join(root, own))) return builtInSections;
  const { model } = await readModel(root, own);
  return model === undefined ? builtInSections : sectionsIn(model);
}

/** Reads and checks a model's file; problems are placed in `file`. */
export async function readModel(root: string, file: string): Promise<ModelReading> {
  return modelIn(await readSource(root, file));
}

async function modelIn(source: SourceText): Promise<ModelReading> {
  // Built-in models are sound; only one of a person's own needs the schema of a model.
  const { checkModel } = await import('../core/check-model.ts');
  const problems = source.data === undefined ? [] : await checkModel(source.data);
  const diagnostics = await placeProblems(source, problems);
  const isSound = !diagnostics.some(({ severity }) => severity === 'error');
  return { model: isSound ? (source.data as Model) : undefined, diagnostics };
}

/** The ids of the models that come with the program. */
export function builtInModelIds(resources: string): string[] {
  return resourceNames(resources, builtIns).flatMap((name) =>
    name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [],
  );
}

/** The newest version of a model that comes with the program; `undefined` where there is none of that id. */
export function newestBuiltIn(id: string, resources: string): Model | undefined {
  return readBuiltIn(resources, `${id}.json`, () => builtInModelIds(resources).includes(id));
}

/** One version of a model that comes with the program; `undefined` where it has not got that one. */
export function builtInVersion(id: string, version: number, resources: string): Model | undefined {
  const newest = newestBuiltIn(id, resources);
  if (newest === undefined || newest.version === version) return newest;
  const isThere = () => version >= 1 && version < newest.version;
  return readBuiltIn(resources, `${id}/${version}.json`, isThere);
}

function readBuiltIn(resources: string, name: string, isThere: () => boolean): Model | undefined {
  const file = join(resources, builtIns, name);
  const known = readModels.get(file);
  if (known !== undefined || !isThere()) return known;
  const model = JSON.parse(readResource(resources, `${builtIns}/${name}`)) as Model;
  readModels.set(file, model);
  return model;
}

// The program's own files do not change while it runs, and thousands of partnerships have the same model.
const readModels = new Map<string, Model>();

// The build turns templates/models into JSON, which reads many times faster than YAML: the newest version as
// <id>.json, every earlier one as <id>/<version>.json.
const builtIns = 'models';

/** A built-in model, or `unknown-model` (params `id`, `known`). */
export function requireBuiltIn(id: string, resources: string): Model {
  const model = newestBuiltIn(id, resources);
  if (model === undefined) throw new PartnerError('unknown-model', { id, known: builtInModelIds(resources) });
  return model;
}

/** Whether a folder holds a model. */
export function isModelFolder(folder: string): boolean {
  return existsSync(join(folder, modelFile));
}

/** The bytes of a model's file, to be copied into a partnership. */
export function modelBytes(folder: string): Uint8Array {
  return readFileSync(join(folder, modelFile));
}
