import { type ErrorWording, worded } from '../wording.ts';

/** The wording of refusals that speak of a gate review. */
export const reviewErrors = {
  'gate-blocked': (w) =>
    worded(
      `השער של "${w.title}" עדיין סגור`,
      'דבר לא נכתב; `partner check ITEM` מסמן את מה שבוצע, ו־`partner help gates` מסביר ויתורים',
    ),
  'partnership-ended': (w) =>
    worded(
      `השותפות הסתיימה (${w.state})`,
      'חזרה פותחת אותה מחדש: `partner advance --decision return --to STAGE --reason "…"`',
    ),
  'not-passed': (w) =>
    worded(
      `השלב ${w.stage} לא עבר את השער, ולכן אין מה לאשר מחדש`,
      w.known ? `השלבים שעברו: ${w.known}` : 'עדיין לא עבר שום שלב; `partner status` מראה היכן השותפות עומדת',
    ),
  'reason-missing': (w) =>
    worded(
      w.item ? `ויתור על ${w.item} דורש נימוק` : `ההחלטה "${w.decision}" דורשת נימוק`,
      w.item ? `כותבים אותו אחרי הפריט: --waive "${w.item}=…"` : 'נותנים אותו כך: --reason "…"',
    ),
  'stage-ahead': (w) =>
    worded(`${w.stage} עדיין לפנינו`, 'חוזרים לשלב קודם, או עושים שוב את הנוכחי: יש לציין אחד מהם ב־--to'),
  'review-committed': (w) =>
    worded(
      `הבחינה ${w.review} כבר נמצאת ב־commit האחרון, ולספר הפרוטוקולים רק מוסיפים`,
      'מתקנים אותה בבחינה נוספת: `partner advance --decision return --to STAGE --reason "…"`. אם ה־commit עוד לא הגיע לאיש, `git reset HEAD~1` מבטל אותו ומשאיר את הקבצים, ואז `partner undo` יפעל',
    ),
  'review-outdated': () =>
    worded(
      'השלב השתנה מאז, ולכן הבחינה הזאת אינה יכולה לחזור כפי שנערכה',
      'דבר לא נכתב; יש לערוך את הבחינה מחדש: `partner advance`',
    ),
} satisfies Partial<ErrorWording>;
