import { equalData } from '../../core/equal-data.ts';
import type { PartnerError as Refusal } from '../../core/partner-error.ts';
import { PartnerError } from '../../core/partner-error.ts';
import type { Bilingual } from '../../core/problem.ts';
import type { Model } from '../../core/schema/model.ts';
import type { LoadedPartnership } from '../load-partnership.ts';
import { builtInVersion, findOwnModel, newestBuiltIn } from '../models.ts';
import type { FilesInPlace } from '../read-source.ts';

/** What a person wants: a version, and where the model stands if it is one of their own. */
export interface Wish {
  readonly version: number | undefined;
  readonly own: { readonly model: Model; readonly bytes: Uint8Array } | undefined;
}

/** The version that a partnership goes on to; `bytes` where the model is one of the partnership's own. */
export interface Target {
  readonly model: Model;
  readonly bytes: Uint8Array | undefined;
}

/**
 * The version that is meant: the one in a folder of the person's, else the one told of those that come with the
 * program, else the newest of them. A partnership with a model of its own has no newer one but in a folder.
 * Throws `usage` with what is wrong with the wish.
 */
export async function targetOf(
  { root, partnership, inForce }: LoadedPartnership,
  wish: Wish,
  resources: string,
  files: FilesInPlace = {},
): Promise<Target> {
  const id = partnership.model.model;
  const own = await findOwnModel(root, id, files);
  const from = inForce.version;
  if (wish.own !== undefined) {
    const { model, bytes } = wish.own;
    if (model.model !== id) throw refused(otherModel(model.model, id));
    if (wish.version !== undefined && wish.version !== model.version)
      throw refused(otherVersion(model.version, wish.version));
    requireLater(model.version, from);
    if (model.version === from && own !== undefined && !equalData(model, own.model))
      throw refused(notRaised(model.version));
    return { model, bytes };
  }
  if (own?.model !== undefined) {
    if (wish.version !== undefined && wish.version !== from) throw refused(needsFolder(id));
    return { model: own.model, bytes: undefined };
  }
  const newest = newestBuiltIn(id, resources)?.version ?? from;
  const version = wish.version ?? newest;
  requireLater(version, from);
  const model = builtInVersion(id, version, resources);
  if (model === undefined) throw refused(noVersion(id, version, newest));
  return { model, bytes: undefined };
}

function requireLater(version: number, from: number): void {
  if (version >= from) return;
  throw refused({
    en: `the files follow version ${from} already, and there is no way back to version ${version}`,
    he: `הקבצים כבר כתובים לפי גרסה ${from}, ואין דרך חזרה לגרסה ${version}`,
  });
}

function refused(problem: Bilingual): Refusal {
  return new PartnerError('usage', { problem, command: 'model upgrade' });
}

const otherModel = (found: string, wanted: string): Bilingual => ({
  en: `the folder holds the model ${found}, and this partnership goes by ${wanted}`,
  he: `בתיקייה נמצא המודל ${found}, ואילו השותפות הזאת הולכת לפי ${wanted}`,
});
const otherVersion = (found: number, wanted: number): Bilingual => ({
  en: `the folder holds version ${found}, not version ${wanted}`,
  he: `בתיקייה נמצאת גרסה ${found}, לא גרסה ${wanted}`,
});
const notRaised = (version: number): Bilingual => ({
  en: `the model in the folder is another one than that in the partnership, and both call themselves version ${version}: raise its \`version\``,
  he: `המודל שבתיקייה שונה מזה שבשותפות, ושניהם נקראים גרסה ${version}: יש להעלות את ה־\`version\` שלו`,
});
const needsFolder = (id: string): Bilingual => ({
  en: `${id} is this partnership's own model: tell with --model DIR where its new version stands`,
  he: `${id} הוא המודל של השותפות עצמה: יש לומר ב־‎--model DIR היכן נמצאת הגרסה החדשה`,
});
const noVersion = (id: string, version: number, newest: number): Bilingual => ({
  en: `${id} has no version ${version}; the newest that comes with this program is ${newest}`,
  he: `ל־${id} אין גרסה ${version}; החדשה ביותר שבאה עם התכנה היא ${newest}`,
});
