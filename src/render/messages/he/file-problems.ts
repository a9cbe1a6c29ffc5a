import { type ProblemWording, worded } from '../wording.ts';
import { kindsOfFile, meantOr, syntax } from './problem-words.ts';

/** The wording of problems that speak of a file as such, and of its YAML. */
export const fileProblems = {
  'missing-file': () =>
    worded('הקובץ חסר', 'יש לשחזר אותו מ־git או מגיבוי; `partner init` בתיקייה אחרת מראה מה שייך בו'),
  'unknown-file': (w) =>
    worded(
      `"${w.name}" אינו קובץ של שלב במודל הזה`,
      meantOr(w, 'אם זה עותק, יש להוציא אותו מ־stages/; לשלבי המודל יש כבר קבצים'),
    ),
  'file-name-case': (w) =>
    worded(
      w.both === 'true'
        ? `"${w.name}" ו־"${w.wanted}" נבדלים רק באותיות גדולות: דיסקים של macOS ושל Windows מחזיקים רק אחד מהם`
        : `השם "${w.name}" צריך להיות "${w.wanted}": דיסקים של Linux מבחינים בין אותיות גדולות לקטנות`,
      w.both === 'true' ? 'יש להעביר אחד מהם למקום אחר, או לתת לו שם אחר' : `יש לשנות את השם ל־"${w.wanted}"`,
    ),
  'not-a-regular-file': (w) =>
    worded(
      `זה ${kindsOfFile[w.what ?? ''] ?? w.what}, לא קובץ רגיל`,
      'יש לשים בתיקייה את הקובץ עצמו; אין הליכה אחרי קישורים',
    ),
  'unreadable-file': (w) => worded(`אי אפשר לקרוא את הקובץ (${w.errno})`, 'יש לבדוק את ההרשאות'),
  'file-empty': () => worded('הקובץ ריק', 'יש לשחזר אותו מ־git או מגיבוי'),
  'file-too-large': () => worded('הקובץ גדול מ־1 MiB', 'מסמכים מקומם לצד הקובץ, ושמם נרשם כראיה'),
  'not-utf8': (w) =>
    worded(
      `הטקסט אינו ב־UTF-8${w.encoding ? ` (נראה כמו ${w.encoding.replace(' or ', ' או ')})` : ''}`,
      'יש לשמור את הקובץ בעורך בקידוד UTF-8',
    ),
  'repeated-bom': () => worded('סימן סדר בתים (BOM) שני', 'יש למחוק אותו ולשמור את הקובץ ב־UTF-8'),
  'control-character': (w) => worded(`תו הבקרה ${w.character} אסור כאן`, 'יש למחוק אותו'),
  'bidi-control': (w) =>
    worded(`תו הכיווניות ${w.character} עלול להציג טקסט אחר מן הכתוב`, 'יש למחוק אותו, אלא אם הושם בכוונה'),
  'conflict-marker': () => worded('מיזוג שלא נפתר', 'יש להשאיר אחת משתי הגרסאות ולמחוק את שורות הסימון'),
  'too-many-problems': (w) =>
    worded(`${w.count} בעיות בקובץ; מוצגות רק הראשונות`, 'לאחר תיקונן יש לבדוק שוב'),
  'yaml-syntax': (w) => {
    const [message, hint] = syntax[w.detail ?? ''] ?? [
      `אי אפשר לקרוא זאת כ־YAML (${w.detail ?? 'syntax'})`,
      'כדאי להשוות את השורה לשכנותיה; טקסט שיש בו ": " או " #" צריך גרשיים',
    ];
    return worded(message, hint);
  },
  'yaml-tab': () => worded('טאב במקום שבו YAML דורש רווחים', 'יש להזיח ברווחים'),
  'yaml-indentation': () => worded('ההזחה אינה מתאימה לשורות שמעל', 'יש ליישר את השורה עם שכנותיה'),
  'yaml-unclosed': () => worded('גרשיים או סוגריים שלא נסגרו', 'יש לסגור אותם, או לשים את כל הטקסט בגרשיים'),
  'yaml-anchor': () =>
    worded('עוגנים (&name) אסורים', 'יש לכתוב את הערך במלואו; טקסט שמתחיל ב־& צריך גרשיים'),
  'yaml-alias': () => worded('הפניות (*name) אסורות', 'יש לכתוב את הערך במלואו; טקסט שמתחיל ב־* צריך גרשיים'),
  'yaml-tag': () => worded('תגי סוג (!name) אסורים', 'יש לכתוב את הערך עצמו; טקסט שמתחיל ב־! צריך גרשיים'),
  'yaml-directive': () => worded('הנחיות (%NAME) אסורות', 'יש למחוק את השורה'),
  'yaml-merge-key': () => worded('מפתחות מיזוג (<<) אסורים', 'יש לכתוב את המפתחות במלואם'),
  'yaml-key-type': () => worded('מפתח חייב להיות טקסט פשוט', 'יש לשים את המפתח בגרשיים'),
  'multiple-documents': () => worded('כאן מתחיל מסמך שני', 'מסמך אחד בקובץ; יש למחוק את השורה'),
  'duplicate-key': (w) =>
    worded(
      `המפתח "${w.key}" מופיע פעמיים${w.line ? ` (לראשונה בשורה ${w.line})` : ''}`,
      'יש להשאיר אחד מהשניים',
    ),
  'too-deep': () => worded('יותר מ־64 רמות זו בתוך זו', 'לא כך אמור הקובץ להיראות; ראו docs/FORMAT.md'),
  'too-many-keys': () =>
    worded('יותר מ־5,000 מפתחות במיפוי אחד', 'יש לכתוב אותם כרשימה, או להעביר אותם לקובץ נפרד לצד הקובץ'),
  'too-many-values': () =>
    worded('יש בקובץ יותר ערכים מכפי שאפשר לקרוא בזמן סביר', 'מה שאינו נחוץ עוד מקומו בקובץ משלכם לצד הקובץ'),
  'too-many-blank-lines': () =>
    worded('יותר מדי שורות ריקות ושורות הערה ברצף', 'יש למחוק את אלה שאינן נחוצות'),
} satisfies Partial<ProblemWording>;
