import type { RecordingProblemCode } from '../../../core/recording/problem.ts';
import { type Worded, type Words, worded } from '../wording.ts';

const saving = 'ב־Excel: "שמירה בשם", "CSV UTF-8"; ב־LibreOffice וב־Google Sheets: UTF-8';

const figureHints: Readonly<Record<string, (words: Words) => string>> = {
  thousands: (w) => `יש לכתוב ${w.instead}, בלי מפריד אלפים`,
  'decimal-comma': (w) => `יש לכתוב ${w.instead}, בנקודה`,
  percent: () => 'שיעור נכתב כמונה ומכנה, כמו 42/60',
  digits: () => 'יש בו יותר ספרות משאפשר לשמור; כדאי לעגל',
  exponent: () => 'יש לכתוב את המספר בספרות, במלואו',
  other: () => 'יש לכתוב ספרות ולכל היותר נקודה אחת, כמו 1200 או 0.5, או שיעור כמו 42/60',
};

const aggregates: Readonly<Record<string, string>> = {
  sum: 'מצטבר בחיבור',
  latest: 'נקבע לפי הערך האחרון',
  mean: 'הוא ממוצע',
};

const fields: Readonly<Record<string, string>> = {
  source: 'המקור',
  method: 'השיטה',
  by: 'שם הרושם',
};

const contradicted = (w: Words) => {
  if (w.field === 'value') return `הנתון ${w.recorded}, ולא ${w.given}`;
  const field = fields[w.field ?? ''] ?? w.field;
  return w.recorded ? `${field} "${w.recorded}", ולא "${w.given}"` : `בלי ${field} "${w.given}"`;
};

