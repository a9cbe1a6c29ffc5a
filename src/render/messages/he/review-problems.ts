import { type ProblemWording, worded } from '../wording.ts';
import { meant, meantOr } from './problem-words.ts';

/** The wording of problems that speak of the minutes book. */
export const reviewProblems = {
  'unknown-stage': (w) =>
    w.version
      ? worded(`בגרסה ${w.version} של המודל אין שלב "${w.stage}"`, meantOr(w, 'יש להסיר את השורה'))
      : worded(
          `"${w.stage}" אינו שלב שהבחינה הזאת יכולה לנקוב בו`,
          meantOr(w, 'יש לנקוב בשלב של המודל; חזרה היא לאותו שלב או לשלב מוקדם ממנו'),
        ),
  'review-repeated': (w) =>
    worded(`סבב ${w.round} של ${w.stage} כבר הוכרע`, 'ייתכן ששניים רשמו את אותה בחינה: יש להשאיר אחת מהן'),
  'review-out-of-order': (w) =>
    worded(
      `השותפות לא הייתה בשלב ${w.stage} כשנערכה הבחינה הזאת${w.current ? ` (היא הייתה ב־${w.current})` : ''}`,
      'הבחינות כתובות בסדר שבו נערכו: כדאי לחפש בחינה חסרה או בחינה שאינה במקומה',
    ),
  'review-dated-back': (w) =>
    worded(
      `תאריך הבחינה ${w.date} קודם לבחינה שמעליה (${w.before})`,
      'אם זו טעות יש לתקן את התאריך; הסדר בפנקס הוא הקובע',
    ),
  'review-round': (w) =>
    worded(`זה סבב ${w.expected} של ${w.stage}, לא ${w.round}`, `יש לכתוב \`round: ${w.expected}\``),
  'review-without-reason': (w) => worded(`ההחלטה "${w.decision}" דורשת נימוק`, 'יש להוסיף שורה `reason: …`'),
  'review-incomplete': (w) =>
    worded(`ההחלטה "${w.decision}" דורשת "${w.key}"`, `יש להוסיף שורה \`${w.key}: …\``),
  'waiver-unknown-item': (w) => worded(`אין ב־${w.stage} פריט "${w.item}" שאפשר לוותר עליו`, meant(w)),
  'missing-seal': (w) =>
    worded(
      `לבחינה ${w.review} אין חותם, ולכן אי אפשר להראות מה נבחן בה`,
      'יש לרשום בחינות ב־`partner advance`',
    ),
  'broken-seal': (w) =>
    worded(
      `השלב ${w.stage} השתנה לאחר הבחינה מיום ${w.date}`,
      `יש לבטל את השינוי, או לבחון שוב: \`partner advance --decision reconfirm --stage ${w.stage} --reason "…"\``,
    ),
  'self-review': (w) =>
    worded(
      `כל הבוחנים (${w.reviewers}) אחראים בעצמם למה שנבחן או סימנו אותו`,
      'בחינת שער דורשת עיניים בלתי תלויות',
    ),
} satisfies Partial<ProblemWording>;
