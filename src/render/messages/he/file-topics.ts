import { commands, heading, list, paragraph, terms, termsOf } from '../../help/topic.ts';
import type { FileTopics } from '../topics.ts';

export const fileTopics: FileTopics = {
  format: ({ model }) => [
    paragraph(
      'שותפות היא תיקייה של קובצי טקסט ב־YAML. עורכים אותם בכל עורך או בפקודות: פקודות משנות רק את השורות שהן עוסקות בהן, ושומרות על הערות, סדר ועימוד. שומרים את התיקייה בגיט, והיסטוריית הגיט שלה היא התיעוד.',
    ),
    termsOf({
      'partnership.yaml': 'מי: זהות, מודל ושותפים',
      'reviews.yaml': 'הפרוטוקולים: בחינות שער, רק מוסיפים להן',
      'stages/NN-name.yaml': 'קובץ לכל שלב: אחראי, מועד, רשימת תיוג ופרקי השלב',
      'models/ID/model.yaml': 'רק אם המודל הוא שלכם',
      'schemas/': 'בשביל עורכי טקסט, שמשלימים ובודקים לפיהן; שום פקודה אינה קוראת אותן',
      'documents/': 'תבניות משלכם ל־`partner document`',
      '.partner/': 'הנעילה של פקודה שעובדת; גיט מתעלם ממנה, ואין בה דבר שצריך להישמר',
    }),
    paragraph('כל דבר אחר בתיקייה הוא שלכם.'),
    heading('כללים לכל קובץ'),
    list(
      'תקן YAML 1.2, מסמך אחד, קידוד UTF-8, עד 1 MiB. בלי עוגנים, הפניות, תגים, הנחיות ומפתחות מיזוג.',
      'ימים נכתבים `2026-12-31`. מספרים הם ספרות פשוטות ולכל היותר נקודה אחת: `1200`, `0.5`.',
      'ערכי אמת הם `true` ו־`false` בלבד; `yes` ו־`no` הם טקסט.',
      'מזהים: אותיות קטנות a–z, ספרות ומקפים. רשומות מפנות זו לזו לפי המזהים.',
      'מפתח שמתחיל ב־`x-` הוא שלכם, בכל מקום. כל מפתח אחר שאינו מוכר הוא שגיאה, וכך גם מפתח בלי ערך.',
    ),
    heading(`הפרקים של ${model.id}`),
    terms(model.files),
    paragraph(
      'לכל פרק עזרה משלו, עם כל השדות: `partner help SECTION`. כך גם ל־`partnership`, `partners`, `stage`, `checklist` ו־`reviews`.',
    ),
    commands('partner help contributions', 'partner validate', 'partner schema planning'),
  ],
  environment: () => [
    paragraph('אפשרות בשורת הפקודה קודמת למשתנה שלה, ומשתנה קודם למה שהשותפות או המחשב אומרים.'),
    termsOf({
      PARTNER_LANG:
        '`en` או `he`: שפת ההודעות, כמו `--lang`. בלעדיו שפת השותפות, ואחרת שפת המחשב (`LC_ALL`, `LC_MESSAGES`, `LANG`)',
      PARTNER_TODAY: 'יום כמו `2026-12-31` שייחשב להיום, כמו `--today`: השעון היחיד של ימים בקבצים ובנתונים',
      PARTNER_BIDI:
        'מי מסדר את העברית על המסך: `visual`, התכנה הזאת; `terminal`, המסוף; `logical`, אף אחד. בלעדיו: `logical` כשהפלט אינו מסוף, `terminal` ב־VTE (גנום ודומיו), ב־Konsole, ב־mlterm וב־Terminal של אפל, ו־`visual` בכל השאר',
      NO_COLOR: 'בלי צבעים אם אינו ריק, כמו `--no-color`; גובר על כל השאר',
      FORCE_COLOR: '`0` עד `3`: צבעים גם לתוך צינור, או בלי צבעים',
      TERM: 'במסוף שהוא `dumb` אין צבעים ואין דפדוף',
      PAGER:
        'התכנה שמציגה פלט ארוך עמוד אחר עמוד במסוף: עזרה, `history`, `diff`, `model show`; `less` אם לא נאמר אחרת, ואין דפדוף אם הוא ריק או `cat`. `PARTNER_PAGER` קודם לו',
      PARTNER_CACHE:
        'התיקייה שבה `status`,‏ `validate` ו־`list` שומרים את מה שקראו משותפויות, או `off`; אם לא נאמר דבר, תיקיית המטמון של המשתמש. אפשר למחוק אותה בכל עת',
    }),
    paragraph(
      'בלי מסוף דבר אינו נשאל, אינו נצבע ואינו נחתך לפי רוחב. `--no-input` מונע שאלות גם במסוף. אין קובץ הגדרות: מה ששייך לשותפות עומד בקבצים שלה, ומה ששייך לגיט בהגדרות של גיט.',
    ),
  ],
  'exit-codes': () => [
    termsOf({
      '0': 'בוצע',
      '1': 'נבדק ונמצא חסר: בעיות בקבצים, שער סגור, בחינה שאי אפשר להוכיח',
      '2': 'שימוש שגוי, או שאי אפשר היה לבצע: אין כאן שותפות, קובץ שאי אפשר לכתוב, נעילה של אחר',
      '70': 'תקלה בתכנה; מה שמודפס אומר איך לדווח עליה',
      '130': 'בוטל ב־^C או בשאלה; דבר לא נכתב',
    }),
    paragraph(
      'עם `--json` סירוב הוא אובייקט ב־stdout, ובאותו קוד יציאה: `{"format": 1, "error": {"code", "message", "hint"}}`. שמות הקודים אינם משתנים.',
    ),
  ],
  section: ({ name, form, running, file, fields, choices, commands: given }) => [
    paragraph(
      [
        file === undefined ? 'במודל אין לו מקום.' : `מקומו ב־\`${file}\`.`,
        running ? 'זה פרק מתמשך: הוא גדל אחרי השער, ואין חותם שמכסה אותו.' : '',
        form === 'text' ? 'הוא טקסט אחד.' : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
    ...fields,
    ...choices.flatMap(({ key, words }) => [heading(`המילים של \`${key}\``), terms(words)]),
    ...(given.length === 0 ? [] : [commands(...given)]),
    ...(name === 'metrics' ? [paragraph('איך נתונים מצטברים: `partner help metrics`.')] : []),
  ],
  stage: ({ id, number, of, purpose, guidance, items, sections, model }) => [
    paragraph(`שלב ${number} מתוך ${of} במודל \`${model}\`. ${purpose}.`),
    ...(guidance === undefined ? [] : [paragraph(guidance)]),
    heading('מה השער שלו דורש'),
    terms(items),
    ...(sections.length === 0 ? [] : [heading('הפרקים שלו'), terms(sections)]),
    commands(`partner set stages/${id} owner=NAME due=YYYY-MM-DD`, 'partner help gates'),
  ],
  optional: 'רשות',
};
