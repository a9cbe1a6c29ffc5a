import { choiceLabel, labelIn } from '../../core/language.ts';
import type { Bilingual } from '../../core/problem.ts';
import type { MappingOutline, Outline, OutlineField } from '../../core/schema/outline.ts';
import { patternOfRule, problemOfRule, type Rule } from '../../core/schema/rules.ts';
import type { Field } from '../../core/schema/section.ts';
import { typeOf } from '../field-words.ts';
import type { ChoiceWords } from '../messages/choices.ts';
import { describeProblem, type ProblemTexts } from '../problem-texts.ts';

/**
 * A JSON Schema of draft 7, the one that editors know best. Beside the words of the draft it holds two that
 * editors have added: `enumDescriptions` and `patternErrorMessage`.
 */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What a schema says beside what it accepts. */
export interface SchemaTexts {
  /** The tag of the language of labels that a model declares. */
  readonly textLanguage: string;
  readonly problems: ProblemTexts;
  readonly choices: ChoiceWords;
  /** Words worth proposing at a key, by the mapping and the key: `reviews.stage`. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
}

/** Where an outline stands: the key of the list or mapping around it, and its own. */
interface Place {
  readonly around: string;
  readonly key: string;
}

/**
 * The JSON Schema that accepts what an outline accepts, but for texts near the longest: lengths are counted
 * in UTF-16 units here and in characters there. `name` is what choices and examples call the mapping.
 */
export function schemaOfMapping(outline: MappingOutline, name: string, texts: SchemaTexts): JsonSchema {
  const required = outline.fields.flatMap(({ key, optional }) => (optional ? [] : [key]));
  return {
    type: 'object',
    properties: Object.fromEntries(
      outline.fields.map((field) => [field.key, schemaOfField(field, name, texts)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    ...ownKeys,
    additionalProperties: false,
  };
}

// Keys that are the user's own hold anything, anywhere.
const ownKeys: JsonSchema = { patternProperties: { '^x-': {} } };

function schemaOfField(field: OutlineField, around: string, texts: SchemaTexts): JsonSchema {
  const { schema, meta, key } = field;
  const place = { around, key };
  const examples = texts.examples[`${around}.${key}`] ?? meta?.words ?? [];
  return {
    ...(meta === undefined ? {} : titlesOf({ ...field, meta }, texts)),
    ...schemaOf(schema, place, texts),
    ...(meta?.choiceLabels === undefined
      ? {}
      : describedChoices(meta.choiceLabels, meta.choices ?? [], texts)),
    ...(examples.length === 0 ? {} : { examples }),
  };
}

/** What the words of a choice mean, where a model declares them. */
function describedChoices(
  labels: Readonly<Record<string, Bilingual>>,
  words: readonly string[],
  { textLanguage }: SchemaTexts,
): JsonSchema {
  return { enumDescriptions: words.map((word) => choiceLabel(labels, word, textLanguage) ?? word) };
}

function titlesOf(field: Field, { problems: { language }, textLanguage }: SchemaTexts): JsonSchema {
  const { kind, label } = field.meta;
  // The words of a choice are told one by one.
  if (kind === 'choice') return titled(label, '', textLanguage);
  const form = typeOf(field, language).replaceAll('`', '') + (kind === 'date' ? ' YYYY-MM-DD' : '');
  const isSaid = form.toLowerCase() === labelIn(label, textLanguage).toLowerCase();
  return titled(label, isSaid ? '' : ` (${form})`, textLanguage);
}

/** A title and a description; editors show the one or the other, so both hold the label. */
export function titled(label: Bilingual, more: string, language: string): JsonSchema {
  const title = labelIn(label, language);
  return { title, description: `${title}${more}` };
}

/** The JSON Schema of an outline, without titles. */
function schemaOf(outline: Outline, place: Place, texts: SchemaTexts): JsonSchema {
  switch (outline.type) {
    case 'text':
      return { type: 'string', ...merged(outline.rules.map((rule) => keywordsOf(rule, texts))) };
    case 'number':
      return { type: 'number', ...merged(outline.rules.map((rule) => keywordsOf(rule, texts))) };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return choiceSchema(outline.choices, place, texts);
    case 'list':
      return {
        type: 'array',
        items: schemaOf(outline.entry, { around: place.around, key: place.key }, texts),
      };
    case 'mapping':
      return schemaOfMapping(outline, place.key, texts);
    case 'record': {
      const value = schemaOf(outline.value, { around: place.key, key: 'score' }, texts);
      return { type: 'object', ...ownKeys, additionalProperties: value };
    }
    case 'either':
      return { anyOf: outline.options.map((option) => schemaOf(option, place, texts)) };
  }
}

function choiceSchema(
  words: readonly string[],
  { around, key }: Place,
  { choices }: SchemaTexts,
): JsonSchema {
  const meanings = choices[`${around}.${key}`];
  return {
    type: 'string',
    enum: words,
    ...(meanings === undefined ? {} : { enumDescriptions: words.map((word) => meanings[word] ?? word) }),
  };
}

function keywordsOf(rule: Rule, { problems }: SchemaTexts): JsonSchema {
  switch (rule.rule) {
    case 'short-enough':
      return { maxLength: rule.most };
    case 'whole':
      return { type: 'integer' };
    case 'in-range':
      return {
        ...(rule.least === undefined ? {} : { minimum: rule.least }),
        ...(rule.most === undefined ? {} : { maximum: rule.most }),
      };
    case 'known-format':
      return { const: rule.known };
    default: {
      const { message, hint } = describeProblem(
        { code: problemOfRule(rule.rule), params: { value: '' } },
        problems,
      );
      return { pattern: patternOfRule(rule.rule), patternErrorMessage: hint ?? message };
    }
  }
}

/**
 * Several rules of one value as the keywords of one schema. Whatever has a form of its own is not blank;
 * two forms at once no schema of ours asks for.
 */
function merged(keywords: readonly JsonSchema[]): JsonSchema {
  const blank = patternOfRule('not-blank');
  const forms = keywords.filter(({ pattern }) => pattern !== undefined && pattern !== blank);
  if (forms.length > 1) throw new Error('a text has two forms');
  const kept = forms.length === 0 ? keywords : keywords.filter(({ pattern }) => pattern !== blank);
  return Object.fromEntries(kept.flatMap((some) => Object.entries(some)));
}
