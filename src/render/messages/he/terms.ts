import { dateIn } from '../../dates.ts';
import type { Terms } from '../terms.ts';

const count = (many: number, one: string, several: string) => (many === 1 ? one : `${many} ${several}`);
const days = (many: number) => (many === 2 ? 'יומיים' : count(many, 'יום אחד', 'ימים'));
const inDays = (many: number) => (many === 0 ? 'היום' : many === 1 ? 'מחר' : `בעוד ${days(many)}`);

export const terms: Terms = {
  direction: 'rtl',
  date: dateIn.he,
  words: {
    active: 'פעילה',
    on_hold: 'מושהית',
    institutionalised: 'ממוסדת',
    closed: 'סגורה',
    passed: 'עבר',
    current: 'נוכחי',
    upcoming: 'בהמשך',
    reopened: 'נפתח מחדש',
    suspect: 'השתנה מאז הבחינה',
    advance: 'מעבר',
    hold: 'השהיה',
    return: 'חזרה',
    close: 'סגירה',
    reconfirm: 'אישור מחדש',
    company: 'עסק',
    ngo: 'עמותה',
    public: 'גוף ציבורי',
    community: 'קבוצה קהילתית',
    foundation: 'קרן',
    academia: 'אקדמיה',
    other: 'אחר',
  },
  status: {
    asOf: (day) => `נכון ליום ${day}`,
    progress: (passed, of) => `${passed} מתוך ${of} שלבים עברו`,
    waived: (waivers) => count(waivers, 'ויתור אחד', 'ויתורים'),
    round: (round) => `סבב ${round}`,
    columns: {
      number: '#',
      stage: 'שלב',
      state: 'מצב',
      checklist: 'בוצע',
      due: 'מועד',
      review: 'בחינה אחרונה',
    },
    overdue: (late) => `באיחור של ${days(late)}`,
    dueIn: inDays,
    gateOpen: (stage) => `השער של "${stage}" פתוח`,
    gateShut: (stage) => `לפתיחת השער של "${stage}" חסרים`,
    notDone: 'לא בוצע',
    noEvidence: 'עדיין אין ראיה',
    noDecision: 'לא הוחלט איך השותפות מסתיימת',
    invalid: 'יש בעיות בקובץ השלב',
    invalidSection: (section) => `יש בעיות בפרק ${section}`,
    expects: (evidence) => `ראיה: ${evidence}`,
    next: 'הצעד הבא',
    optionalOpen: (open) =>
      `${count(open, 'פריט רשות אחד פתוח', 'פריטי רשות פתוחים')}, ואין בכך כדי לסגור את השער`,
    suspect: (stage) => `"${stage}" השתנה לאחר הבחינה שלו: צריך לבחון אותו שוב`,
    ended: (state) => `השותפות ${state}.`,
    conditions: 'תנאים שעדיין לא התקיימו',
    nextReview: (day, left) =>
      left < 0 ? `הבחינה הבאה נקבעה ל־${day}, לפני ${days(-left)}` : `הבחינה הבאה: ${day}, ${inDays(left)}`,
    problems: (errors, warnings) =>
      `${[errors > 0 ? count(errors, 'שגיאה אחת', 'שגיאות') : '', warnings > 0 ? count(warnings, 'אזהרה אחת', 'אזהרות') : ''].filter(Boolean).join(' ו־')} בקבצים`,
    newerModel: (newest, followed) => `יש גרסה ${newest} של המודל; הקבצים כתובים לפי גרסה ${followed}`,
  },
  diagnostics: {
    error: 'שגיאה',
    warning: 'אזהרה',
    sound: (partnerships, files) =>
      `${count(partnerships, 'שותפות אחת', 'שותפויות')}, ${count(files, 'קובץ אחד', 'קבצים')}: אין בעיות`,
    found: (errors, warnings, files) =>
      `${count(errors, 'שגיאה אחת', 'שגיאות')}, ${count(warnings, 'אזהרה אחת', 'אזהרות')} ב־${count(files, 'קובץ אחד', 'קבצים')}`,
    reading: (bar, done, total, perSecond) => `קריאה ${bar} ${done} מתוך ${total} · ${perSecond} בשנייה`,
    newerModels: (partnerships) =>
      partnerships === 1
        ? 'יש גרסה חדשה יותר של המודל; כך רואים מה ישתנה בה'
        : `${partnerships} שותפויות נשארו בגרסה קודמת של המודל שלהן; כך רואים מה ישתנה בחדשה`,
  },
  changes: {
    dryRun: 'הרצה לניסיון: דבר לא נכתב.',
    schemas: (files) =>
      `עורכי הטקסט מכירים את הקבצים לפי הסכמות; ${files === 1 ? 'נכתב קובץ אחד' : `נכתבו ${files} קבצים`}.`,
    unchanged: 'כבר כך; אין מה לכתוב.',
    checked: (items) => `בוצע: ${items}`,
    unchecked: (items) => `נפתח שוב: ${items}`,
    added: (entry) => `נוסף ${entry}`,
    set: (entry) => `שונה ${entry}`,
    removed: (entry) => `הוסר ${entry}`,
    created: (name, folder) => `השותפות "${name}" נפתחה בתיקייה ${folder}`,
    reviewed: (decision, stage, round) => `נרשם: ${decision}, ${stage}, סבב ${round}`,
    closingFacts: 'סגירה דורשת גם את העובדות האלה, ועדיין לא נרשמו',
    movedTo: (stage, round) => `השלב הנוכחי הוא כעת "${stage}"${round > 1 ? `, סבב ${round}` : ''}`,
    staysAt: (stage, round) => `השלב הנוכחי נשאר "${stage}"${round > 1 ? `, סבב ${round}` : ''}`,
    confirmedAgain: (stage) => `"${stage}" אושר מחדש, כפי שהוא כעת`,
    waiting: (holder) => `ממתינים לפקודה אחרת: ${holder}`,
    warnings: 'כדאי לשים לב (אין בכך כדי לסגור שער)',
    notLocked: 'דבר לא היה נעול.',
    unlocked: (holder) => `הוסרה הנעילה של ${holder}`,
  },
  model: {
    version: (version) => `גרסה ${version}`,
    sound: (id, stages) => `${id}: ${count(stages, 'שלב אחד', 'שלבים')}, אין בעיות`,
    stages: (stages) => count(stages, 'שלב אחד', 'שלבים'),
    sections: 'פרקים',
    optional: 'רשות',
    made: (id, file) => `המודל ${id} עומד בקובץ ${file}`,
    own: (dir) => `של השותפות עצמה, ב־${dir}`,
    here: (dir) => `ב־${dir}`,
    inUse: 'בשימוש כאן',
    broken: 'יש בו בעיות: `partner model check` עם התיקייה שלו מונה אותן',
    metrics: 'מדדים להתחלה',
  },
};
