import type { Language } from '../../core/schema/partnership.ts';

/** What stands in a new model as comments: it teaches the form to somebody who changes it. */
export interface NewModelComments {
  /** The head of the file; `from` is the model that it was copied from, `dir` the folder as it was named. */
  readonly head: (from: string, dir: string) => readonly string[];
  /** What stands before the example of a section. */
  readonly sections: readonly string[];
}

/** The commands to try a model with, each with what it does, one under another. */
function trials(dir: string, does: readonly [string, string, string]): string[] {
  const commands = [`model check ${dir}`, `model show ${dir}`, `init NEW --model ${dir}`];
  const width = Math.max(...commands.map(({ length }) => length));
  return commands.map((command, index) => `  partner ${command.padEnd(width)}  ${does[index]}`);
}

const comments: Readonly<Record<Language, NewModelComments>> = {
  en: {
    head: (from, dir) => [
      `A model of your own, copied from ${from}.`,
      '',
      'Yours to change: titles, purposes, guidance and texts; items, stages and their order; languages; sections.',
      'What has to hold:',
      '  - every text stands in each language that `languages` names; any language will do (ar, ru, fr …);',
      '  - ids are lower-case letters, digits and hyphens, and no id stands twice;',
      '  - each section stands in exactly one stage, and the last stage holds `exit`;',
      '  - a `required` item keeps the gate shut until it is done or waived with a reason;',
      '  - `evidence` says what a reviewer would expect to see, and may be left out.',
      'Partnerships remember items by their ids: reword the texts as you like, but keep an id that is in use, and',
      'raise `version` when items or stages come or go.',
      '',
      'To try it:',
      ...trials(dir, [
        'finds mistakes, at their line and column',
        'shows it as people will see it',
        'starts a partnership, with a copy of it inside',
      ]),
    ],
    sections: [
      'A section of your own, as an example. To have it: take the "# " off the lines below, change what you like, and',
      'name the section under `sections` of the stage whose file is to hold its entries (and `metrics` in a stage).',
      'Fields are of these types: text, long_text, number, whole, money, hours, score (1–5), date, happened (a day that',
      'has passed), yes_no, link, choice, partner, entry (with `of: SECTION`), texts.',
      'Entries have ids; with `told_apart_by: [place, held_on]` they have none, and `form: mapping` makes it one mapping.',
      '`measures` makes entries count as observations of a metric; `metrics` are those that a partnership begins with.',
    ],
  },
  he: {
    head: (from, dir) => [
      `מודל משלכם, העתק של ${from}.`,
      '',
      'מותר לשנות: כותרות, מטרות, הנחיות ונוסחים; פריטים, שלבים וסדרם; שפות; פרקים.',
      'מה חייב להתקיים:',
      '  - כל טקסט עומד בכל אחת מהשפות שב־`languages`; כל שפה מתאימה (ar, ru, fr …);',
      '  - מזהים הם אותיות לטיניות קטנות, ספרות ומקפים, ואין מזהה שחוזר פעמיים;',
      '  - כל פרק עומד בשלב אחד בדיוק, ובשלב האחרון עומד `exit`;',
      '  - פריט `required` סוגר את השער עד שהוא בוצע או שוויתרו עליו בנימוק;',
      '  - `evidence` אומר מה בוחן יצפה לראות, ואפשר להשמיט אותו.',
      'שותפויות זוכרות פריטים לפי המזהים: אפשר לנסח מחדש, אבל יש לשמור מזהה שבשימוש, ולהעלות את `version`',
      'כשפריטים או שלבים נוספים או יורדים.',
      '',
      'כדי לנסות:',
      ...trials(dir, [
        'מוצא טעויות, לפי שורה ועמודה',
        'מראה אותו כפי שאנשים יראו אותו',
        'פותח שותפות, והעתק שלו בתוכה',
      ]),
    ],
    sections: [
      'פרק משלכם, לדוגמה. כדי להשתמש בו: להסיר את "# " מהשורות שלמטה, לשנות כרצונכם, ולרשום את הפרק תחת',
      '`sections` של השלב שקובצו יחזיק את הרשומות (ואת `metrics` באחד השלבים).',
      'סוגי השדות: text, long_text (טקסט ארוך), number, whole (מספר שלם), money (סכום), hours (שעות), score (1–5), date,',
      'happened (יום שכבר היה), yes_no, link, choice (בחירה), partner, entry (עם `of: SECTION`), texts (כמה טקסטים).',
      'לרשומות יש מזהים; עם `told_apart_by: [place, held_on]` אין להן, ו־`form: mapping` עושה מהפרק מיפוי אחד.',
      '`measures` סופר רשומות כתצפיות של מדד; `metrics` הם המדדים ששותפות מתחילה בהם.',
    ],
  },
};

/** The comments of a new model, in both languages, the reader's first. */
export function newModelComments(reader: Language): readonly NewModelComments[] {
  return reader === 'he' ? [comments.he, comments.en] : [comments.en, comments.he];
}
