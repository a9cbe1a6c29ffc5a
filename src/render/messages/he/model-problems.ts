import { type ProblemWording, worded } from '../wording.ts';
import { absent, meant, meantOr } from './problem-words.ts';

const noEntry = (section: string | undefined) => absent[section ?? ''] ?? `אין רשומה ב־${section} שהמזהה שלה`;

/** The wording of problems that speak of what does not fit the model, or another part of the partnership. */
export const modelProblems = {
  'unsupported-format': (w) =>
    worded(
      `תבנית ${w.value} אינה מוכרת לגרסה הזאת של partner`,
      `גרסה זו קוראת את תבנית ${w.known}; יש להתקין גרסה חדשה יותר`,
    ),
  'older-format': (w) =>
    worded(
      `תבנית ${w.value} ישנה מזו שהגרסה הזאת של partner עובדת בה, ${w.known}`,
      '`partner model upgrade --dry-run` מראה מה ייעשה בקבצים, ו־`partner model upgrade` עושה זאת',
    ),
  'unknown-model': (w) =>
    worded(
      `אין מודל בשם "${w.model}"`,
      meantOr(w, `המוכרים: ${w.known}; מודל משלכם מקומו ב־models/${w.model}/model.yaml`),
    ),
  'unknown-model-version': (w) =>
    worded(
      `גרסה ${w.version} של המודל ${w.model} אינה בנמצא`,
      Number(w.version) > Number(w.newest)
        ? `הגרסה הזאת של partner מכירה אותו עד גרסה ${w.newest}; יש להתקין גרסה חדשה יותר`
        : `מקומה ב־models/${w.model}/versions/${w.version}.yaml; יש לחפש אותה בעותק ישן יותר`,
    ),
  'model-version-differs': (w) =>
    worded(
      `הקבצים כתובים לפי גרסה ${w.version} של ${w.model}, אבל models/${w.model}/model.yaml הוא גרסה ${w.found}`,
      `יש להחזיר לשם את גרסה ${w.version} ולהכניס את האחרת ב־\`partner model upgrade --model DIR\`; אם הקבצים כבר כתובים לפיה, יש לכתוב \`model_version: ${w.found}\``,
    ),
  'wrong-stage': (w) =>
    worded(
      `הקובץ הזה הוא של השלב "${w.expected}", לא של "${w.stage}"`,
      w.home
        ? `יש בו מה ששייך ל־${w.home}: יש להחזיר לכל קובץ את שמו`
        : meantOr(w, `יש לכתוב \`stage: ${w.expected}\``),
    ),
  'misplaced-section': (w) =>
    w.home
      ? worded(`מקומו של "${w.section}" אינו בקובץ הזה`, `יש להעביר אותו ל־${w.home}`)
      : worded(
          `אין במודל הזה שלב שיש בו הפרק "${w.section}"`,
          'יש למחוק אותו, או להוסיף אותו לשלב של מודל משלכם',
        ),
  'unknown-section': (w) => worded(`אין פרק בשם "${w.section}"`, meant(w)),
  'duplicate-id': (w) => worded(`"${w.id}" מופיע פעמיים ב־${w.section}`, 'יש לשנות או להסיר אחד מהשניים'),
  'unknown-reference': (w) => worded(`${noEntry(w.section)} "${w.id}"`, meant(w)),
  'missing-item': (w) =>
    worded(
      `המודל דורש את הפריט "${w.item}", והוא אינו ברשימת התיוג`,
      w.found
        ? `אם "${w.found}" אמור להיות הפריט הזה, יש לכתוב \`id: ${w.item}\`; אחרת יש להחזיר אותו`
        : 'יש להחזיר אותו; כדי לעבור בלעדיו, מוותרים עליו בנימוק בבחינת השער',
    ),
  'weakened-item': (w) =>
    worded(
      `המודל דורש את הפריט "${w.item}"`,
      'יש לכתוב `required: true`; כדי לעבור בלעדיו, מוותרים עליו בנימוק בבחינת השער',
    ),
  'dates-out-of-order': (w) =>
    worded(`"${w.later}" (${w.to}) קודם ל־"${w.earlier}" (${w.from})`, 'יש לתקן אחד משני התאריכים'),
  'date-in-future': (w) =>
    worded(`התאריך ${w.date} מאוחר מהיום (${w.today}), אף שנכתב שהדבר קרה`, 'כדאי לבדוק את השנה'),
  'partner-left': (w) =>
    worded(
      `${w.partner} עזב ביום ${w.left}, לפני התאריך הזה (${w.date})`,
      'יש לתקן את התאריך או את יום העזיבה',
    ),
  'left-without-reason': (w) =>
    worded(
      `${w.partner} עזב, ולא נרשמה סיבה`,
      'יש להוסיף `left_reason: completed`, או withdrew, asked, merged',
    ),
  'exit-incomplete': () =>
    worded('השלב האחרון חייב לכלול את הפרק "exit"', 'יש להוסיף exit לרשימת הפרקים שלו'),
  'shared-id': (w) =>
    worded(
      `המזהה "${w.id}" הוא גם של השותפות שבתיקייה ${w.other}`,
      'יש לתת לאחת מהן מזהה משלה, או להסיר את העותק',
    ),
  'model-language': (w) => worded(`חסר הטקסט בשפה "${w.language}"`, `יש להוסיף שורה \`${w.language}: …\``),
} satisfies Partial<ProblemWording>;
