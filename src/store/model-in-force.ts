import { type EarlierStage, laterOf, withEarlierStages } from '../core/model-versions.ts';
import { nearest } from '../core/nearest.ts';
import type { Diagnostic, Problem } from '../core/problem.ts';
import type { Model } from '../core/schema/model.ts';
import { valueAt } from '../core/schema/plain-data.ts';
import { builtInModelIds, builtInVersion, findOwnModel, newestBuiltIn, readOwnVersion } from './models.ts';
import type { FilesInPlace } from './read-source.ts';

/** The model that a partnership goes by. `model` is undefined where there is none to be had, or it is unsound. */
export interface ModelInForce {
  readonly model: Model | undefined;
  /** The same without the stages that follow an earlier version. */
  readonly whole: Model | undefined;
  /** Whether it is the partnership's own, in `models/<id>/`. */
  readonly isOwn: boolean;
  /** The version that the partnership's files follow. */
  readonly version: number;
  /** Which stages follow an earlier version, by their ids. */
  readonly stageVersions: ReadonlyMap<string, number>;
  /** The newest version that comes with the program, where the partnership follows an earlier one. */
  readonly newer: number | undefined;
  /** What is wrong with what `partnership.yaml` says of it. */
  readonly problems: readonly Problem[];
  /** What is wrong with the partnership's own model. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the model that the data of a `partnership.yaml` names, in the versions that it names. */
export async function modelInForce(
  root: string,
  home: unknown,
  resources: string,
  files: FilesInPlace = {},
): Promise<ModelInForce> {
  const id = valueAt(home, ['model']);
  const declared = versionIn(valueAt(home, ['model_version']));
  const none = {
    isOwn: false,
    model: undefined,
    whole: undefined,
    newer: undefined,
    problems: [],
    diagnostics: [],
  };
  const stageVersions = stageVersionsIn(home);
  if (typeof id !== 'string') return { ...none, version: declared ?? 1, stageVersions };
  const own = await findOwnModel(root, id, files);
  if (own !== undefined) {
    const version = declared ?? own.model?.version ?? 1;
    const differs =
      own.model === undefined || own.model.version === version ? [] : [differing(id, version, own.model)];
    const found = { isOwn: true, version, stageVersions, newer: undefined, diagnostics: own.diagnostics };
    if (own.model === undefined) return { ...none, ...found, problems: differs };
    const { model, problems } = await withStages(own.model, stageVersions, (other) =>
      earlierModel(root, id, other, resources, files),
    );
    return { ...found, model, whole: own.model, problems: [...differs, ...problems] };
  }
  const version = declared ?? 1;
  const newest = newestBuiltIn(id, resources);
  if (newest === undefined)
    return { ...none, version, stageVersions, problems: [unknownModel(id, resources)] };
  const raw = builtInVersion(id, version, resources);
  const newer = newest.version > version ? newest.version : undefined;
  if (raw === undefined) {
    const params = { model: id, version, newest: newest.version };
    const unknown = error('unknown-model-version', ['model_version'], params);
    return { ...none, version, stageVersions, problems: [unknown] };
  }
  const { model, problems } = await withStages(raw, stageVersions, (other) =>
    earlierModel(root, id, other, resources, files),
  );
  return { model, isOwn: false, whole: raw, version, stageVersions, newer, problems, diagnostics: [] };
}

/** An earlier version of a model: the one that a partnership keeps, else the one that comes with the program. */
export async function earlierModel(
  root: string,
  id: string,
  version: number,
  resources: string,
  files: FilesInPlace = {},
): Promise<Model | undefined> {
  return (await readOwnVersion(root, id, version, files)) ?? builtInVersion(id, version, resources);
}

/** Puts the stages that follow an earlier version in their places; tells of those that cannot. */
export async function withStages(
  model: Model,
  stageVersions: ReadonlyMap<string, number>,
  read: (version: number) => Promise<Model | undefined>,
): Promise<{ readonly model: Model; readonly problems: readonly Problem[] }> {
  const earlier: EarlierStage[] = [];
  const problems: Problem[] = [];
  for (const [id, version] of stageVersions) {
    const path = ['stage_versions', id];
    const of = version === model.version ? model : await read(version);
    const stage = of?.stages.find((one) => one.id === id);
    if (of === undefined)
      problems.push(
        error('unknown-model-version', path, { model: model.model, version, newest: model.version }),
      );
    else if (stage === undefined) problems.push(unknownStage(path, id, of));
    else if (laterOf(model.stages, id) === undefined) problems.push(unknownStage(path, id, model));
    else if (of !== model) earlier.push({ stage, of });
  }
  return { model: withEarlierStages(model, earlier), problems };
}

function error(code: Problem['code'], path: Problem['path'], params: Problem['params'] = {}): Problem {
  return { code, severity: 'error', path, params };
}

function differing(id: string, version: number, model: Model): Problem {
  const params = { model: id, version, found: model.version };
  return { ...error('model-version-differs', ['model_version'], params), severity: 'warning' };
}

function unknownStage(path: Problem['path'], stage: string, { stages, version }: Model): Problem {
  const meant = nearest(
    stage,
    stages.map(({ id }) => id),
  );
  return { ...error('unknown-stage', path, { stage, version, ...(meant && { nearest: meant }) }), at: 'key' };
}

function unknownModel(id: string, resources: string): Problem {
  const known = builtInModelIds(resources);
  const meant = nearest(id, known);
  return error('unknown-model', ['model'], { model: id, known, ...(meant && { nearest: meant }) });
}

// What is no version is told by the schema.
function versionIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

function stageVersionsIn(home: unknown): ReadonlyMap<string, number> {
  const versions = valueAt(home, ['stage_versions']);
  if (typeof versions !== 'object' || versions === null || Array.isArray(versions)) return new Map();
  return new Map(
    Object.entries(versions).flatMap(([stage, value]): [string, number][] => {
      const version = versionIn(value);
      return version === undefined || stage.startsWith('x-') ? [] : [[stage, version]];
    }),
  );
}
