import { basename } from 'node:path';
import type { Candidate, Proposal } from '../../core/completion/candidate.ts';
import { documentKinds } from '../../core/documents/document.ts';
import { mainTables } from '../../core/export/main-tables.ts';
import { idPattern } from '../../core/id.ts';
import { inLanguage } from '../../core/model.ts';
import type { Partnership } from '../../core/partnership.ts';
import type { Model } from '../../core/schema/model.ts';
import { sectionsIn } from '../../core/schema/model-sections.ts';
import { type Language, partners } from '../../core/schema/partnership.ts';
import { fileKinds, modelKind } from '../../core/schema/schema-files.ts';
import { fieldsOf } from '../../core/schema/section.ts';
import { findPartnership } from '../../store/discover.ts';
import { modelsWithin } from '../../store/list-models.ts';
import { builtInModelIds, ownModelFolder, requireBuiltIn } from '../../store/models.ts';
import { sectionNames } from '../section-names.ts';
import { type Asked, valuesOf } from './asked.ts';
import { choiceCandidates } from './assignments.ts';

/** The kinds of document. */
export function documentCandidates(): Candidate[] {
  return documentKinds.map((value) => ({ value }));
}

/** The models that come with the program, and before them those that a partnership keeps as its own. */
export async function modelCandidates({
  context: { resources },
  folder,
  language,
}: Asked): Promise<Candidate[]> {
  const root = findPartnership(folder);
  const own = root === undefined ? [] : await modelsWithin(root);
  const candidates = [
    ...own
      .filter(({ dir }) => dir === ownModelFolder(basename(dir)) && idPattern.test(basename(dir)))
      .map(({ dir, model }) => ({ value: basename(dir), title: model?.title })),
    ...builtInModels(resources).map(({ model, title }) => ({ value: model, title })),
  ];
  const isFirst = ({ value }: Candidate, index: number) =>
    candidates.findIndex((one) => one.value === value) === index;
  return candidates
    .filter(isFirst)
    .map(({ value, title }) => ({ value, about: title && inLanguage(title, language()) }));
}

/** The models that come with the program, whole. */
export function builtInModels(resources: string): Model[] {
  return builtInModelIds(resources).map((id) => requireBuiltIn(id, resources));
}

/** The kinds of file that there is a schema for: of the named model, of the partnership's, else of the first one. */
export async function schemaCandidates({
  context: { resources },
  line,
  sketch,
  language,
}: Asked): Promise<Candidate[]> {
  const named = valuesOf(line, '--model').at(-1);
  const models = builtInModels(resources);
  const own = named === undefined ? (await sketch())?.partnership : undefined;
  const model = own?.model ?? models.find((one) => one.model === (named ?? 'iblf-10'));
  if (model === undefined) return [];
  return [...fileKinds(model), modelKind].map(({ name, file, stage }) => ({
    value: stage?.of.id ?? name,
    about: stage === undefined ? file : inLanguage(stage.of.title, language(own)),
  }));
}

/** The tables of an export: those that people look for, then every other list of the model. */
export function tableCandidates(partnership: Partnership, language: Language): Candidate[] {
  const { find } = sectionsIn(partnership.model);
  const lists = sectionNames(partnership).filter((name) => find(name)?.form === 'list');
  return [...new Set([...mainTables, ...lists])].map((value) => ({
    value,
    about: find(value)?.label[language],
  }));
}

/** The reviews on record, the newest first. */
export function reviewCandidates({ reviews, model }: Partnership, language: Language): Candidate[] {
  const titles = new Map(model.stages.map(({ id, title }) => [id, inLanguage(title, language)]));
  return [...reviews].reverse().map(({ value: { id, stage } }) => ({ value: id, about: titles.get(stage) }));
}

/** `id:name:sector` of a partner that `init` is to write down: the sectors, once the rest is there. */
export async function newPartnerProposal(typed: string, language: Language): Promise<Proposal> {
  const [, before] = /^([^:]*:[^:]*:)/su.exec(typed) ?? [];
  if (before === undefined) return { prefix: '', candidates: [] };
  const sectors = fieldsOf(partners.entry).find(({ key }) => key === 'sector')?.meta.choices ?? [];
  return { prefix: before, candidates: await choiceCandidates(sectors, 'partners.sector', language) };
}