/** Why something cannot be recorded, for a command line and for the rows of a table. */
export const recordingProblems: Readonly<Record<RecordingProblemCode, (words: Words) => Worded>> = {
  'unknown-metric': (w) =>
    w.known || w.nearest
      ? worded(
          `אין מדד "${w.metric}"`,
          `${w.nearest ? `האם הכוונה ל־${w.nearest}? ` : ''}${w.known ? `המדדים: ${w.known}` : ''}`.trim(),
        )
      : worded(
          `אין מדד "${w.metric}", ועדיין לא הוגדר אף מדד`,
          'אפשר להוסיף: `partner add metrics name=… kind=… aggregate=…`',
        ),
  'figure-form': (w) =>
    worded(`"${w.text}" אינו מספר פשוט`, figureHints[w.form ?? '']?.(w) ?? figureHints.other?.(w)),
  'part-negative': (w) => worded(`המונה ${w.num} קטן מ־0`, 'המונה סופר חלק מן המכנה: 0 ומעלה, כמו 0/60'),
  'part-above-whole': (w) =>
    worded(`${w.num}/${w.den} גדול מן השלם`, 'המונה סופר חלק מן המכנה; כדאי לבדוק את שניהם'),
  'whole-not-positive': (w) => worded(`למכנה ${w.den} אין חלקים`, 'אם לא נשאל איש, אין מה לרשום'),
  'share-not-taken': (w) =>
    worded(
      `המדד ${w.metric} ${aggregates[w.aggregate ?? ''] ?? w.aggregate} ומקבל מספר פשוט, לא את השיעור ${w.figure}`,
      `רק מדד שצבירתו pooled מקבל שיעור; כדי לשנות אותו: \`partner set metrics/${w.metric} aggregate=pooled\``,
    ),
  'share-needed': (w) =>
    worded(
      `המדד ${w.metric} נצבר ממונים וממכנים, ולכן ${w.figure} לבדו אינו מספיק`,
      'יש לכתוב מונה ומכנה, כמו 42/60',
    ),
  'day-in-future': (w) =>
    worded(`${w.date} מאוחר מהיום (${w.today})`, 'מה שעוד לא נראה אינו תצפית; כדאי לבדוק את השנה'),
  'observation-differs': (w) =>
    w.line
      ? worded(
          `גם בשורה ${w.line} נרשם ${w.metric} ליום ${w.on}: ${contradicted(w)}`,
          'יש להשאיר אחת מהן; אם שתיהן נכונות, יש לציין בכל אחת מקור משלה',
        )
      : worded(
          `${w.metric} ליום ${w.on} כבר רשום: ${contradicted(w)}`,
          `${w.change ? `כדי לשנות: \`partner set ${w.change}\`; ` : 'כדי לשנות, יש לערוך את הקובץ; '}נתון נוסף לאותו יום צריך מקור משלו, בשני הרישומים`,
        ),
  'table-encoding': (w) =>
    worded(
      `זה אינו טקסט UTF-8${w.encoding ? ` (נראה כמו ${w.encoding.replace(' or ', ' או ')})` : ''}`,
      `יש לשמור כ־UTF-8: ${saving}`,
    ),
  'table-too-large': () => worded('הקובץ גדול מ־1 MiB', 'יש לפצל אותו לכמה קבצים'),
  'table-too-long': (w) =>
    worded(`${w.rows} שורות; אפשר לרשום לכל היותר ${w.most} בפעם אחת`, 'יש לפצל את הקובץ'),
  'table-empty': () =>
    worded(
      'אין שורות בקובץ',
      'בשורה הראשונה שמות העמודות (מדד, תאריך, ערך, מקור), ובכל שורה נוספת תצפית אחת',
    ),
  'table-quote': () =>
    worded(
      'מירכאות שנפתחות או נסגרות במקום לא נכון',
      'מירכאות מקיפות את התא כולו; מירכאות בתוך תא כזה נכתבות פעמיים ("")',
    ),
  'unknown-column': (w) =>
    worded(
      `אין עמודה בשם "${w.column}"`,
      `${w.nearest ? `האם הכוונה ל"${w.nearest}"? ` : ''}העמודות: ${w.known}`,
    ),
  'repeated-column': (w) => worded(`העמודה "${w.column}" מופיעה פעמיים`, 'יש להשאיר אחת מהן'),
  'missing-column': (w) =>
    worded(
      `חסרה העמודה "${w.label}"`,
      w.column === 'on'
        ? 'יש להוסיף אותה, או לתת יום אחד לכל השורות ב־--on'
        : w.column === 'value'
          ? 'יש להוסיף אותה, או את שתי העמודות מונה ומכנה'
          : 'יש להוסיף אותה לשורה הראשונה',
    ),
  'row-length': (w) =>
    worded(`בשורה הזאת ${w.cells} תאים, ובכותרת ${w.columns}`, 'תא שיש בו מפריד צריך להיות בין מירכאות'),
  'row-repeated': (w) => worded(`אותה תצפית כמו בשורה ${w.line}`, 'יש להשאיר שורה אחת מהשתיים'),
  'formula-cell': (w) => worded(`"${w.text}" מתחיל כמו נוסחה`, 'יש לכתוב את מה שנמדד, כטקסט פשוט'),
  'empty-cell': (w) => worded(`התא "${w.label ?? w.column}" ריק`, 'יש למלא אותו, או למחוק את השורה'),
  'day-form': (w) => {
    if (w.form === 'no-such-day') return worded(`אין יום ${w.text}`, 'כדאי לבדוק את החודש ואת היום');
    return worded(
      `"${w.text}" אינו תאריך בצורה YYYY-MM-DD`,
      w.instead
        ? `יש לכתוב ${w.instead}; בגיליון, כדאי לתת לעמודה את התבנית yyyy-mm-dd`
        : 'יש לכתוב את השנה בתחילה, כמו 2026-12-31; בגיליון, כדאי לתת לעמודה את התבנית yyyy-mm-dd',
    );
  },
  'figure-twice': () => worded('גם ערך וגם שיעור', 'יש למלא ערך, או מונה ומכנה'),
};
