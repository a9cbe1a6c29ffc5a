import { isPlainDecimal } from '../../../core/plain-number.ts';
import { hasFormOfDate, shownValue } from '../value-forms.ts';
import { type ProblemWording, worded } from '../wording.ts';
import { kinds, meant, meantOr, typeHints } from './problem-words.ts';

const kind = (name: string | undefined) => kinds[name ?? ''] ?? name ?? '';
const subject = (key = '') => {
  if (key === '') return 'הקובץ הזה צריך';
  return /^\d+$/.test(key) ? `רשומה ${Number(key) + 1} צריכה` : `"${key}" צריך`;
};

/** The wording of problems that speak of a value that has not the form of its field. */
export const formProblems = {
  'number-form': (w) =>
    isPlainDecimal(w.source)
      ? worded(`ב־${w.source} יש יותר ספרות מכפי שאפשר לשמור`, 'יש לעגל אותו; אם זה טקסט, בגרשיים')
      : worded(
          `"${w.source}" אינו מספר עשרוני פשוט`,
          'יש לכתוב ספרות ולכל היותר נקודה עשרונית אחת; אם זה טקסט, בגרשיים',
        ),
  'unknown-key': (w) => worded(`המפתח "${w.key}" אינו מוכר`, meantOr(w, 'מפתחות משלכם מתחילים ב־x-')),
  'missing-key': (w) =>
    worded(`חסר "${w.key}"`, `יש להוסיף שורה \`${w.key}: …\`${w.otherwise ? `, או לתת ${w.otherwise}` : ''}`),
  'wrong-type': (w) =>
    worded(
      `${subject(w.key)} להיות ${kind(w.expected)}, ולא ${kind(w.found)}${shownValue(w)}`,
      typeHints[w.expected ?? ''],
    ),
  'empty-value': (w) => worded(`ל־"${w.key}" אין ערך`, 'יש לתת ערך או למחוק את השורה'),
  'empty-text': () => worded('טקסט ריק', 'יש לכתוב משהו או למחוק את השורה'),
  'text-too-long': (w) =>
    worded(`טקסט של יותר מ־${w.most} תווים`, 'מקומו במסמך לצד הקובץ, ושם המסמך נרשם כראיה'),
  'invalid-id': (w) =>
    worded(
      `"${w.value}" אינו מזהה`,
      'מזהה: אותיות קטנות a–z, ספרות ומקפים, עד 64 תווים, ובתחילתו אות או ספרה',
    ),
  'invalid-date': (w) =>
    worded(
      hasFormOfDate(w.value) ? `אין יום "${w.value}"` : `"${w.value}" אינו תאריך`,
      hasFormOfDate(w.value)
        ? 'יש לבדוק את החודש ואת היום'
        : 'יש לכתוב בצורה YYYY-MM-DD, למשל 2026-02-03 לשלישי בפברואר',
    ),
  'invalid-choice': (w) => worded(`"${w.value}" אינו אחד מאלה: ${w.choices}`, meant(w)),
  'invalid-currency': (w) =>
    worded(`"${w.value}" אינו קוד מטבע`, 'שלוש אותיות גדולות לפי ISO 4217, כמו ILS, EUR או USD'),
  'out-of-range': (w) =>
    w.most
      ? worded(`${w.value} אינו בין ${w.least} ל־${w.most}`)
      : worded(`${w.value} קטן מדי`, `הערך המזערי: ${w.least}`),
  'not-whole-number': (w) => worded(`${w.value} אינו מספר שלם`, 'יש לכתוב אותו בלי נקודה עשרונית'),
  'invalid-seal': () =>
    worded('זה אינו חותם', 'חותמים נכתבים בידי `partner advance`; יש לשחזר את השורה מ־git'),
  'invalid-value': (w) => worded(`"${w.value}" אינו תקף כאן`, 'שפה נכתבת בקוד שלה, כמו en, he או ar'),
  'value-and-share': () => worded('גם ערך וגם יחס (num, den)', 'יש להשאיר אחד מהשניים'),
  'share-above-one': () => worded('יחס גדול מ־1', 'num הוא חלק מתוך den; יש לבדוק את שניהם'),
  'share-without-whole': () => worded('יחס דורש num ו־den גדול מ־0', 'למשל `num: 42` ו־`den: 60`'),
  'amount-missing': (w) =>
    worded('אין סכום', w.type === 'time' ? 'יש להוסיף `hours` ו־`rate`, או `amount`' : 'יש להוסיף `amount`'),
  'rate-without-hours': () => worded('תעריף בלי שעות', 'יש להוסיף `hours`'),
  'amount-mismatch': (w) =>
    worded(`הסכום ${w.amount} אינו שעות × תעריף (${w.product})`, 'יש להשאיר את הסכום, או את השעות והתעריף'),
} satisfies Partial<ProblemWording>;
