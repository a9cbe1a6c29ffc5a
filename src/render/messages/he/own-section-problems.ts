import { type Words, worded } from '../wording.ts';

const meant = ({ nearest }: Words) => nearest !== undefined && `האם הכוונה ל־"${nearest}"?`;
const things: Readonly<Record<string, string>> = {
  section: 'אי אפשר לקרוא לפרק',
  field: 'אי אפשר לקרוא לשדה',
  choice: 'אי אפשר לקרוא לאפשרות',
};

/** What is wrong with the sections that a model declares, and with figures that they measure. */
export const ownSectionProblems = {
  'invalid-name': (w: Words) =>
    worded(
      `"${w.value}" אינו שם תקין`,
      'יש לכתוב אותיות a–z קטנות, ספרות וקווים תחתונים, אות בהתחלה, עד 40 תווים',
    ),
  'invalid-link': (w: Words) =>
    worded(`"${w.value}" אינו קישור`, 'יש לכתוב כתובת מלאה: https://…, http://… או mailto:…'),
  'reserved-name': (w: Words) =>
    worded(`${things[w.what ?? ''] ?? w.what} "${w.word}": למילה כבר יש משמעות אחרת`, 'יש לבחור שם אחר'),
  'unplaced-section': (w: Words) =>
    worded(`הפרק "${w.section}" אינו עומד באף שלב`, 'יש לרשום אותו תחת `sections` של השלב שקובצו יחזיק אותו'),
  'field-attribute': (w: Words) => worded(`"${w.key}" אינו מתאים ל־${w.type}`, `הוא מתאים ל־${w.types}`),
  'unknown-field': (w: Words) => worded(`בפרק אין שדה "${w.field}"`, meant(w) || `שדותיו: ${w.known}`),
  'unfit-field': (w: Words) =>
    w.why === 'optional'
      ? worded(
          `אפשר להשמיט את השדה "${w.field}", ואז לא יהיה אפשר לזהות לפיו רשומה`,
          'יש להוסיף לו `required: true`',
        )
      : worded(`שדה מסוג ${w.type} אינו יכול לשמש כאן`, 'יש לציין שדה אחר'),
  'empty-range': (w: Words) => worded(`אין דבר בין ${w.min} ל־${w.max}`, 'יש להחליף ביניהם או לשנות אחד מהם'),
  'section-without-ids': (w: Words) =>
    worded(`לרשומות של "${w.section}" אין מזהים שאפשר להפנות אליהם`, 'יש להפנות לרשימה שלרשומותיה יש מזהים'),
  'too-many-declared': (w: Words) => worded(`יש כאן ${w.count}, והמרב הוא ${w.most}`, 'יש להשמיט כמה'),
  'counted-twice': (w: Words) =>
    worded(
      `גם רשומה של ${w.section} מודדת את ${w.metric} ביום הזה, ושתיהן נספרות`,
      'אם זה אותו נתון, יש להסיר את התצפית',
    ),
  'measure-without-metric': (w: Words) =>
    worded(
      `הרשומות של "${w.section}" מודדות את "${w.metric}", ואין מדד שזה המזהה שלו`,
      meant(w) || `אפשר להוסיף אותו: \`partner add metrics id=${w.metric} name=… kind=… aggregate=…\``,
    ),
};
