import { checkOwnSections, tooManySections } from './check-own-sections.ts';
import { nearest } from './nearest.ts';
import type { DataPath, Problem, ProblemCode, ProblemParams } from './problem.ts';
import { checkSchema } from './schema/check-schema.ts';
import type { Model } from './schema/model.ts';
import { sectionsIn } from './schema/model-sections.ts';
import type { Outline } from './schema/outline.ts';
import { outlines } from './schema/outlines.ts';
import { valueAt } from './schema/plain-data.ts';

/** Every problem in a model's data: its form, its ids, its sections, what it declares, and its languages. */
export async function checkModel(data: unknown): Promise<Problem[]> {
  const problems = await checkSchema('model', data);
  if (problems.some(({ severity }) => severity === 'error')) return problems;
  const model = data as Model;
  // What is far too much is not looked through as well.
  const excess = tooManySections(model);
  if (excess.length > 0) return [...problems, ...excess];
  return [...checkIds(model), ...checkSections(model), ...checkOwnSections(model), ...checkLanguages(model)];
}

function error(code: ProblemCode, path: DataPath, params: ProblemParams = {}): Problem {
  return { code, severity: 'error', path, params };
}

function checkIds(model: Model): Problem[] {
  const stages = model.stages.map(({ id }) => id);
  const problems = repeated(stages).map((index) =>
    error('duplicate-id', ['stages', index, 'id'], { id: stages[index] ?? '', section: 'stages' }),
  );
  model.stages.forEach((stage, index) => {
    const items = stage.checklist.map(({ id }) => id);
    for (const item of repeated(items)) {
      const path = ['stages', index, 'checklist', item, 'id'];
      problems.push(error('duplicate-id', path, { id: items[item] ?? '', section: 'checklist' }));
    }
  });
  const { languages } = model;
  for (const index of repeated(languages)) {
    const params = { id: languages[index] ?? '', section: 'languages' };
    problems.push(error('duplicate-id', ['languages', index], params));
  }
  problems.push(...checkFormerIds(model.stages, ['stages']));
  model.stages.forEach(({ checklist }, index) => {
    problems.push(...checkFormerIds(checklist, ['stages', index, 'checklist']));
  });
  if (stages.length === 0) problems.push(error('empty-value', ['stages'], { key: 'stages' }));
  if (languages.length === 0) problems.push(error('empty-value', ['languages'], { key: 'languages' }));
  return problems;
}

/** Ids under which things were known before: none that is still in use there, and each of one thing. */
function checkFormerIds(
  list: readonly { readonly id: string; readonly renamed_from?: readonly string[] | undefined }[],
  path: DataPath,
): Problem[] {
  const taken = new Set(list.map(({ id }) => id));
  return list.flatMap(({ renamed_from = [] }, index) =>
    renamed_from.flatMap((id, place) => {
      const isTaken = taken.has(id);
      taken.add(id);
      const at = [...path, index, 'renamed_from', place];
      return isTaken ? [error('duplicate-id', at, { id, section: String(path.at(-1)) })] : [];
    }),
  );
}

/** The places of the values that stand earlier in the list already. */
function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** Each section stands in one stage, and the last stage decides how the partnership ends. */
function checkSections(model: Model): Problem[] {
  const { all, names } = sectionsIn(model);
  const known = new Set(all.map(({ name }) => name));
  const holder = new Map<string, string>();
  const problems: Problem[] = [];
  model.stages.forEach((stage, index) => {
    stage.sections.forEach((section, place) => {
      const path = ['stages', index, 'sections', place];
      const meant = nearest(section, names());
      const params = { section, ...(meant === undefined ? {} : { nearest: meant }) };
      if (!known.has(section)) problems.push(error('unknown-section', path, params));
      else if (holder.has(section))
        problems.push(error('duplicate-id', path, { id: section, section: 'sections' }));
      holder.set(section, stage.id);
    });
  });
  const last = model.stages.length - 1;
  if (last >= 0 && !model.stages[last]?.sections.includes('exit')) {
    problems.push(error('exit-incomplete', ['stages', last, 'sections'], { key: 'exit' }));
  }
  return problems;
}

/** Every text stands in every language that the model says it has. */
function checkLanguages(model: Model): Problem[] {
  return localizedTexts(model).flatMap(([path, texts]) =>
    model.languages
      .filter((language) => !Object.hasOwn(texts, language))
      .map((language) => ({ ...error('model-language', path, { language }), at: 'key' as const })),
  );
}

type Localized = Readonly<Record<string, string>>;
type Place = readonly [DataPath, Localized];

/** The texts of a model by their places, wherever they stand: every mapping whose outline is one of languages. */
function localizedTexts(model: Model): Place[] {
  return localizedIn(outlines.model, model, []);
}

function localizedIn(outline: Outline, data: unknown, path: DataPath): Place[] {
  if (data === undefined) return [];
  if (outline.type === 'record') return [[path, data as Localized]];
  if (outline.type === 'list')
    return (data as readonly unknown[]).flatMap((entry, index) =>
      localizedIn(outline.entry, entry, [...path, index]),
    );
  if (outline.type !== 'mapping') return [];
  return outline.fields.flatMap(({ key, schema }) =>
    localizedIn(schema, valueAt(data, [key]), [...path, key]),
  );
}
