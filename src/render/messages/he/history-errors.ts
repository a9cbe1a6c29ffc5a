import { type ErrorWording, worded } from '../wording.ts';

/** The wording of refusals that speak of git, and of taking back. */
export const historyErrors = {
  'git-missing': () =>
    worded('לפעולה הזו דרוש git, והוא לא נמצא', 'יש להתקין git או להוסיף אותו ל־PATH, ולנסות שוב'),
  'no-repository': (w) =>
    worded(
      `${w.dir} אינה בתוך מאגר git, ולכן אין מה שיספר את תולדותיה`,
      'כדי להתחיל מאגר כאן: `git init`, `git add .`, `git commit`',
    ),
  'git-failed': (w) =>
    worded(`git סירב: ${w.reason || 'הוא לא אמר מדוע'}`, 'דבר לא השתנה; ייתכן ש־`git status` יאמר יותר'),
  'commit-refused': (w) =>
    worded(
      `גיט סירב ל־commit: ${w.reason || 'בלי לומר מדוע'}`,
      'השינוי עצמו נכתב; יש לתקן את מה שגיט מתריע עליו ולסיים כך:',
    ),
  'unknown-revision': (w) =>
    worded(
      `git אינו מכיר שום commit בשם "${w.revision}"`,
      'אפשר לציין hash, ענף, תג או HEAD~1; `partner history` מונה אותם',
    ),
  'not-at-revision': (w) =>
    worded(`ב־${w.revision} השותפות עוד לא הייתה`, '`partner history` מראה היכן היא מתחילה'),
  'no-review': (w) =>
    worded(
      `אין בחינה רשומה שחתמה את השלב ${w.stage}`,
      'אפשר להשוות רק שלב שעבר, בבחינה שכבר נרשמה ב־git; `partner history --by stage` מונה אותן',
    ),
  'nothing-to-undo': (w) =>
    worded(
      `אין כאן פקודה שאפשר לבטל${w.unusable === '0' ? '' : `; רישומים ב־.partner/undo שאינם קריאים: ${w.unusable}`}`,
      '`partner undo --list` מראה מה יש; את `init` מבטלים במחיקת התיקייה, ושינוי ידני – בגיט או בעורך הטקסט',
    ),
  'nothing-to-redo': () =>
    worded(
      'לא בוטל דבר שאפשר לבצע שוב',
      'פקודה חדשה אחרי `partner undo` סוגרת את הדרך חזרה; `partner undo --list` מראה מה יש',
    ),
  'changed-since': (w) =>
    worded(
      w.places
        ? `${w.file} השתנה מאז אותה פקודה, באותו מקום: ${w.places}`
        : `${w.file} השתנה מאז אותה פקודה, ואי אפשר לדעת מה בו בא ממנה`,
      'דבר לא נכתב; `partner undo --list` אומר מה עשתה הפקודה, ואפשר לשנות זאת ידנית או בפקודה אחרת',
    ),
} satisfies Partial<ErrorWording>;
