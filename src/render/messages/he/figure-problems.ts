import { type ProblemWording, type Words, worded } from '../wording.ts';

const newUnit = 'יש להישאר ביחידה אחת; ליחידה אחרת פותחים מדד חדש';
const oneUnit = 'יש להישאר ביחידה אחת: 0.6 ו־60% הם אותו הדבר';

const unitChanges: Readonly<Record<string, (words: Words) => ReturnType<typeof worded>>> = {
  form: (w) =>
    worded(
      `המדד ${w.metric} נרשם עד כה ${w.before === 'value' ? 'כערך' : 'כ־num ו־den'}, וכאן לא`,
      'יש לרשום את כולם באותה צורה',
    ),
  percent: (w) => worded(`${w.value} אחרי ${w.before}: האם זה אחוז במקום שעמד בו יחס?`, oneUnit),
  fraction: (w) => worded(`${w.value} אחרי ${w.before}: האם זה יחס במקום שעמד בו אחוז?`, oneUnit),
  thousands: (w) => worded(`${w.value} אחרי ${w.before}: האם היחידה של ${w.metric} השתנתה פי אלף?`, newUnit),
};

const aggregates: Readonly<Record<string, string>> = { sum: 'סכום', mean: 'ממוצע' };

/** Figures that have their form and make no sense. */
export const figureProblems = {
  'before-start': (w) =>
    worded(
      `התאריך ${w.date} קודם לתחילת השותפות (${w.started})`,
      w.section === 'observations'
        ? 'יש לתקן את התאריך; נתון מלפני ההתחלה מקומו ב־`baseline` של המדד'
        : 'יש לתקן את התאריך, או את `started` ב־partnership.yaml',
    ),
  'people-summed': (w) =>
    worded(
      `המדד ${w.metric} סופר אנשים, וסכום סופר את אותם אנשים שוב בכל פעם`,
      'יש לכתוב `aggregate: latest`, ולרשום כמה אנשים שונים נכללו עד כה',
    ),
  'target-is-baseline': (w) =>
    worded(`היעד של ${w.metric} שווה לקו הבסיס (${w.value}), ולכן אין מה להשיג`, 'יש לרשום לאן רוצים להגיע'),
  'percent-for-share': (w) =>
    worded(
      `${w.key} ${w.value} נראה כאחוז, ומדד שצבירתו pooled הוא יחס מ־0 עד 1`,
      `יש לכתוב \`${w.key}: ${Number((Number(w.value) / 100).toFixed(6))}\` אם הכוונה ל־${w.value}%`,
    ),
  'value-not-pooled': (w) =>
    worded(
      `הצבירה של ${w.metric} היא pooled, ולכן ערך בלי num ו־den אינו נספר`,
      'יש לכתוב כמה מתוך כמה, למשל `num: 42` ו־`den: 60`, או לתת למדד `aggregate: latest`',
    ),
  'share-not-pooled': (w) =>
    worded(
      `זה יחס, והצבירה של ${w.metric} היא ${aggregates[w.aggregate ?? ''] ?? w.aggregate}: אין לחבר או למצע יחסים של שלמים שונים`,
      'יש לתת למדד `aggregate: pooled`, או לרשום ערכים',
    ),
  'cumulative-sum': (w) =>
    worded(
      `נראה שאלה סכומים מצטברים (${w.values}), והמדד ${w.metric} מחבר אותם`,
      'יש לרשום רק מה שנוסף מאז הפעם הקודמת, או לתת למדד `aggregate: latest`',
    ),
  'unit-changes': (w) => unitChanges[w.how ?? '']?.(w) ?? worded(`היחידה של ${w.metric} משתנה`, newUnit),
  'rate-redated': (w) =>
    worded(
      `תעריף ${w.rate} ליום ${w.date}, ואולם ל־${w.partner} כבר נרשם ${w.other} (${w.since})`,
      'אין מתמחרים מחדש את מה שתומחר: יש להשאיר את התעריף של אותו יום, או לציין בהערה של שתי הרשומות לאיזו עבודה כל תעריף',
    ),
  'two-rates': (w) =>
    worded(
      `שני תעריפים של ${w.partner} ביום ${w.date}: ${w.other} ו־${w.rate}`,
      'יש לתקן אחד מהם, או לציין בהערה של שתי הרשומות לאיזו עבודה כל תעריף',
    ),
  'mixed-bases': (w) =>
    worded(
      `השומה כאן לפי ${w.basis}, ולפניה יש שומות לפי ${w.other}: סכום אחד מכיל את שתיהן`,
      'יש לשום את הכול לפי בסיס אחד, או לציין את שניהם בכל מקום שהסכום מוצג בו',
    ),
} satisfies Partial<ProblemWording>;
