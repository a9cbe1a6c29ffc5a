import type { DataPath, Problem, ProblemCode, ProblemParams } from './problem.ts';
import { checkSchema } from './schema/check-schema.ts';
import type { Model } from './schema/model.ts';
import { nearestSection, stageSections } from './schema/registry.ts';

/** Every problem in a model's data: its form, its ids, its sections and its languages. */
export async function checkModel(data: unknown): Promise<Problem[]> {
  const problems = await checkSchema('model', data);
  if (problems.some(({ severity }) => severity === 'error')) return problems;
  const model = data as Model;
  return [...checkIds(model), ...checkSections(model), ...checkLanguages(model)];
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
  problems.push(...checkFormerIds(model.stages, ['stages']));
  model.stages.forEach(({ checklist }, index) => {
    problems.push(...checkFormerIds(checklist, ['stages', index, 'checklist']));
  });
  if (stages.length === 0) problems.push(error('empty-value', ['stages'], { key: 'stages' }));
  if (model.languages.length === 0) problems.push(error('empty-value', ['languages'], { key: 'languages' }));
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
  const known = new Set(stageSections.map(({ name }) => name));
  const holder = new Map<string, string>();
  const problems: Problem[] = [];
  model.stages.forEach((stage, index) => {
    stage.sections.forEach((section, place) => {
      const path = ['stages', index, 'sections', place];
      const meant = nearestSection(section);
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
      .filter((language) => texts[language] === undefined)
      .map((language) => ({ ...error('model-language', path, { language }), at: 'key' as const })),
  );
}

type Localized = Readonly<Record<string, string>>;

function localizedTexts(model: Model): [DataPath, Localized][] {
  const texts: [DataPath, Localized | undefined][] = [
    [['title'], model.title],
    [['source'], model.source],
  ];
  model.stages.forEach((stage, index) => {
    const at = ['stages', index];
    texts.push(
      [[...at, 'title'], stage.title],
      [[...at, 'purpose'], stage.purpose],
      [[...at, 'guidance'], stage.guidance],
    );
    stage.checklist.forEach((item, place) => {
      texts.push(
        [[...at, 'checklist', place, 'text'], item.text],
        [[...at, 'checklist', place, 'evidence'], item.evidence],
      );
    });
  });
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]));
}
