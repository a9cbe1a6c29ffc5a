import type { Language } from '../../core/schema/partnership.ts';
import {
  entryOfList,
  type Field,
  fieldsOf,
  type ListSection,
  type Section,
} from '../../core/schema/section.ts';
import { fieldWords, typeOf } from '../field-words.ts';
import type { ChoiceWords } from '../messages/choices.ts';
import type { HelpTerm } from './help-page.ts';
import { heading, type TopicBlock } from './topic.ts';

/** The fields of a mapping as a table, then those of the lists of mappings inside it. */
export function fieldBlocks(name: string, fields: readonly Field[], language: Language): TopicBlock[] {
  const nested = fields.flatMap(({ key, schema }) => {
    const entry = entryOfList(schema);
    if (entry === undefined) return [];
    return [heading(`${name}.${key}`), tableOf(fieldsOf(entry), language)];
  });
  return [tableOf(fields, language), ...nested];
}

function tableOf(fields: readonly Field[], language: Language): TopicBlock {
  const w = fieldWords(language);
  return {
    kind: 'table',
    columns: [w.key, w.type, w.needed, w.meaning],
    rows: fields.map((field) => [
      field.key,
      typeOf(field, language).replaceAll('`', ''),
      field.optional ? '' : w.yes,
      field.meta.label[language],
    ]),
  };
}

/** The fields of a section, whatever its form. */
export function fieldsOfSection(section: Section): readonly Field[] {
  return section.form === 'text' ? [] : fieldsOf(section.entry);
}

/** What the words of each fixed list among some fields mean. */
export function choicesOf(
  name: string,
  fields: readonly Field[],
  words: ChoiceWords,
): { readonly key: string; readonly words: readonly HelpTerm[] }[] {
  return fields.flatMap((field) => {
    const entry = entryOfList(field.schema);
    const own = Object.entries(words[`${name}.${field.key}`] ?? {}).map(([term, about]) => ({ term, about }));
    return [
      ...(own.length === 0 ? [] : [{ key: field.key, words: own }]),
      ...(entry === undefined ? [] : choicesOf(field.key, fieldsOf(entry), words)),
    ];
  });
}

/** The commands that fill a section, with every field that it needs. */
export function commandsOfSection(section: Section): string[] {
  const { name } = section;
  if (section.form === 'text') return [`partner set ${name} "…"`];
  if (section.form === 'list') return [addCommand(name, section), `partner set ${name}/ID KEY=VALUE`];
  const lists = fieldsOf(section.entry).flatMap(({ key, schema }) => {
    const entry = entryOfList(schema);
    return entry === undefined ? [] : [addCommand(`${name}.${key}`, { entry })];
  });
  return [`partner set ${name} KEY=VALUE`, ...lists];
}

function addCommand(name: string, { entry }: Pick<ListSection, 'entry'>): string {
  const needed = fieldsOf(entry).filter(({ key, optional }) => !optional && key !== 'id');
  return ['partner add', name, ...needed.map((field) => `${field.key}=${sampleOf(field)}`)].join(' ');
}

function sampleOf({ meta }: Field): string {
  if (meta.choices !== undefined) return meta.choices[0] ?? '';
  if (meta.kind === 'date') return 'YYYY-MM-DD';
  if (meta.kind === 'text') return '"…"';
  return meta.kind === 'reference' || meta.kind === 'id' ? 'ID' : 'N';
}
