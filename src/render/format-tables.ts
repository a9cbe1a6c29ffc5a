import type { Language } from '../core/schema/partnership.ts';
import { partners, partnershipFields } from '../core/schema/partnership.ts';
import { stageSections } from '../core/schema/registry.ts';
import { reviewFields } from '../core/schema/reviews.ts';
import { entryOfList, type Field, fieldsOf, type Section } from '../core/schema/section.ts';
import { checklistItem, stageFields } from '../core/schema/stage.ts';
import { fieldWords, formOfSection, typeOf } from './field-words.ts';

/** The tables of docs/FORMAT.md by the names of their places, in Markdown, made from the schemas. */
export function formatTables(language: Language): Readonly<Record<string, string>> {
  return {
    partnership: fieldTable(partnershipFields, language),
    partners: fieldTable(fieldsOf(partners.entry), language),
    stage: fieldTable(stageFields, language),
    checklist: fieldTable(fieldsOf(checklistItem), language),
    reviews: nestedTables('reviews', reviewFields, language),
    sections: stageSections.map((section) => sectionTable(section, language)).join('\n'),
  };
}

function sectionTable(section: Section, language: Language): string {
  const head = `### ${section.name}\n\n${section.label[language]} — ${formOfSection(section, language)}.\n`;
  return section.form === 'text'
    ? head
    : `${head}\n${nestedTables(section.name, fieldsOf(section.entry), language)}`;
}

/** The table of a mapping, then those of the lists of mappings inside it. */
function nestedTables(name: string, fields: readonly Field[], language: Language): string {
  const nested = fields.flatMap(({ key, schema }) => {
    const entry = entryOfList(schema);
    return entry === undefined ? [] : [`\n\`${name}.${key}\`\n\n${fieldTable(fieldsOf(entry), language)}`];
  });
  return fieldTable(fields, language) + nested.join('');
}

function fieldTable(fields: readonly Field[], language: Language): string {
  const w = fieldWords(language);
  const rows = fields.map(
    ({ key, optional, ...field }) =>
      `| \`${key}\` | ${typeOf({ key, optional, ...field }, language)} | ${optional ? '' : w.yes} | ${field.meta.label[language]} |`,
  );
  return [`| ${w.key} | ${w.type} | ${w.needed} | ${w.meaning} |`, '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
