import type { Language } from '../core/schema/partnership.ts';
import { partners, partnershipFields } from '../core/schema/partnership.ts';
import { stageSections } from '../core/schema/registry.ts';
import { reviewFields } from '../core/schema/reviews.ts';
import { entryOfList, type Field, fieldsOf, type Section } from '../core/schema/section.ts';
import { checklistItem, stageFields } from '../core/schema/stage.ts';

const words = {
  en: {
    key: 'key',
    type: 'type',
    needed: 'needed',
    meaning: 'meaning',
    yes: 'yes',
    running: 'running: it grows after the gate and stays outside the seal',
    text: 'one text',
    mapping: 'one mapping',
    list: 'a list of entries',
    toldApart: 'told apart by',
    or: 'or',
    refers: 'id in',
    listOf: 'list of',
  },
  he: {
    key: 'מפתח',
    type: 'סוג',
    needed: 'חובה',
    meaning: 'משמעות',
    yes: 'כן',
    running: 'פרק מתמשך: גדל לאחר השער ואינו נכלל בחותם',
    text: 'טקסט אחד',
    mapping: 'מיפוי אחד',
    list: 'רשימת רשומות',
    toldApart: 'נבדלות זו מזו לפי',
    or: 'או',
    refers: 'מזהה ב־',
    listOf: 'רשימה של',
  },
} as const;

const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  text: { en: 'text', he: 'טקסט' },
  id: { en: 'id', he: 'מזהה' },
  date: { en: 'date', he: 'תאריך' },
  number: { en: 'number', he: 'מספר' },
  whole: { en: 'whole number', he: 'מספר שלם' },
  score: { en: '1–5', he: '1–5' },
  money: { en: 'amount', he: 'סכום' },
  hours: { en: 'hours', he: 'שעות' },
  flag: { en: 'true or false', he: 'true או false' },
  list: { en: 'list', he: 'רשימה' },
  mapping: { en: 'mapping', he: 'מיפוי' },
  'text-or-number': { en: 'text or number', he: 'טקסט או מספר' },
  'score-or-unknown': { en: '1–5 or unknown', he: '1–5 או unknown' },
};

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
  const w = words[language];
  const identity =
    section.form === 'list'
      ? `, ${w.toldApart} ${section.identity.map((key) => `\`${key}\``).join(' + ')}`
      : '';
  const head = `### ${section.name}\n\n${section.label[language]} — ${w[section.form]}${identity}${section.running ? `; ${w.running}` : ''}.\n`;
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
  const w = words[language];
  const rows = fields.map(
    ({ key, optional, ...field }) =>
      `| \`${key}\` | ${typeOf({ key, optional, ...field }, language)} | ${optional ? '' : w.yes} | ${field.meta.label[language]} |`,
  );
  return [`| ${w.key} | ${w.type} | ${w.needed} | ${w.meaning} |`, '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}

function typeOf({ meta, schema }: Field, language: Language): string {
  const w = words[language];
  if (meta.kind === 'choice') return (meta.choices ?? []).map((choice) => `\`${choice}\``).join(' ');
  if (meta.kind === 'reference') {
    const loose = (meta.words ?? []).map((word) => ` ${w.or} \`${word}\``).join('');
    return `${w.refers}${language === 'en' ? ' ' : ''}${(meta.refers ?? []).map((name) => `\`${name}\``).join(` ${w.or} `)}${loose}`;
  }
  if (meta.kind === 'list')
    return `${w.listOf} ${kinds[entryOfList(schema) === undefined ? 'text' : 'mapping']?.[language]}`;
  return kinds[meta.kind]?.[language] ?? meta.kind;
}
