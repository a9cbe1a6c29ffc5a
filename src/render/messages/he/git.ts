import type { GitWords } from '../git.ts';

export const git: GitWords = {
  commit: {
    checked: (items) => `סומן ${items}`,
    unchecked: (items) => `הוסר הסימון מ־${items}`,
    added: (entry) => `נוסף ${entry}`,
    observed: (count, metrics) =>
      `${count === 1 ? 'נרשמה תצפית' : `נרשמו ${count} תצפיות`} של ${metrics.join(', ')}`,
    set: (entry) => `שונה ${entry}`,
    removed: (entry) => `הוסר ${entry}`,
    started: (model) => `השותפות נפתחה לפי המודל ${model}`,
    reviewed: (round, decision) => `בחינת שער, סבב ${round}: ${decision}`,
    returned: (round, stage) => `בחינת שער, סבב ${round}: חזרה אל ״${stage}״`,
    decisions: {
      advance: 'מעבר',
      hold: 'השהיה',
      return: 'חזרה',
      close: 'סגירה',
      reconfirm: 'אישור מחדש',
    },
    committed: (commit, subject) => `נשמר בגיט (${commit}): ${subject}`,
    alsoCommitted: (file) => `ב־${file} היו שינויים שטרם נשמרו בגיט, וגם הם נכללו ב־commit הזה.`,
  },
  merge: {
    byLines: (file) => `${file}: לא קובץ שותפות שאפשר לקרוא בשתי גרסאותיו, ולכן המיזוג נעשה לפי שורות`,
    conflicts: (file, places) =>
      `${file}: נדרשת הכרעה ב־${places || 'הקובץ כולו'}; יש להשאיר שם אחת משתי הגרסאות ולמחוק את שורות הסימון`,
    lostComments: (file, comments) => `${file}: הערות של הצד השני שלא הועתקו: ${comments}`,
  },
  setup: {
    installed: 'העותק הזה מוכן. מה שהשתנה:',
    removed: 'העותק הזה חזר למצבו הקודם. מה שהשתנה:',
    asBefore: 'אין מה לעשות: הכול כבר מוגדר כך.',
    wouldChange: 'אלה השינויים שייעשו:',
    created: (file) => `${file}, קובץ חדש:`,
    changed: (file) => `${file}:`,
    deleted: (file) => `${file} נמחק`,
    setting: (key) => `ההגדרה ${key} של העותק הזה:`,
    unset: (key) => `ההגדרה ${key} של העותק הזה מוסרת`,
    foreignHook: (file) =>
      `ה־hooks כאן שייכים לכלי אחר, ולכן ${file} נשאר כפי שהוא. כדי שכל commit ייבדק, יש להוסיף לו את השורה:`,
    shareAttributes:
      'יש לשמור בגיט את ‎.gitattributes; כל מי שממזג מריץ פעם אחת בעותק שלו `partner git install`.',
  },
  nothingStaged: 'אין שותפות ב־commit הזה.',
};
