import { type ProblemWording, worded } from '../wording.ts';

/** Partners who came and went, and what they were to bring. */
export const membershipProblems = {
  'leaver-pledge': (w) =>
    worded(
      `${w.partner} עזב ביום ${w.left}, וההתחייבות הזאת לא מולאה (${w.status})`,
      'יש למצוא לה שותף אחר, לכתוב `status: received` אם מולאה, או להסיר אותה',
    ),
  'leaver-representative': (w) =>
    worded(
      `${w.partner} עזב ביום ${w.left}, ועדיין רשום לו נציג`,
      'יש להסיר את הרשומה, או לרשום את מי הנציג מייצג כעת',
    ),
  'leaver-role': (w) =>
    worded(
      `התפקיד הזה רשום על שם ${w.partner}, שעזב ביום ${w.left}`,
      `יש לסיים אותו בשורה \`to: ${w.left}\`, ולהוסיף רשומה למי שממלא אותו כעת`,
    ),
  'leaver-member': (w) =>
    worded(
      `"${w.name}" יושב כאן מטעם ${w.partner}, שעזב ביום ${w.left}`,
      'יש לרשום מי בא במקומו, או להסיר את השם',
    ),
  'leaver-owner': (w) =>
    worded(
      w.name === w.partner
        ? `${w.partner}, שאחראי כאן, עזב ביום ${w.left}`
        : `"${w.name}" אחראי כאן מטעם ${w.partner}, שעזב ביום ${w.left}`,
      'יש לרשום מי אחראי כעת',
    ),
  'partner-not-joined': (w) =>
    worded(
      `${w.partner} הצטרף ביום ${w.joined}, אחרי התאריך הזה (${w.date})`,
      'יש לתקן את התאריך או את יום ההצטרפות',
    ),
  'critical-need-uncovered': (w) =>
    w.at === 'stage'
      ? worded(
          `צרכים קריטיים שאין להם התחייבות חתומה: ${w.needs}`,
          'יש לקבוע מי מחליט איך יינתן להם מענה, ועד מתי',
        )
      : worded(
          w.lost === 'yes'
            ? `הצורך הקריטי "${w.needs}" איבד את ההתחייבות שמאחוריו: השותף שהתחייב עזב`
            : `אין התחייבות חתומה מאחורי הצורך הקריטי "${w.needs}"`,
          `יש להשיג התחייבות חתומה: \`partner add pledges partner=… type=… status=signed need=${w.needs}\``,
        ),
  'assessment-incomplete': (w) =>
    worded(
      `"${w.candidate}" נבחר, ובהערכה שלו עדיין פתוחות אמות המידה: ${w.criteria}`,
      `יש לתת לכל אחת ציון מ־1 עד 5: \`partner set candidates/${w.candidate} scores.${w.first}=…\``,
    ),
  'health-unanswered': (w) =>
    worded(
      w.from === undefined
        ? `איש עדיין לא ענה על בדיקת הבריאות: ${w.partners}`
        : `לא ענו על בדיקת הבריאות האחרונה (${w.from === w.to ? w.to : `${w.from} עד ${w.to}`}): ${w.partners}`,
      'כדאי לבקש מהם לפני השער: `partner add health partner=… dimension=… score=… on=…`',
    ),
} satisfies Partial<ProblemWording>;
