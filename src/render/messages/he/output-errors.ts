import { type ErrorWording, worded } from '../wording.ts';

/** The wording of refusals that speak of what a command reads and hands out beside the partnership. */
export const outputErrors = {
  'output-failed': (w) =>
    worded(
      `אי אפשר לכתוב את הפלט: ${w.errno}`,
      'מה שיצא אינו שלם; יש לפנות מקום או לבחור מקום אחר, ולחזור על הפקודה',
    ),
  'no-such-file': (w) => worded(`אין קובץ ${w.file}`, 'כדאי לבדוק את הנתיב; הוא נספר מהתיקייה שב־-C'),
  'not-readable': (w) =>
    w.what
      ? worded(
          `${w.file} אינו קובץ רגיל (${w.what})`,
          'יש לתת קובץ, או לשלוח את השורות אל `partner record --from -`',
        )
      : worded(`אי אפשר לקרוא את ${w.file}: ${w.errno}`, 'כדאי לבדוק את ההרשאות שלו'),
  'invalid-table': (w) =>
    worded(
      `${w.file}: ${w.count === '1' ? 'נמצאה בעיה אחת' : `נמצאו ${w.count} בעיות`}, ולכן לא נרשמה אף שורה`,
      w.shown === w.count
        ? 'דבר לא נכתב; יש לתקן את הקובץ ולחזור על הפקודה'
        : `דבר לא נכתב; אלה ${w.shown} הראשונות: יש לתקן את הקובץ ולחזור על הפקודה`,
    ),
  'invalid-template': (w) =>
    worded(`אי אפשר להשתמש בתבנית ${w.file}`, 'מה שתבנית של מסמך יכולה להכיל מתואר ב־docs/FORMAT.he.md'),
  'output-protected': (w) =>
    worded(
      `${w.file} הוא קובץ של השותפות עצמה או של כליה, ואין דורסים אותו`,
      'דבר לא נכתב; יש לתת שם אחר ב־--out',
    ),
  'output-in-the-way': (w) =>
    worded(
      `${w.file} כבר קיים, ולא התכנה הזאת יצרה אותו`,
      'דבר לא נכתב; כדי להחליף אותו יש לציין אותו ב־--out',
    ),
  'no-output-folder': (w) => worded(`אין תיקייה ${w.dir} לכתוב אליה`, 'דבר לא נכתב; יש ליצור אותה קודם'),
} satisfies Partial<ErrorWording>;
