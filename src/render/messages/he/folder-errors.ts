import { type ErrorWording, worded } from '../wording.ts';

const whyNot: Readonly<Record<string, string>> = {
  device: 'ב־Windows יש התקן בשם הזה בכל תיקייה',
  characters: 'ב־Windows יש לאחד התווים בשם הזה משמעות אחרת',
  end: 'Windows משמיט נקודות ורווחים בסוף השם הזה',
};
const placeNames: Readonly<Record<string, string>> = {
  ROOT: 'ב־ROOT מציינים תיקייה שיש בה או מתחתיה שותפויות, או תיקייה בתוך שותפות; בלעדיו נבדקת התיקייה הנוכחית',
  PATH: 'ב־PATH מציינים שותפות, קובץ שלה, או תיקייה שיש מתחתיה שותפויות; בלעדיו נבדקת התיקייה הנוכחית',
};
const placeCommands: Readonly<Record<string, string>> = { ROOT: 'list', PATH: 'validate' };

/** The wording of refusals that speak of where a command works and of the files that it writes. */
export const folderErrors = {
  'no-partnership': (w) =>
    w.argument
      ? worded(
          `אין ${w.given ? 'שם' : 'כאן'} שותפות: אין partnership.yaml ב־${w.dir}, מעליה או מתחתיה`,
          w.given
            ? placeNames[w.argument]
            : `אפשר לציין מקום אחר: \`partner ${placeCommands[w.argument]} ${w.argument}\`, או לפתוח שותפות: \`partner init DIR\``,
        )
      : worded(
          `אין כאן שותפות: לא ב־${w.dir} ולא בתיקייה שמעליה יש partnership.yaml`,
          'היכנסו לתיקייה של שותפות, ציינו אותה ב־-C DIR, או פתחו חדשה: `partner init DIR`',
        ),
  'invalid-partnership': (w) =>
    worded(
      w.file ? `ב־${w.file} יש בעיות שצריך לתקן קודם` : 'בשותפות יש בעיות שצריך לתקן קודם',
      'דבר לא נכתב; `partner validate` מראה את כל הבעיות',
    ),
  'folder-exists': (w) =>
    w.holds === 'partnership'
      ? worded(
          `ב־${w.dir} כבר יש שותפות`,
          'דבר לא השתנה; `partner status` שם מראה אותה; לשותפות חדשה יש לבחור תיקייה אחרת',
        )
      : worded(`ב־${w.dir} כבר יש משהו, והוא מפריע`, 'דבר לא השתנה; יש לבחור תיקייה אחרת'),
  'file-exists': (w) =>
    worded(`${w.file} כבר נמצא שם ומפריע`, 'דבר לא השתנה; יש להעביר אותו, או לבחור תיקייה אחרת'),
  'no-such-folder': (w) =>
    worded(
      w.given && w.argument === 'PATH' ? `אין קובץ או תיקייה ${w.dir}` : `אין תיקייה ${w.dir}`,
      w.given && w.argument
        ? placeNames[w.argument]
        : 'כדאי לבדוק את הנתיב; הוא נספר מהתיקייה שבה אתם עומדים, או מזו שב־-C',
    ),
  'not-writable': (w) =>
    worded(
      `אי אפשר לכתוב את ${w.file}: אין הרשאה, או שהוא לקריאה בלבד`,
      'דבר לא השתנה; יש לבדוק את הרשאות הקובץ והתיקייה',
    ),
  'disk-full': (w) =>
    worded(`${w.file} לא נכתב: הדיסק או המכסה מלאים`, 'דבר לא השתנה; יש לפנות מקום ולחזור על הפקודה'),
  'io-failed': (w) =>
    worded(
      `${w.file} לא נכתב או לא נקרא: ${w.errno}`,
      w.errno === 'EBUSY'
        ? 'דבר לא השתנה; יש לסגור את התכנה שבה הקובץ פתוח ולחזור על הפקודה'
        : 'דבר לא השתנה; יש לבדוק את הדיסק ולחזור על הפקודה',
    ),
  'changed-meanwhile': (w) =>
    worded(`בינתיים שינה מישהו אחר את ${w.file}`, 'דבר לא נדרס; יש להסתכל בקובץ ולחזור על הפקודה'),
  'not-a-regular-file': (w) =>
    worded(
      `${w.file} אינו קובץ רגיל (${w.what}), או נמצא מאחורי כזה, ולכן לא נגענו בו`,
      'יש לשים בתיקיית השותפות את הקובץ עצמו',
    ),
  locked: (w) =>
    worded(
      `פקודה אחרת עובדת כרגע על השותפות: ${w.holder}`,
      'נסו שוב כשתסתיים; אם לא תסתיים לעולם: `partner unlock`',
    ),
  'edit-refused': (w) =>
    worded(
      `צורת הקובץ ליד ${w.path || 'ראשו'} אינה מאפשרת לשנות בבטחה`,
      'דבר לא נכתב; יש לשנות ביד ולהריץ `partner validate`',
    ),
  'file-would-be-too-large': (w) =>
    worded(
      `עם התוספת יהיו בקובץ ${w.size} בתים, ויותר מ־${w.most} אינם נקראים`,
      'דבר לא נכתב; אפשר לשמור נתון לחודש במקום ליום, לקצר את הרשומות, או להסיר מה שכבר אין בו צורך',
    ),
  'upgrade-impossible': (w) =>
    worded(
      `השותפות הזאת אינה יכולה לעבור לגרסה ${w.version} של ${w.model}: ${w.reason}`,
      'דבר לא נכתב; השותפות ממשיכה לפי הגרסה שלה',
    ),
  'newer-format': (w) =>
    worded(
      `השותפות הזאת כתובה בתבנית ${w.format}, שאינה מוכרת לגרסה הזאת של partner`,
      `הגרסה הזאת קוראת את תבנית ${w.known}; דבר לא השתנה; יש להתקין partner חדש יותר`,
    ),
  'older-format': (w) =>
    worded(
      `השותפות הזאת כתובה בתבנית ${w.format}; הגרסה הזאת של partner עובדת בתבנית ${w.known}`,
      'דבר לא השתנה; `partner model upgrade --dry-run` מראה מה ייעשה בקבצים, ו־`partner model upgrade` עושה זאת',
    ),
  'newer-model': (w) =>
    worded(
      `השותפות הזאת הולכת לפי גרסה ${w.version} של ${w.model}, שאינה מוכרת לגרסה הזאת של partner`,
      `הגרסה הזאת מכירה את ${w.model} עד גרסה ${w.newest}; דבר לא השתנה; יש להתקין partner חדש יותר`,
    ),
  'name-not-possible': (w) =>
    worded(
      `${w.file}: ${whyNot[w.why ?? ''] ?? 'ב־Windows אין שם כזה'}: "${w.name}"`,
      'דבר לא נכתב; יש לתת שם אחר',
    ),
} satisfies Partial<ErrorWording>;
