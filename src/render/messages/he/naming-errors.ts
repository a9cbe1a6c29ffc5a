import { type ErrorWording, helpWord, worded } from '../wording.ts';

/** The wording of refusals that speak of what was named on a command line, or given for it. */
export const namingErrors = {
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
  'no-metrics': () =>
    worded(
      'אין עדיין מדדים שאפשר לרשום להם ערכים',
      'אפשר להוסיף: `partner add metrics name=… kind=output aggregate=sum`',
    ),
} satisfies Partial<ErrorWording>;
