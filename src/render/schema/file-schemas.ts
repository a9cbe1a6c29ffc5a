import { spokenLanguage } from '../../core/language.ts';
import { inLanguage } from '../../core/model.ts';
import { fileComments } from '../../core/scaffold.ts';
import { outlineOfFile } from '../../core/schema/check-schema.ts';
import type { Model } from '../../core/schema/model.ts';
import { sectionsIn } from '../../core/schema/model-sections.ts';
import type { Language } from '../../core/schema/partnership.ts';
import type { FileKind } from '../../core/schema/schema-files.ts';
import { formOfSection } from '../field-words.ts';
import { loadChoiceWords } from '../messages/choices.ts';
import { loadProblemTexts } from '../problem-texts.ts';
import { type JsonSchema, type SchemaTexts, schemaOfMapping, titled } from './outline-schema.ts';

const titles = {
  partnership: {
    en: ['The partnership', 'Who: identity, model and partners.'],
    he: ['השותפות', 'מי: זהות, מודל ושותפים.'],
  },
  reviews: {
    en: ['The minutes book', fileComments.book.en],
    he: ['פנקס הבחינות', fileComments.book.he],
  },
  model: {
    en: ['A model', 'The stages of a way of partnering, in order, in each of its languages.'],
    he: ['מודל', 'השלבים של דרך לשותפות, לפי הסדר, בכל אחת משפות המודל.'],
  },
} as const;

/** Says what the schemas are for, and how they are made anew. */
const origin: Readonly<Record<Language, string>> = {
  en: 'For editors. Made by partner; `partner schema --write` makes it anew.',
  he: 'לעורכי טקסט. נוצר על ידי partner; הפקודה `partner schema --write` יוצרת אותו מחדש.',
};

/** Whether a text is that of a schema which this program has made, so that it may make it anew. */
export function isOwnSchema(text: string): boolean {
  return Object.values(origin).some((sentence) => text.includes(JSON.stringify(sentence)));
}

/** The JSON Schemas of kinds of files of a partnership after a model, in their order, for texts in a language. */
export async function fileSchemas(
  kinds: readonly FileKind[],
  model: Model,
  textLanguage: string,
): Promise<JsonSchema[]> {
  const language = spokenLanguage(textLanguage);
  const base = {
    ...{ textLanguage, problems: await loadProblemTexts(language) },
    choices: await loadChoiceWords(language),
  };
  return kinds.map((kind) => schemaOfKind(kind, model, { ...base, examples: examplesFor(kind, model) }));
}

function schemaOfKind(kind: FileKind, model: Model, texts: SchemaTexts): JsonSchema {
  const { language } = texts.problems;
  const name = kind.stage === undefined ? kind.name : 'stage';
  const schema = schemaOfMapping(outlineOfFile(kind.schema), name, texts);
  const [title, description] = titleOf(kind, model, texts);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: origin[language],
    title,
    description,
    ...schema,
    properties: withSections(schema.properties as Readonly<Record<string, JsonSchema>>, model, texts),
  };
}

function titleOf(
  kind: FileKind,
  model: Model,
  { textLanguage, problems: { language } }: SchemaTexts,
): readonly [string, string] {
  if (kind.stage === undefined) return titles[kind.name as keyof typeof titles][language];
  const { index, of } = kind.stage;
  const title = fileComments.stage[language](
    index + 1,
    model.stages.length,
    inLanguage(of.title, textLanguage),
  );
  return [title, inLanguage(of.purpose, textLanguage)];
}

// The label and the form of a section are its own, not those of a field.
function withSections(
  properties: Readonly<Record<string, JsonSchema>>,
  model: Model,
  { textLanguage, problems: { language } }: SchemaTexts,
) {
  const { find } = sectionsIn(model);
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const section = schema.title === undefined ? find(key) : undefined;
      if (section === undefined) return [key, schema];
      const form = formOfSection(section, language).replaceAll('`', '');
      return [key, { ...titled(section.label, `: ${form}`, textLanguage), ...schema }];
    }),
  );
}

/** What the model knows of the words at some keys: its stages and their items. */
function examplesFor({ stage }: FileKind, model: Model): Readonly<Record<string, readonly string[]>> {
  const stages = model.stages.map(({ id }) => id);
  const items = (stage === undefined ? model.stages : [stage.of]).flatMap(({ checklist }) =>
    checklist.map(({ id }) => id),
  );
  return {
    'partnership.model': [model.model],
    'reviews.stage': stages,
    'reviews.to': stages,
    'waivers.item': items,
    ...(stage === undefined ? {} : { 'stage.stage': [stage.of.id], 'checklist.id': items }),
  };
}
