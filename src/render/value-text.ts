import type { EntryNames } from '../core/entry-name.ts';
import { isMapping, type Mapping } from '../core/history/change.ts';
import type { Subject } from '../core/history/subject.ts';
import { choiceLabel, labelIn } from '../core/language.ts';
import type { Bilingual } from '../core/problem.ts';
import type { Language } from '../core/schema/partnership.ts';
import type { Sections } from '../core/schema/registry.ts';
import { entryOfList, type Field, fieldsOf } from '../core/schema/section.ts';
import type { HistoryWords } from './messages/history.ts';
import type { Terms } from './messages/terms.ts';
import { printable } from './printable.ts';
import { isolated } from './terminal/bidi.ts';

/** The words that changes are told in. */
export interface ChangeTexts {
  readonly language: Language;
  /** The language that labels of a model's own sections are told in. */
  readonly textLanguage: string;
  /** The sections that the model knows. */
  readonly sections: Sections;
  /** What the entries that others refer to are called now. */
  readonly names: EntryNames;
  readonly words: HistoryWords;
  readonly terms: Terms;
}

const longest = 160;

/** A foreign text inside a sentence, cut where it is longer than a line or two. */
export function shown(text: string): string {
  const characters = Array.from(text);
  const short = characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
  return isolated(printable(short.replace(/\s*\n\s*/g, ' ').trim()));
}

/** The fields of an entry, one after the other, without those that the sentence has `told` already. */
export function factsText(
  entry: unknown,
  { fields }: Pick<Subject, 'fields'>,
  texts: ChangeTexts,
  told: readonly string[],
): string {
  if (!isMapping(entry))
    return entry === null || entry === undefined ? '' : valueText(entry, undefined, texts);
  return Object.entries(entry)
    .filter(([key]) => !told.includes(key))
    .map(([key, value]) => factText(key, value, fields, texts))
    .join(' · ');
}

function factText(key: string, value: unknown, fields: readonly Field[], texts: ChangeTexts): string {
  const field = fields.find((one) => one.key === key);
  return texts.words.changes.fact(fieldLabel(key, field, texts), valueText(value, field, texts));
}

/** What people call a field; its key where no schema knows it. */
export function fieldLabel(key: string, field: Field | undefined, { textLanguage }: ChangeTexts): string {
  return field === undefined ? shown(key) : labelText(field.meta.label, textLanguage);
}

/** A label, which may be one that a model declares, and is then as foreign as any text of a file. */
export function labelText(label: Bilingual, language: string): string {
  return printable(labelIn(label, language));
}

/** A value of a field as people read it: days, choices, yes and no in their words. */
export function valueText(value: unknown, field: Field | undefined, texts: ChangeTexts): string {
  const { words, terms } = texts;
  if (typeof value === 'boolean') return value ? words.changes.yes : words.changes.no;
  const inner = field === undefined ? undefined : entryOfList(field.schema);
  const innerFields = inner === undefined ? [] : fieldsOf(inner);
  if (Array.isArray(value))
    return value
      .map((one) => (isMapping(one) ? entryText(one, innerFields, texts) : valueText(one, undefined, texts)))
      .join(', ');
  if (isMapping(value))
    return field?.meta.kind === 'mapping' ? recordText(value) : entryText(value, [], texts);
  const text = String(value);
  if (field?.meta.kind === 'choice') return choiceText(text, field, texts);
  return field?.meta.kind === 'date' ? shown(terms.date(text)) : shown(text);
}

function choiceText(word: string, { meta }: Field, { terms, textLanguage }: ChangeTexts): string {
  if (meta.choiceLabels === undefined) return terms.words[word] ?? shown(word);
  return printable(choiceLabel(meta.choiceLabels, word, textLanguage) ?? word);
}

/**
 * An entry inside an entry, such as a reviewer or a condition: what it says first, the rest behind it. Texts tell
 * enough by themselves; a day or a yes says nothing without what it is of, and a no says nothing at all.
 */
function entryText(value: Mapping, fields: readonly Field[], texts: ChangeTexts): string {
  const said = Object.entries(value).filter(([, part]) => part !== false);
  const [first = '', ...rest] = said.map(([key, part]) => {
    const field = fields.find((one) => one.key === key);
    if (field?.meta.kind === 'date' || field?.meta.kind === 'flag') return factText(key, part, fields, texts);
    return typeof part === 'object' ? shown(JSON.stringify(part)) : valueText(part, field, texts);
  });
  return rest.length === 0 ? first : `${first} (${rest.join(', ')})`;
}

// A mapping whose keys people chose: scores by criteria, versions by stages.
function recordText(value: Mapping): string {
  return Object.entries(value)
    .map(([key, part]) => `${shown(key)}: ${shown(String(part))}`)
    .join(', ');
}
