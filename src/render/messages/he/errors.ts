import { type ErrorWording, helpWord, worded } from '../wording.ts';
import { recordingProblems } from './recording-problems.ts';

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

export const errors: ErrorWording = {
  ...recordingProblems,
  usage: (w) =>
    worded(
      w.problem ?? 'אי אפשר להבין את הפקודה',
      `${w.example ? `למשל \`${w.example}\`; ` : ''}ראו \`partner ${w.command ? `${w.command} ` : ''}--help\``,
    ),
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
  cancelled: () => worded('בוטל; דבר לא נכתב'),
  'needs-answer': (w) =>
    worded(
      `צריך לציין ${w.what}, ואין את מי לשאול`,
      `אפשר לציין ${w.option ? `ב־${w.option}` : 'בשורת הפקודה'}, או להריץ במסוף, ושם תישאלו`,
    ),
  'unknown-item': (w) =>
    worded(
      `בשלב ${w.stage} אין פריט "${w.item}"`,
      w.nearest ? `האם הכוונה ל־${w.nearest}?` : `הפריטים: ${w.known}`,
    ),
  'unknown-stage': (w) =>
    worded(`במודל אין שלב "${w.stage}"`, w.nearest ? `האם הכוונה ל־${w.nearest}?` : `השלבים: ${w.known}`),
  'unknown-section': (w) =>
    worded(
      `במודל הזה אין פרק "${w.section}"`,
      w.nearest ? `האם הכוונה ל־${w.nearest}?` : `הפרקים: ${w.known}`,
    ),
  'unknown-entry': (w) =>
    worded(
      `ב־${w.section} אין רשומה "${w.id}"`,
      w.nearest
        ? `האם הכוונה ל־${w.nearest}?`
        : w.known
          ? `הרשומות: ${w.known}`
          : w.section === 'conditions'
            ? 'שום בחינה לא קבעה תנאי עדיין: `partner advance --condition "text;owner;due"`'
            : `עדיין אין בו רשומות; להוספה: \`partner add ${w.section} …\``,
    ),
  'unknown-key': (w) =>
    worded(
      `ב־${w.section} אין שדה "${w.key}"`,
      `${w.nearest ? `האם הכוונה ל־${w.nearest}? ` : `השדות: ${w.known}; `}\`partner help ${helpWord(w.section)}\` מסביר אותם`,
    ),
  'unknown-model': (w) =>
    worded(
      `אין מודל "${w.id}"`,
      `${w.known ? `המוכרים: ${w.known}` : 'ראו `partner model list`'}; אפשר גם לתת תיקייה של מודל משלכם`,
    ),
  'unknown-topic': (w) =>
    worded(
      `אין הסבר ל־"${w.topic}": אין פקודה, נושא, פרק או שלב בשם הזה`,
      w.nearest ? `האם הכוונה ל־\`partner help ${w.nearest}\`?` : `ראו \`partner help\`; הנושאים: ${w.known}`,
    ),
  'invalid-model': (w) =>
    worded(`במודל שב־${w.dir} יש בעיות`, 'דבר לא נכתב; `partner model check DIR` בודק אותו שוב'),
  'invalid-value': (w) =>
    worded(
      w.key ? `${w.key}: "${w.value}" אינו ${w.expected}` : 'השינוי היה פוגם בתקינות השותפות',
      w.key
        ? (w.hint ?? 'דבר לא נכתב; יש לתקן את הערך ולחזור על הפקודה')
        : 'דבר לא נכתב; יש לתקן את מה שנמנה למעלה ולחזור על הפקודה',
    ),
  'duplicate-entry': (w) =>
    worded(
      `ב־${w.section} כבר יש רשומה "${w.id}"`,
      `אפשר לשנות אותה ב־\`partner set ${w.section}/${w.id} …\`, או לתת לחדשה מזהה אחר`,
    ),
  'still-referenced': (w) =>
    worded(`עדיין מפנים אל ${w.section}/${w.id}: ${w.by}`, 'דבר לא נכתב; יש לשנות אותם קודם'),
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
  'output-failed': (w) =>
    worded(
      `אי אפשר לכתוב את הפלט: ${w.errno}`,
      'מה שיצא אינו שלם; יש לפנות מקום או לבחור מקום אחר, ולחזור על הפקודה',
    ),
  'no-metrics': () =>
    worded(
      'אין עדיין מדדים שאפשר לרשום להם ערכים',
      'אפשר להוסיף: `partner add metrics name=… kind=output aggregate=sum`',
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
  'name-not-possible': (w) =>
    worded(
      `${w.file}: ${whyNot[w.why ?? ''] ?? 'ב־Windows אין שם כזה'}: "${w.name}"`,
      'דבר לא נכתב; יש לתת שם אחר',
    ),
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
};
