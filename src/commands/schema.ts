import type { CommandOptions } from '../command-specs/command-spec.ts';
import { PartnerError } from '../core/partner-error.ts';
import type { Model } from '../core/schema/model.ts';
import { type FileKind, fileKinds, modelKind } from '../core/schema/schema-files.ts';
import { type Invocation, languageOf, loadOptions, printJson, textLanguageOf } from '../invocation.ts';
import { fileSchemas } from '../render/schema/file-schemas.ts';
import { findPartnership } from '../store/discover.ts';
import { loadFolder } from '../store/load-partnership.ts';
import { requireBuiltIn } from '../store/models.ts';
import { chooseModel } from './choose-model.ts';

/**
 * `partner schema`: the JSON Schema of a kind of file, or of all by their names; `--write` makes those in the
 * partnership's folder anew.
 */
export async function schema(
  invocation: Invocation,
  args: readonly unknown[],
  options: CommandOptions,
): Promise<number> {
  const name = args[0] as string | undefined;
  if (options.write === true) {
    if (name !== undefined || options.model !== undefined)
      throw new PartnerError('usage', { problem: allOrNone, command: 'schema' });
    const { writeSchemas } = await import('./write-schemas.ts');
    return writeSchemas(invocation, options.dryRun === true);
  }
  if (options.dryRun === true)
    throw new PartnerError('usage', { problem: nothingToWrite, command: 'schema' });
  const { model, language } = await meant(invocation, options.model as string | undefined);
  const kinds = [...fileKinds(model), modelKind];
  if (name !== undefined) {
    const [one] = await fileSchemas([requireKind(name, kinds)], model, language);
    printJson(invocation, one ?? {});
    return 0;
  }
  const schemas = await fileSchemas(kinds, model, language);
  printJson(invocation, Object.fromEntries(kinds.map((kind, index) => [kind.name, schemas[index]])));
  return 0;
}

const allOrNone = {
  en: '--write makes every schema of the partnership, by its own model: leave KIND and --model out',
  he: '--write יוצר את כל הסכמות של השותפות לפי המודל שלה: יש להשמיט את KIND ואת --model',
};
const nothingToWrite = {
  en: '--dry-run goes with --write: without it nothing is written anyway',
  he: '--dry-run מצטרף ל־--write: בלעדיו ממילא לא נכתב דבר',
};

/** The model and the language that are meant: told, else the partnership's own, else the first of the models. */
async function meant(
  invocation: Invocation,
  name: string | undefined,
): Promise<{ model: Model; language: string }> {
  const { context, folder, options } = invocation;
  const root = findPartnership(folder);
  const own = root === undefined ? undefined : (await loadFolder(root, loadOptions(invocation))).partnership;
  const model =
    name === undefined
      ? (own?.model ?? requireBuiltIn('iblf-10', context.resources))
      : (await chooseModel(invocation, name)).model;
  const machine = languageOf(context, options.lang);
  return { model, language: textLanguageOf(context, options.lang, own?.language ?? machine) };
}

/** The kind of that name; a stage goes by its id alone where no other kind has that name. */
function requireKind(name: string, kinds: readonly FileKind[]): FileKind {
  const found =
    kinds.find((kind) => kind.name === name) ?? kinds.find((kind) => kind.name === `stages/${name}`);
  if (found !== undefined) return found;
  const known = kinds.map((kind) => kind.name).join(', ');
  const problem = {
    en: `there is no kind of file "${name}"; the kinds are ${known}`,
    he: `אין סוג קובץ "${name}"; הסוגים הם ${known}`,
  };
  throw new PartnerError('usage', { problem, command: 'schema' });
}
