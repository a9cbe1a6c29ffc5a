import type { Language } from '../core/schema/partnership.ts';
import { entryOfList, type Field, type Section } from '../core/schema/section.ts';

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
  link: { en: 'link', he: 'קישור' },
  id: { en: 'id', he: 'מזהה' },
  name: { en: 'name', he: 'שם' },
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

/** The words that tables of fields and descriptions of them are made of. */
export function fieldWords(language: Language) {
  return words[language];
}

/** What a field holds, in a word or two of Markdown: `date`, `id in goals`, its choices. */
export function typeOf({ meta, schema }: Field, language: Language): string {
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

/** What a section is: one text, one mapping, or a list with what tells its entries apart; and whether it runs. */
export function formOfSection(section: Section, language: Language): string {
  const w = words[language];
  const identity =
    section.form === 'list'
      ? `, ${w.toldApart} ${section.identity.map((key) => `\`${key}\``).join(' + ')}`
      : '';
  return `${w[section.form]}${identity}${section.running ? `; ${w.running}` : ''}`;
}
