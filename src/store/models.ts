import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PartnerError } from '../core/partner-error.ts';
import type { Diagnostic } from '../core/problem.ts';
import type { Model } from '../core/schema/model.ts';
import { placeProblems } from './place-findings.ts';
import { parseSource, readSource, type SourceText } from './read-source.ts';

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

/**
 * Finds the model that a partnership names: its own in `models/<id>/`, else a built-in one.
 * `undefined` where there is neither. `snapshot` stands for the partnership's files as they were.
 */
export async function findModel(
  root: string,
  id: string,
  resources: string,
  snapshot?: ReadonlyMap<string, Uint8Array>,
): Promise<ModelReading | undefined> {
  const own = `${ownModelFolder(id)}/${modelFile}`;
  const bytes = snapshot?.get(own);
  if (bytes !== undefined) return modelIn(await parseSource(own, bytes));
  if (snapshot === undefined && existsSync(join(root, own))) return readModel(root, own);
  const model = builtInModel(id, resources);
  return model === undefined ? undefined : { model, diagnostics: [] };
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
  return readdirSync(builtInFolder(resources))
    .flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []))
    .sort();
}

/** A model that comes with the program; `undefined` where there is none of that id. */
export function builtInModel(id: string, resources: string): Model | undefined {
  if (!builtInModelIds(resources).includes(id)) return undefined;
  return JSON.parse(readFileSync(join(builtInFolder(resources), `${id}.json`), 'utf8')) as Model;
}

// The build turns templates/models into JSON, which reads many times faster than YAML.
function builtInFolder(resources: string): string {
  return join(resources, 'models');
}

/** A built-in model, or `unknown-model` (params `id`, `known`). */
export function requireBuiltIn(id: string, resources: string): Model {
  const model = builtInModel(id, resources);
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
