import { type ProblemWording, type Words, worded } from '../wording.ts';
import { figureProblems } from './figure-problems.ts';
import { membershipProblems } from './membership-problems.ts';
import { ownSectionProblems } from './own-section-problems.ts';
import { absent, kinds, kindsOfFile, syntax, typeHints } from './problem-words.ts';
import { recordingProblems } from './recording-problems.ts';
import { templateProblems } from './template-problems.ts';

const kind = (name: string | undefined) => kinds[name ?? ''] ?? name ?? '';
const noEntry = (section: string | undefined) => absent[section ?? ''] ?? `אין רשומה ב־${section} שהמזהה שלה`;
const meant = ({ nearest }: Words) => nearest !== undefined && `האם הכוונה ל־"${nearest}"?`;
const meantOr = (words: Words, otherwise: string) => meant(words) || otherwise;

const subject = (key = '') => {
  if (key === '') return 'הקובץ הזה צריך';
  return /^\d+$/.test(key) ? `רשומה ${Number(key) + 1} צריכה` : `"${key}" צריך`;
};
const shown = ({ value, found }: Words) =>
  value && found !== 'nothing' && found !== 'list' && found !== 'mapping' ? ` (${value})` : '';
const isPlainDecimal = (source = '') => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(source);
const hasFormOfDate = (value = '') => /^\d{4}-\d{2}-\d{2}$/.test(value);

