import { at, by, type CommandSpec, commit, dryRun, on } from './command-spec.ts';

/** The commands that move a partnership on: start it, tick, decide. */
export const stepSpecs: readonly CommandSpec[] = [
  {
    name: 'init',
    group: 'start',
    triedAs: ['new', 'create', 'start', 'begin'],
    topics: ['stages', 'format'],
    args: '[dir]',
    completes: ['folder'],
    about: { en: 'start a partnership in a new folder', he: 'לפתוח שותפות בתיקייה חדשה' },
    options: [
      { flags: '--name <name>', about: { en: 'its name', he: 'שם השותפות' } },
      {
        flags: '--id <id>',
        about: { en: "its id (made from the folder's name)", he: 'המזהה שלה (נוצר משם התיקייה)' },
      },
      {
        flags: '--model <id-or-dir>',
        about: {
          en: 'the model: iblf-10, partnering-cycle-12, or a folder of your own',
          he: 'המודל: iblf-10, partnering-cycle-12 או תיקייה של מודל משלכם',
        },
        completes: 'model',
      },
      {
        flags: '--language <tag>',
        about: {
          en: 'the language of its texts: one that the model has (--lang, where it has that)',
          he: 'שפת הטקסטים: אחת משפות המודל (ברירת המחדל היא --lang, אם המודל קיים בה)',
        },
      },
      {
        flags: '--partner <id:name:sector>',
        about: { en: 'a partner; can be given several times', he: 'שותף; אפשר לחזור על האפשרות' },
        completes: 'new-partner',
        repeatable: true,
      },
      {
        flags: '--started <date>',
        about: { en: 'the day it started (today)', he: 'יום ההתחלה (היום)' },
        isDate: true,
      },
      {
        flags: '--currency <code>',
        about: {
          en: 'the currency of its amounts, such as ILS or EUR',
          he: 'המטבע של הסכומים, כמו ILS או EUR',
        },
      },
      dryRun,
      commit,
    ],
    examples: [
      'partner init readers',
      'partner init readers --name Readers --partner "college:The College:academia"',
      'partner init korim --name Korim --lang he --model partnering-cycle-12',
    ],
    run: async (...run) => (await import('../commands/init.ts')).init(...run),
  },
  {
    name: 'status',
    group: 'daily',
    triedAs: ['show', 'info', 'st'],
    topics: ['stages', 'gates'],
    about: {
      en: 'where the partnership stands and what its gate still wants',
      he: 'היכן השותפות עומדת ומה חסר לשער',
    },
    options: [at],
    examples: [
      'partner status',
      'partner -C partnerships/harbour-skills status --json',
      'partner status --at HEAD~1',
    ],
    run: async (...run) => (await import('../commands/status.ts')).status(...run),
  },
  {
    name: 'check',
    group: 'daily',
    triedAs: ['tick', 'done', 'complete', 'mark'],
    topics: ['gates'],
    args: '[item...]',
    completes: ['open-item'],
    about: { en: 'tick items of a checklist', he: 'לסמן פריטים ברשימת התיוג' },
    options: [
      by,
      on,
      {
        flags: '--evidence <path-or-link>',
        about: { en: 'what shows it; can be given several times', he: 'מה מראה זאת; אפשר לחזור על האפשרות' },
        completes: 'file',
        repeatable: true,
      },
      dryRun,
      commit,
    ],
    examples: [
      'partner check',
      'partner check partners-saw-draft --by "Priya Nair" --evidence docs/draft.eml',
      'partner check reviewing/neutral-facilitator --on 2026-11-19',
    ],
    run: async (...run) => (await import('../commands/check.ts')).check(...run),
  },
  {
    name: 'uncheck',
    group: 'daily',
    triedAs: ['untick', 'unmark'],
    args: '[item...]',
    completes: ['done-item'],
    about: { en: 'take ticks back', he: 'להסיר סימון' },
    options: [dryRun, commit],
    examples: ['partner uncheck sources-stated'],
    run: async (...run) => (await import('../commands/check.ts')).uncheck(...run),
  },
  {
    name: 'advance',
    group: 'daily',
    triedAs: ['review', 'gate', 'next', 'pass', 'approve', 'hold', 'return', 'close', 'reconfirm', 'waive'],
    topics: ['gates', 'stages'],
    about: {
      en: 'record a gate review: advance, hold, return, close or reconfirm',
      he: 'לרשום בחינת שער: מעבר, השהיה, חזרה, סגירה או אישור מחדש',
    },
    options: [
      {
        flags: '--decision <decision>',
        about: { en: 'what was decided (advance)', he: 'מה הוחלט (advance)' },
        choices: ['advance', 'hold', 'return', 'close', 'reconfirm'],
        meanings: 'reviews.decision',
      },
      {
        flags: '--to <stage>',
        about: { en: 'for return: the stage to go back to', he: 'ל־return: השלב שחוזרים אליו' },
        completes: 'stage',
      },
      {
        flags: '--stage <stage>',
        about: {
          en: 'for reconfirm: the passed stage that was looked at again',
          he: 'ל־reconfirm: השלב שנבחן שוב',
        },
        completes: 'stage',
      },
      {
        flags: '--reviewer <name:partner>',
        about: {
          en: 'who reviewed, and for whom; can be given several times',
          he: 'מי בחן, ומטעם מי; אפשר לחזור על האפשרות',
        },
        completes: 'reviewer',
        repeatable: true,
      },
      {
        flags: '--reason <text>',
        about: { en: 'why (needed for all but advance)', he: 'נימוק (חובה בכל החלטה מלבד advance)' },
      },
      { flags: '--notes <text>', about: { en: 'notes for the minutes', he: 'הערות לפרוטוקול' } },
      {
        flags: '--waive <item=reason>',
        about: {
          en: 'pass without a required item; can be given several times',
          he: 'לעבור בלי פריט חובה; אפשר לחזור על האפשרות',
        },
        completes: 'waiver',
        repeatable: true,
      },
      {
        flags: '--condition <text;owner;due>',
        about: {
          en: 'a condition to be met later; can be given several times',
          he: 'תנאי לקיום בהמשך; אפשר לחזור על האפשרות',
        },
        repeatable: true,
      },
      {
        flags: '--next-review <date>',
        about: { en: 'when to look again', he: 'מועד הבחינה הבאה' },
        isDate: true,
      },
      {
        flags: '--on <date>',
        about: { en: 'the day of the review (today)', he: 'יום הבחינה (היום)' },
        isDate: true,
      },
      dryRun,
      commit,
    ],
    examples: [
      'partner advance --reviewer "Ruth Adeyemi:calder" --next-review 2027-03-01',
      'partner advance --waive "targets-compared=the audit is in May" --dry-run',
      'partner advance --decision hold --reason "two firms are away"',
      'partner advance --decision return --to planning --reason "a funder left"',
    ],
    run: async (...run) => (await import('../commands/advance.ts')).advance(...run),
  },
];
