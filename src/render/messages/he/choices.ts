import type { ChoiceWords } from '../choices.ts';

const sector = {
  company: 'עסק',
  ngo: 'עמותה או ארגון של המגזר השלישי',
  public: 'גוף ציבורי: משרד ממשלתי, רשות מקומית, בית ספר',
  community: 'קבוצה קהילתית',
  foundation: 'קרן',
  academia: 'אוניברסיטה או מכללה',
  other: 'אחר',
};
const inputs = {
  cash: 'כסף',
  time: 'זמן עבודה בתשלום',
  in_kind: 'מוצרים ושירותים, לפי עלותם לנותן',
  management: 'עלות הניהול של השותפות',
};

export const choices: ChoiceWords = {
  'partnership.language': { en: 'אנגלית', he: 'עברית' },
  'partners.sector': sector,
  'partners.relationship': {
    philanthropic: 'צד אחד נותן והאחר מקבל',
    transactional: 'כל צד נותן ומקבל תמורה',
    integrative: 'האנשים, המטרות והעשייה משולבים',
    transformational: 'שני הצדדים משתנים, וגם הסביבה',
  },
  'partners.left_reason': {
    completed: 'סיים את חלקו',
    withdrew: 'פרש',
    asked: 'התבקש לעזוב',
    merged: 'מוזג בארגון אחר',
  },
  'reviews.decision': {
    advance: 'מעבר לשלב הבא',
    hold: 'השהיה: נשארים בשלב ובוחנים שוב במועד אחר',
    return: 'חזרה לשלב קודם, או ביצוע חוזר של השלב',
    close: 'סגירה: נפרדים עכשיו',
    reconfirm: 'אישור מחדש של שלב שעבר ושונה',
  },
  'candidates.sector': sector,
  'candidates.status': {
    longlist: 'ברשימה הרחבה',
    shortlist: 'ברשימה המצומצמת',
    invited: 'הוזמן להצטרף',
    declined: 'סירב',
    joined: 'הצטרף',
  },
  'scores.score': { unknown: 'עדיין לא ידוע' },
  'agreement.kind': { memorandum: 'מזכר הבנות, אינו מחייב', contract: 'חוזה מחייב' },
  'clauses.state': {
    missing: 'לא הוסכם דבר',
    partial: 'הוסכם בחלקו',
    full: 'הוסכם',
    not_relevant: 'לא רלוונטי כאן',
  },
  'metrics.kind': {
    input: 'תשומה: מה מושקע',
    output: 'תפוקה: מה נעשה ולמי זה הגיע',
    outcome: 'תוצאה: מה השתנה',
    health: 'בריאות: מצב השותפות עצמה',
  },
  'metrics.aggregate': {
    sum: 'סכום: כסף, שעות, פעילויות',
    latest: 'הנתון האחרון קובע: כמה אנשים עד כה',
    mean: 'ממוצע הנתונים',
    pooled: 'המונים והמכנים נסכמים, והיחס ביניהם הוא השיעור',
  },
  'metrics.role': { beneficiaries: 'הנהנים: בהם מתחלקות העלויות' },
  'reporting.every': {
    month: 'פעם בחודש',
    quarter: 'פעם ברבעון',
    half_year: 'פעם בחצי שנה',
    year: 'פעם בשנה',
  },
  'needs.type': inputs,
  'pledges.type': inputs,
  'pledges.status': {
    idea: 'עלה בשיחה',
    promised: 'הובטח',
    signed: 'הובטח בכתב',
    received: 'התקבל',
  },
  'contributions.type': { ...inputs, leveraged: 'משאבים מבחוץ, בלי עלות לשותפות; אינם נכללים בסך הכול' },
  'contributions.basis': {
    donor_cost: 'לפי עלות השעה לנותן',
    replacement: 'לפי מחיר שעה כזאת בשוק',
  },
  'findings.kind': {
    worked: 'מה הצליח',
    did_not_work: 'מה לא הצליח',
    lesson: 'לקח',
    action: 'מה צריך לעשות',
  },
  'membership.decision': { stays: 'נשאר', leaves: 'עוזב', joins: 'מצטרף' },
  'exit.decision': {
    institutionalise: 'מיסוד: ממשיכה כחלק ממוסד קיים',
    scale: 'הרחבה: ממשיכה בהיקף גדול יותר או במקומות נוספים',
    hand_over: 'העברה: אחרים ממשיכים',
    close: 'סגירה: מסתיימת',
  },
};
