import { join, resolve } from 'node:path';
import { idPattern } from '../core/id.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Model } from '../core/schema/model.ts';
import { type Invocation, loadOptions } from '../invocation.ts';
import { findPartnership } from '../store/discover.ts';
import { loadFolder } from '../store/load-partnership.ts';
import {
  isModelFolder,
  modelBytes,
  modelFile,
  ownModelFolder,
  readModel,
  requireBuiltIn,
} from '../store/models.ts';
import { shownPath } from './paths.ts';

/** A model that was named: `bytes` is its file where it is one of the person's own. */
export interface ChosenModel {
  readonly model: Model;
  readonly bytes: Uint8Array | undefined;
}

/**
 * The model that a person named: by a folder of their own, by the id of one of the partnership's own, or by that of a
 * built-in one. Throws `unknown-model`, or `invalid-model` with the problems.
 */
export async function chooseModel(invocation: Invocation, name: string): Promise<ChosenModel> {
  const folder = modelFolderOf(invocation, name);
  if (folder === undefined)
    return { model: requireBuiltIn(name, invocation.context.resources), bytes: undefined };
  const { model, diagnostics } = await readModel(folder, modelFile);
  if (model === undefined)
    throw new PartnerError('invalid-model', { dir: shownPath(invocation, folder) }, { diagnostics });
  return { model, bytes: modelBytes(folder) };
}

function modelFolderOf({ folder }: Invocation, name: string): string | undefined {
  const root = idPattern.test(name) ? findPartnership(folder) : undefined;
  const places = [resolve(folder, name), ...(root === undefined ? [] : [join(root, ownModelFolder(name))])];
  return places.find(isModelFolder);
}

/** The model of the partnership one stands in; outside of any, or where it cannot be read, the first of the models. */
export async function modelAround(invocation: Invocation): Promise<{ model: Model; isOwn: boolean }> {
  const root = findPartnership(invocation.folder);
  const own =
    root === undefined ? undefined : (await loadFolder(root, loadOptions(invocation))).partnership?.model;
  return { model: own ?? requireBuiltIn('iblf-10', invocation.context.resources), isOwn: own !== undefined };
}
