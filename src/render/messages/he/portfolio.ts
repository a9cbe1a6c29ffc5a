import type { PortfolioWords } from '../portfolio.ts';

const count = (many: number, one: string, several: string) => (many === 1 ? one : `${many} ${several}`);
const days = (many: number) => {
  if (!Number.isInteger(many)) return `${many.toFixed(1)} ימים`;
  return many === 2 ? 'יומיים' : count(many, 'יום אחד', 'ימים');
};
const partnerships = (many: number) => count(many, 'שותפות אחת', 'שותפויות');

export const portfolioWords: PortfolioWords = {
  kind: 'תיק השותפויות',
  count: partnerships,
  countOf: (shown, found) => `${shown} מתוך ${partnerships(found)}`,
  asOf: (day) => `נכון ליום ${day}`,
  states: {
    active: 'פעילה',
    on_hold: 'מושהית',
    institutionalised: 'ממוסדת',
    closed: 'סגורה',
    unreadable: 'לא ניתנת לקריאה',
  },
  stage: (number, title) => `${number}. ${title}`,
  round: (round) => `סבב ${round}`,
  days,
  sections: {
    attention: 'דורשות תשומת לב',
    onCourse: 'במסלול',
    ended: 'הסתיימו',
    totals: 'יחד',
    byStage: 'לפי שלב',
    byState: 'לפי מצב',
    inputs: 'תשומות, כל מטבע לחוד',
    durations: (model) => `כמה זמן נמשך כל שלב: ${model}`,
    forecast: 'מתי כל שותפות צפויה להגיע לסיומה',
    partnerships: 'שותפויות',
  },
  columns: {
    partnership: 'שותפות',
    stage: 'שלב',
    state: 'מצב',
    passed: 'עברו',
    done: 'בוצע',
    due: 'מועד',
    age: 'בשלב זה',
    review: 'הבחינה הבאה',
    problems: 'בעיות',
    why: 'מדוע',
    currency: 'מטבע',
    leveraged: 'משאבים ממונפים',
    hours: 'שעות',
    partnerships: 'שותפויות',
    relationship: 'אופי הקשר',
    own: 'משלו',
    others: 'של האחרים',
    share: 'חלקו',
    samples: 'סבבים',
    median: 'חציון',
    range: 'מהקצר לארוך',
    end: 'סיום צפוי',
    ended: 'הסתיימה',
  },
  signals: {
    unreadable: () => 'לא ניתן לקרוא אותה',
    errors: (errors) => count(errors, 'שגיאה אחת', 'שגיאות'),
    suspect: (stages) => (stages === 1 ? 'שלב אחד השתנה מאז הבחינה' : `${stages} שלבים השתנו מאז הבחינה`),
    overdue: (late) => `באיחור של ${days(late)}`,
    review_overdue: (late) => `הבחינה באיחור של ${days(late)}`,
    milestones_overdue: (milestones) => `${count(milestones, 'אבן דרך אחת', 'אבני דרך')} באיחור`,
    conditions_overdue: (conditions) => `${count(conditions, 'תנאי אחד', 'תנאים')} באיחור`,
    stalled: (quiet) => `דבר לא נרשם כבר ${days(quiet)}`,
    on_hold: () => 'מושהית',
  },
  more: (reasons) => `ועוד ${reasons}`,
  groups: {
    stage: 'שלב',
    state: 'מצב',
    tag: 'תגית',
    model: 'מודל',
    partner: 'שותף',
    currency: 'מטבע',
  },
  noGroup: {
    stage: 'לא בשום שלב',
    state: 'בלי מצב',
    tag: 'בלי תגית',
    model: 'בלי מודל',
    partner: 'בלי שותף',
    currency: 'בלי מטבע',
  },
  noCurrency: 'לא צוין',
  reached: (people) => `${people} נהנו`,
  reachedTitle: 'נהנו מהשותפויות',
  reachedNote: 'מי שנהנה משתי שותפויות נספר פעמיים',
  none: 'אין שותפות כזאת.',
  allOnCourse: 'אין מה שדורש תשומת לב.',
  overdue: 'השלב באיחור',
  needAttention: 'דורשות תשומת לב',
  problems: (errors, warnings) =>
    [
      errors > 0 ? count(errors, 'שגיאה אחת', 'שגיאות') : '',
      warnings > 0 ? count(warnings, 'אזהרה אחת', 'אזהרות') : '',
    ]
      .filter(Boolean)
      .join(', '),
  whole: 'מההתחלה ועד הסיום',
  durationsNote: 'ימי לוח של סבבים שעברו שער, כולל ימים שבהם השותפות הייתה מושהית.',
  forecastNote:
    'לפי החציון של כל שלב שנותר, מתוך שלושה סבבים לפחות שעברו שער באותו מודל. הערכה בלבד, לא הבטחה.',
  noForecast: (stage, samples) =>
    `אין תחזית: ב"${stage}" ${samples === 0 ? 'עדיין לא עבר אף סבב' : samples === 1 ? 'עבר רק סבב אחד' : `עברו רק ${samples} סבבים`}`,
  noStart: 'אין תחזית: לא ידוע ממתי השותפות בשלב הזה',
  leftPartner: (day) => `עזב ב־${day}`,
  total: 'סך הכול',
  written: (folder, files) => `נכתב: ${folder} (${count(files, 'עמוד אחד', 'עמודים')})`,
  back: 'כל השותפויות',
};
