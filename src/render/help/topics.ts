import { inLanguage, stageFile } from '../../core/model.ts';
import type { Model } from '../../core/schema/model.ts';
import { sectionsIn } from '../../core/schema/model-sections.ts';
import { type Language, partners, partnershipFields } from '../../core/schema/partnership.ts';
import { reviewFields } from '../../core/schema/reviews.ts';
import { type Field, fieldsOf } from '../../core/schema/section.ts';
import { checklistItem, stageFields } from '../../core/schema/stage.ts';
import { loadChoiceWords } from '../messages/choices.ts';
import { loadMeasurementWords } from '../messages/measurement.ts';
import { loadTopics, type TopicFacts } from '../messages/topics.ts';
import { printable } from '../printable.ts';
import { choicesOf, commandsOfSection, fieldBlocks, fieldsOfSection } from './fields.ts';
import type { Topic } from './topic.ts';
import { type TopicName, topicTitles } from './topic-names.ts';

/** The model that explanations speak of, and whether it is that of the partnership one stands in. */
export interface ExplainedModel {
  readonly model: Model;
  readonly isOwn: boolean;
}

/** One part of the method or of the program, explained by a model. */
export async function topicOf(
  name: TopicName,
  explained: ExplainedModel,
  language: Language,
): Promise<Topic> {
  const [texts, facts] = await Promise.all([loadTopics(language), factsOf(explained, language)]);
  const [first = '', ...rest] = topicTitles[name][language];
  return { name, title: first.toUpperCase() + rest.join(''), blocks: texts[name](facts) };
}

async function factsOf({ model, isOwn }: ExplainedModel, language: Language): Promise<TopicFacts> {
  const [choices, measurement] = await Promise.all([
    loadChoiceWords(language),
    loadMeasurementWords(language),
  ]);
  const { names, formulas } = measurement.ratios;
  const sections = model.stages.flatMap((stage) => stage.sections);
  const { find } = sectionsIn(model);
  return {
    model: {
      id: printable(model.model),
      title: textIn(model.title, language),
      source: model.source === undefined ? undefined : textIn(model.source, language),
      isOwn,
      stages: model.stages.map((stage, index) => ({
        term: `${String(index + 1).padStart(String(model.stages.length).length)} ${printable(stage.id)}`,
        about: `${textIn(stage.title, language)}: ${textIn(stage.purpose, language)}`,
      })),
      files: model.stages.flatMap((stage, index) =>
        stage.sections.length === 0
          ? []
          : [{ term: stageFile(model, index), about: stage.sections.map((one) => `\`${one}\``).join(', ') }],
      ),
      running: sections.filter((section) => find(section)?.running === true),
    },
    kinds: choices['metrics.kind'] ?? {},
    aggregates: choices['metrics.aggregate'] ?? {},
    bases: choices['contributions.basis'] ?? {},
    ratios: (Object.keys(names) as (keyof typeof names)[]).map((ratio) => ({
      term: names[ratio],
      about: formulas[ratio],
    })),
  };
}

function textIn(texts: Readonly<Record<string, string>>, language: Language): string {
  return printable(inLanguage(texts, language));
}

interface PartOfFile {
  readonly file: string;
  readonly fields: () => readonly Field[];
  readonly commands: readonly string[];
}

/** The lists and mappings that are no sections of a stage, by the names that people know them under. */
const partsOfFiles: Readonly<Record<string, PartOfFile>> = {
  partnership: {
    file: 'partnership.yaml',
    fields: () => partnershipFields,
    commands: ['partner set partnership KEY=VALUE', 'partner help partners'],
  },
  stage: {
    file: 'stages/NN-name.yaml',
    fields: () => stageFields,
    commands: ['partner set stages/STAGE KEY=VALUE', 'partner help checklist'],
  },
  checklist: {
    file: 'stages/NN-name.yaml',
    fields: () => fieldsOf(checklistItem),
    commands: ['partner check ITEM --by NAME --evidence PATH', 'partner uncheck ITEM'],
  },
  reviews: {
    file: 'reviews.yaml',
    fields: () => reviewFields,
    commands: ['partner advance --help', 'partner help gates'],
  },
};

/** The names of all sections and parts of files that can be explained. */
export function namesOfParts(model: Model): string[] {
  return [...model.stages.flatMap(({ sections }) => sections), partners.name, ...Object.keys(partsOfFiles)];
}

/** A section, or a part of a file, with its fields out of the schema; undefined where none has that name. */
export async function sectionTopic(
  name: string,
  model: Model,
  language: Language,
): Promise<Topic | undefined> {
  const [texts, choices] = await Promise.all([loadTopics(language), loadChoiceWords(language)]);
  const part = Object.hasOwn(partsOfFiles, name) ? partsOfFiles[name] : undefined;
  if (part !== undefined) {
    const fields = part.fields();
    const blocks = texts.section({
      ...{ name, form: 'mapping', running: false, file: part.file, commands: part.commands },
      fields: fieldBlocks(name, fields, language),
      choices: choicesOf(name, fields, choices),
    });
    return { name, title: name, blocks };
  }
  const section = sectionsIn(model).find(name);
  if (section === undefined) return undefined;
  const fields = fieldsOfSection(section);
  const blocks = texts.section({
    ...{ name, form: section.form, running: section.running, file: fileOf(name, model) },
    fields: section.form === 'text' ? [] : fieldBlocks(name, fields, language),
    choices: choicesOf(name, fields, choices),
    commands: commandsOfSection(section),
  });
  return { name, title: `${name}: ${section.label[language]}`, blocks };
}

function fileOf(section: string, model: Model): string | undefined {
  if (section === partners.name) return 'partnership.yaml';
  const index = model.stages.findIndex(({ sections }) => sections.includes(section));
  return index < 0 ? undefined : stageFile(model, index);
}

/** A stage of a model: what it is for and what its gate asks; undefined where the model has none of that id. */
export async function stageTopic(id: string, model: Model, language: Language): Promise<Topic | undefined> {
  const index = model.stages.findIndex((stage) => stage.id === id);
  const stage = model.stages[index];
  if (stage === undefined) return undefined;
  const texts = await loadTopics(language);
  const blocks = texts.stage({
    ...{ id, number: index + 1, of: model.stages.length, model: printable(model.model) },
    purpose: textIn(stage.purpose, language),
    guidance: stage.guidance === undefined ? undefined : textIn(stage.guidance, language),
    items: stage.checklist.map((item) => ({
      term: printable(item.id),
      about:
        textIn(item.text, language) +
        (item.evidence === undefined ? '' : ` ⟨${textIn(item.evidence, language)}⟩`) +
        (item.required ? '' : ` (${texts.optional})`),
    })),
    sections: stage.sections.map((section) => ({
      term: section,
      about: sectionsIn(model).find(section)?.label[language] ?? '',
    })),
  });
  return { name: id, title: textIn(stage.title, language), blocks };
}
