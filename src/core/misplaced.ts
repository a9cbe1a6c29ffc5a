import { stageFile, stageIndex } from './model.ts';
import type { Problem } from './problem.ts';
import type { Model, ModelStage } from './schema/model.ts';
import { sectionsIn } from './schema/model-sections.ts';
import { valueAt } from './schema/plain-data.ts';

const homeFile = 'partnership.yaml';
const book = 'reviews.yaml';

/**
 * A file's problems, where a section of ours that stands in the wrong file is no mistyped key
 * (`unknown-key`) but `misplaced-section` (params `section`, and `home`, the file that it belongs in;
 * without `home` no stage of the model holds it).
 */
export function withMisplaced(model: Model, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => {
    const key = String(problem.path.at(-1));
    if (problem.code !== 'unknown-key' || problem.path.length !== 1 || !isSection(model, key)) return problem;
    const home = fileHolding(model, key);
    const params = { section: key, ...(home === undefined ? {} : { home }) };
    return { ...problem, code: 'misplaced-section', params };
  });
}

function isSection(model: Model, key: string): boolean {
  return key === 'reviews' || sectionsIn(model).find(key) !== undefined;
}

function fileHolding(model: Model, section: string): string | undefined {
  if (section === 'partners') return homeFile;
  if (section === 'reviews') return book;
  const index = model.stages.findIndex(({ sections }) => sections.includes(section));
  return index < 0 ? undefined : stageFile(model, index);
}

/**
 * The other stage that a stage's file is of, where two were exchanged: it names that stage and holds a
 * section of it. Then one problem says so, and its sections are in no wrong place.
 */
export function exchangedFor(model: Model, stage: ModelStage, data: unknown): ModelStage | undefined {
  const named = valueAt(data, ['stage']);
  if (typeof named !== 'string' || named === stage.id) return undefined;
  const other = model.stages[stageIndex(model, named)];
  return other?.sections.some((name) => valueAt(data, [name]) !== undefined) ? other : undefined;
}