export const problems: ProblemWording = {
  ...recordingProblems,
  ...templateProblems,
  'missing-file': () =>
    worded('הקובץ חסר', 'יש לשחזר אותו מ־git או מגיבוי; `partner init` בתיקייה אחרת מראה מה שייך בו'),
  'unknown-file': (w) =>
    worded(
      `"${w.name}" אינו קובץ של שלב במודל הזה`,
      meantOr(w, 'אם זה עותק, יש להוציא אותו מ־stages/; לשלבי המודל יש כבר קבצים'),
    ),
  'file-name-case': (w) =>
    worded(
      w.both === 'true'
        ? `"${w.name}" ו־"${w.wanted}" נבדלים רק באותיות גדולות: דיסקים של macOS ושל Windows מחזיקים רק אחד מהם`
        : `השם "${w.name}" צריך להיות "${w.wanted}": דיסקים של Linux מבחינים בין אותיות גדולות לקטנות`,
      w.both === 'true' ? 'יש להעביר אחד מהם למקום אחר, או לתת לו שם אחר' : `יש לשנות את השם ל־"${w.wanted}"`,
    ),
  'not-a-regular-file': (w) =>
    worded(
      `זה ${kindsOfFile[w.what ?? ''] ?? w.what}, לא קובץ רגיל`,
      'יש לשים בתיקייה את הקובץ עצמו; אין הליכה אחרי קישורים',
    ),
  'unreadable-file': (w) => worded(`אי אפשר לקרוא את הקובץ (${w.errno})`, 'יש לבדוק את ההרשאות'),
  'file-empty': () => worded('הקובץ ריק', 'יש לשחזר אותו מ־git או מגיבוי'),
  'file-too-large': () => worded('הקובץ גדול מ־1 MiB', 'מסמכים מקומם לצד הקובץ, ושמם נרשם כראיה'),
  'not-utf8': (w) =>
    worded(
      `הטקסט אינו ב־UTF-8${w.encoding ? ` (נראה כמו ${w.encoding.replace(' or ', ' או ')})` : ''}`,
      'יש לשמור את הקובץ בעורך בקידוד UTF-8',
    ),
  'repeated-bom': () => worded('סימן סדר בתים (BOM) שני', 'יש למחוק אותו ולשמור את הקובץ ב־UTF-8'),
  'control-character': (w) => worded(`תו הבקרה ${w.character} אסור כאן`, 'יש למחוק אותו'),
  'bidi-control': (w) =>
    worded(`תו הכיווניות ${w.character} עלול להציג טקסט אחר מן הכתוב`, 'יש למחוק אותו, אלא אם הושם בכוונה'),
  'conflict-marker': () => worded('מיזוג שלא נפתר', 'יש להשאיר אחת משתי הגרסאות ולמחוק את שורות הסימון'),
  'too-many-problems': (w) =>
    worded(`${w.count} בעיות בקובץ; מוצגות רק הראשונות`, 'לאחר תיקונן יש לבדוק שוב'),
  'yaml-syntax': (w) => {
    const [message, hint] = syntax[w.detail ?? ''] ?? [
      `אי אפשר לקרוא זאת כ־YAML (${w.detail ?? 'syntax'})`,
      'כדאי להשוות את השורה לשכנותיה; טקסט שיש בו ": " או " #" צריך גרשיים',
    ];
    return worded(message, hint);
  },
  'yaml-tab': () => worded('טאב במקום שבו YAML דורש רווחים', 'יש להזיח ברווחים'),
  'yaml-indentation': () => worded('ההזחה אינה מתאימה לשורות שמעל', 'יש ליישר את השורה עם שכנותיה'),
  'yaml-unclosed': () => worded('גרשיים או סוגריים שלא נסגרו', 'יש לסגור אותם, או לשים את כל הטקסט בגרשיים'),
  'yaml-anchor': () =>
    worded('עוגנים (&name) אסורים', 'יש לכתוב את הערך במלואו; טקסט שמתחיל ב־& צריך גרשיים'),
  'yaml-alias': () => worded('הפניות (*name) אסורות', 'יש לכתוב את הערך במלואו; טקסט שמתחיל ב־* צריך גרשיים'),
  'yaml-tag': () => worded('תגי סוג (!name) אסורים', 'יש לכתוב את הערך עצמו; טקסט שמתחיל ב־! צריך גרשיים'),
  'yaml-directive': () => worded('הנחיות (%NAME) אסורות', 'יש למחוק את השורה'),
  'yaml-merge-key': () => worded('מפתחות מיזוג (<<) אסורים', 'יש לכתוב את המפתחות במלואם'),
  'yaml-key-type': () => worded('מפתח חייב להיות טקסט פשוט', 'יש לשים את המפתח בגרשיים'),
  'multiple-documents': () => worded('כאן מתחיל מסמך שני', 'מסמך אחד בקובץ; יש למחוק את השורה'),
  'duplicate-key': (w) =>
    worded(
      `המפתח "${w.key}" מופיע פעמיים${w.line ? ` (לראשונה בשורה ${w.line})` : ''}`,
      'יש להשאיר אחד מהשניים',
    ),
  'too-deep': () => worded('יותר מ־64 רמות זו בתוך זו', 'לא כך אמור הקובץ להיראות; ראו docs/FORMAT.md'),
  'too-many-keys': () =>
    worded('יותר מ־5,000 מפתחות במיפוי אחד', 'יש לכתוב אותם כרשימה, או להעביר אותם לקובץ נפרד לצד הקובץ'),
  'too-many-values': () =>
    worded('יש בקובץ יותר ערכים מכפי שאפשר לקרוא בזמן סביר', 'מה שאינו נחוץ עוד מקומו בקובץ משלכם לצד הקובץ'),
  'too-many-blank-lines': () =>
    worded('יותר מדי שורות ריקות ושורות הערה ברצף', 'יש למחוק את אלה שאינן נחוצות'),
  'number-form': (w) =>
    isPlainDecimal(w.source)
      ? worded(`ב־${w.source} יש יותר ספרות מכפי שאפשר לשמור`, 'יש לעגל אותו; אם זה טקסט, בגרשיים')
      : worded(
          `"${w.source}" אינו מספר עשרוני פשוט`,
          'יש לכתוב ספרות ולכל היותר נקודה עשרונית אחת; אם זה טקסט, בגרשיים',
        ),
  'unknown-key': (w) => worded(`המפתח "${w.key}" אינו מוכר`, meantOr(w, 'מפתחות משלכם מתחילים ב־x-')),
  'missing-key': (w) =>
    worded(`חסר "${w.key}"`, `יש להוסיף שורה \`${w.key}: …\`${w.otherwise ? `, או לתת ${w.otherwise}` : ''}`),
  'wrong-type': (w) =>
    worded(
      `${subject(w.key)} להיות ${kind(w.expected)}, ולא ${kind(w.found)}${shown(w)}`,
      typeHints[w.expected ?? ''],
    ),
  'empty-value': (w) => worded(`ל־"${w.key}" אין ערך`, 'יש לתת ערך או למחוק את השורה'),
  'empty-text': () => worded('טקסט ריק', 'יש לכתוב משהו או למחוק את השורה'),
  'text-too-long': (w) =>
    worded(`טקסט של יותר מ־${w.most} תווים`, 'מקומו במסמך לצד הקובץ, ושם המסמך נרשם כראיה'),
  'invalid-id': (w) =>
    worded(
      `"${w.value}" אינו מזהה`,
      'מזהה: אותיות קטנות a–z, ספרות ומקפים, עד 64 תווים, ובתחילתו אות או ספרה',
    ),
  'invalid-date': (w) =>
    worded(
      hasFormOfDate(w.value) ? `אין יום "${w.value}"` : `"${w.value}" אינו תאריך`,
      hasFormOfDate(w.value)
        ? 'יש לבדוק את החודש ואת היום'
        : 'יש לכתוב בצורה YYYY-MM-DD, למשל 2026-02-03 לשלישי בפברואר',
    ),
  'invalid-choice': (w) => worded(`"${w.value}" אינו אחד מאלה: ${w.choices}`, meant(w)),
  'invalid-currency': (w) =>
    worded(`"${w.value}" אינו קוד מטבע`, 'שלוש אותיות גדולות לפי ISO 4217, כמו ILS, EUR או USD'),
  'out-of-range': (w) =>
    w.most
      ? worded(`${w.value} אינו בין ${w.least} ל־${w.most}`)
      : worded(`${w.value} קטן מדי`, `הערך המזערי: ${w.least}`),
  'not-whole-number': (w) => worded(`${w.value} אינו מספר שלם`, 'יש לכתוב אותו בלי נקודה עשרונית'),
  'invalid-seal': () =>
    worded('זה אינו חותם', 'חותמים נכתבים בידי `partner advance`; יש לשחזר את השורה מ־git'),
  'invalid-value': (w) => worded(`"${w.value}" אינו תקף כאן`, 'שפה נכתבת בקוד שלה, כמו en, he או ar'),
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
  'value-and-share': () => worded('גם ערך וגם יחס (num, den)', 'יש להשאיר אחד מהשניים'),
  'share-above-one': () => worded('יחס גדול מ־1', 'num הוא חלק מתוך den; יש לבדוק את שניהם'),
  'share-without-whole': () => worded('יחס דורש num ו־den גדול מ־0', 'למשל `num: 42` ו־`den: 60`'),
  'amount-missing': (w) =>
    worded('אין סכום', w.type === 'time' ? 'יש להוסיף `hours` ו־`rate`, או `amount`' : 'יש להוסיף `amount`'),
  'rate-without-hours': () => worded('תעריף בלי שעות', 'יש להוסיף `hours`'),
  'amount-mismatch': (w) =>
    worded(`הסכום ${w.amount} אינו שעות × תעריף (${w.product})`, 'יש להשאיר את הסכום, או את השעות והתעריף'),
  'exit-incomplete': () =>
    worded('השלב האחרון חייב לכלול את הפרק "exit"', 'יש להוסיף exit לרשימת הפרקים שלו'),
  ...membershipProblems,
  ...figureProblems,
  ...ownSectionProblems,
  'shared-id': (w) =>
    worded(
      `המזהה "${w.id}" הוא גם של השותפות שבתיקייה ${w.other}`,
      'יש לתת לאחת מהן מזהה משלה, או להסיר את העותק',
    ),
  'model-language': (w) => worded(`חסר הטקסט בשפה "${w.language}"`, `יש להוסיף שורה \`${w.language}: …\``),
};
