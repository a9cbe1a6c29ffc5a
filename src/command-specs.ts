import type { Bilingual } from './core/problem.ts';
import type { Invocation } from './invocation.ts';

/** The options of one run of a command, by their long names in camel case. */
export type CommandOptions = Readonly<Record<string, unknown>>;

/** One option of a command, in commander's notation. */
export interface OptionSpec {
  readonly flags: string;
  readonly about: Bilingual;
  /** Given several times, it is a list. */
  readonly repeatable?: true;
  readonly choices?: readonly string[];
  readonly isDate?: true;
}

/** One command: its words, and how its work is loaded when it is run. */
export interface CommandSpec {
  readonly name: string;
  /** Arguments in commander's notation: `<needed>`, `[optional]`, `[several...]`. */
  readonly args?: string;
  readonly about: Bilingual;
  readonly options?: readonly OptionSpec[];
  readonly examples?: readonly string[];
  readonly children?: readonly CommandSpec[];
  readonly run?: (
    invocation: Invocation,
    args: readonly unknown[],
    options: CommandOptions,
  ) => Promise<number>;
}

const dryRun: OptionSpec = {
  flags: '--dry-run',
  about: { en: 'show what would change and write nothing', he: 'להראות מה ישתנה ולא לכתוב דבר' },
};
const commit: OptionSpec = {
  flags: '--commit',
  about: {
    en: 'commit what was written, and nothing else, to git',
    he: 'לשמור בגיט (commit) את מה שנכתב, ורק אותו',
  },
};
const by: OptionSpec = { flags: '--by <name>', about: { en: 'who did it', he: 'מי ביצע' } };
const on: OptionSpec = {
  flags: '--on <date>',
  about: { en: 'on which day (today)', he: 'באיזה יום (היום)' },
  isDate: true,
};

const at: OptionSpec = {
  flags: '--at <rev>',
  about: {
    en: 'as it stood at a commit, branch or tag of git',
    he: 'כפי שהיה ב־commit, בענף או בתג של git',
  },
};

/** Every command, in the order in which help lists them. To add one: name it here. */
export const commandSpecs: readonly CommandSpec[] = [
  {
    name: 'init',
    args: '[dir]',
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
      },
      {
        flags: '--partner <id:name:sector>',
        about: { en: 'a partner; can be given several times', he: 'שותף; אפשר לחזור על האפשרות' },
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
      'partner init literacy-south',
      'partner init literacy-south --name "Readers in the South" --partner "leumi:Leumi Card:company"',
    ],
    run: async (...run) => (await import('./commands/init.ts')).init(...run),
  },
  {
    name: 'status',
    about: {
      en: 'where the partnership stands and what its gate still wants',
      he: 'היכן השותפות עומדת ומה חסר לשער',
    },
    options: [at],
    examples: ['partner status', 'partner -C literacy-south status --json', 'partner status --at HEAD~10'],
    run: async (...run) => (await import('./commands/status.ts')).status(...run),
  },
  {
    name: 'check',
    args: '[item...]',
    about: { en: 'tick items of a checklist', he: 'לסמן פריטים ברשימת התיוג' },
    options: [
      by,
      on,
      {
        flags: '--evidence <path-or-link>',
        about: { en: 'what shows it; can be given several times', he: 'מה מראה זאת; אפשר לחזור על האפשרות' },
        repeatable: true,
      },
      dryRun,
      commit,
    ],
    examples: [
      'partner check problem-stated --evidence docs/memo.pdf',
      'partner check scoping/vision-drafted --by Dana',
    ],
    run: async (...run) => (await import('./commands/check.ts')).check(...run),
  },
  {
    name: 'uncheck',
    args: '[item...]',
    about: { en: 'take ticks back', he: 'להסיר סימון' },
    options: [dryRun, commit],
    examples: ['partner uncheck problem-stated'],
    run: async (...run) => (await import('./commands/check.ts')).uncheck(...run),
  },
  {
    name: 'advance',
    about: {
      en: 'record a gate review: advance, hold, return, close or reconfirm',
      he: 'לרשום בחינת שער: מעבר, השהיה, חזרה, סגירה או אישור מחדש',
    },
    options: [
      {
        flags: '--decision <decision>',
        about: { en: 'what was decided (advance)', he: 'מה הוחלט (advance)' },
        choices: ['advance', 'hold', 'return', 'close', 'reconfirm'],
      },
      {
        flags: '--to <stage>',
        about: { en: 'for return: the stage to go back to', he: 'ל־return: השלב שחוזרים אליו' },
      },
      {
        flags: '--stage <stage>',
        about: {
          en: 'for reconfirm: the passed stage that was looked at again',
          he: 'ל־reconfirm: השלב שנבחן שוב',
        },
      },
      {
        flags: '--reviewer <name:partner>',
        about: {
          en: 'who reviewed, and for whom; can be given several times',
          he: 'מי בחן, ומטעם מי; אפשר לחזור על האפשרות',
        },
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
      'partner advance --reviewer "Dana Levi:leumi" --next-review 2026-06-01',
      'partner advance --waive "due-diligence=the registrar answers next week"',
      'partner advance --decision return --to planning --reason "the funder withdrew"',
    ],
    run: async (...run) => (await import('./commands/advance.ts')).advance(...run),
  },
  {
    name: 'add',
    args: '<section> [key=value...]',
    about: { en: 'add an entry to a section', he: 'להוסיף רשומה לפרק' },
    options: [dryRun, commit],
    examples: [
      'partner add sources title="Literacy survey" url=https://example.org on=2026-02-01',
      'partner add partners name="Kiryat Gat" sector=public',
    ],
    run: async (...run) => (await import('./commands/add.ts')).add(...run),
  },
  {
    name: 'set',
    args: '<section/id> [key=value...]',
    about: {
      en: 'change fields of an entry, or of a section that is one mapping',
      he: 'לשנות שדות של רשומה, או של פרק שהוא מיפוי אחד',
    },
    options: [dryRun, commit],
    examples: [
      'partner set pledges/p1 status=signed',
      'partner set exit decision=institutionalise',
      'partner set vision "Every child reads by grade two"',
    ],
    run: async (...run) => (await import('./commands/set.ts')).set(...run),
  },
  {
    name: 'remove',
    args: '<section/id>',
    about: { en: 'remove an entry', he: 'להסיר רשומה' },
    options: [dryRun, commit],
    examples: ['partner remove sources/old-survey'],
    run: async (...run) => (await import('./commands/remove.ts')).remove(...run),
  },
  {
    name: 'record',
    args: '[metric] [figure]',
    about: {
      en: 'record what was observed of a metric, or a whole table of observations',
      he: 'לרשום מה נמדד, או טבלה שלמה של תצפיות',
    },
    options: [
      {
        flags: '--from <file.csv>',
        about: {
          en: 'a table of observations; - reads what is piped in',
          he: 'טבלת תצפיות; - קורא מה שמוזרם',
        },
      },
      { flags: '--source <text>', about: { en: 'where the figure comes from', he: 'מקור הנתון' } },
      { flags: '--method <text>', about: { en: 'how it was measured', he: 'איך נמדד' } },
      { flags: '--by <name>', about: { en: 'who records it', he: 'מי רושם' } },
      {
        flags: '--on <date>',
        about: { en: 'the day that the figure is of (today)', he: 'היום שהנתון נכון לו (היום)' },
        isDate: true,
      },
      { flags: '--yes', about: { en: 'record a table without asking', he: 'לרשום טבלה בלי לשאול' } },
      dryRun,
      commit,
    ],
    examples: [
      'partner record children 120 --source "school registers" --on 2026-03-31',
      'partner record reading-at-level 42/60 --source "reading test"',
      'partner record --from observations.csv --by Noa',
      'partner record',
    ],
    run: async (...run) => (await import('./commands/record.ts')).record(...run),
  },
  {
    name: 'timeline',
    about: {
      en: 'the milestones against their due dates, late ones first',
      he: 'אבני הדרך מול המועדים שלהן, המאחרות תחילה',
    },
    options: [at],
    examples: ['partner timeline', 'partner timeline --json'],
    run: async (...run) => (await import('./commands/timeline.ts')).timeline(...run),
  },
  {
    name: 'metrics',
    about: {
      en: 'what went in, what came of it, and the ratios',
      he: 'מה הושקע, מה הושג, והיחסים',
    },
    options: [
      {
        flags: '--by <what>',
        about: { en: 'break the figures down', he: 'לפרק את הנתונים' },
        choices: ['partner', 'month', 'quarter', 'year', 'kind'],
      },
      at,
    ],
    examples: [
      'partner metrics',
      'partner metrics --by quarter',
      'partner metrics --today 2026-06-30 --json',
    ],
    run: async (...run) => (await import('./commands/metrics.ts')).metrics(...run),
  },
  {
    name: 'validate',
    args: '[path...]',
    about: {
      en: 'check every file; says what is wrong and where',
      he: 'לבדוק את כל הקבצים: מה לא תקין והיכן',
    },
    options: [
      {
        flags: '--format <format>',
        about: { en: 'text or json', he: 'text או json' },
        choices: ['text', 'json'],
      },
      {
        flags: '--staged',
        about: {
          en: 'only the partnerships that the next commit changes; for hooks',
          he: 'רק שותפויות שה־commit הבא משנה; לשימוש ב־hooks',
        },
      },
      { flags: '--strict', about: { en: 'warnings count as problems', he: 'גם אזהרות נחשבות לבעיות' } },
    ],
    examples: ['partner validate', 'partner validate partnerships/ --strict'],
    run: async (...run) => (await import('./commands/validate.ts')).validate(...run),
  },
  {
    name: 'report',
    about: {
      en: 'everything about the partnership in one page to print, mail or project',
      he: 'כל מה שיש לומר על השותפות בעמוד אחד, להדפסה, לשליחה ולהקרנה',
    },
    options: [
      {
        flags: '--format <format>',
        about: {
          en: 'the form (by the name of the file, else html)',
          he: 'הצורה (לפי שם הקובץ, ובלעדיו html)',
        },
        choices: ['html', 'md', 'json'],
      },
      {
        flags: '--out <file>',
        about: { en: 'write it to a file', he: 'לכתוב לקובץ' },
      },
      {
        flags: '--watch',
        about: { en: 'write it anew whenever the files change', he: 'לכתוב מחדש בכל שינוי בקבצים' },
      },
      {
        flags: '--serve',
        about: {
          en: 'show it to a browser on this machine, following the files',
          he: 'להציג לדפדפן במחשב הזה, תוך מעקב אחר הקבצים',
        },
      },
      at,
    ],
    examples: [
      'partner report --out report.html',
      'partner report --format md --lang he',
      'partner report --serve',
    ],
    run: async (...run) => (await import('./commands/report.ts')).report(...run),
  },
  {
    name: 'history',
    about: {
      en: 'what happened, out of git: who did what, when; --verify proves every gate again',
      he: 'מה קרה, מתוך git: מי עשה מה ומתי; --verify מוכיח מחדש כל שער',
    },
    options: [
      {
        flags: '--since <date>',
        about: { en: 'only what was recorded since that day', he: 'רק מה שנרשם מאותו יום' },
        isDate: true,
      },
      { flags: '--stage <stage>', about: { en: 'only of that stage', he: 'רק של השלב הזה' } },
      {
        flags: '--by <order>',
        about: {
          en: 'time: event by event; stage: the rounds of each stage and how long they took',
          he: 'time: אירוע אחר אירוע; stage: הסבבים של כל שלב ומשכם',
        },
        choices: ['time', 'stage'],
      },
      {
        flags: '--verify',
        about: {
          en: 'prove every gate review at the commit that brought it in; exit 1 where one fails',
          he: 'להוכיח כל בחינת שער במקום שבו נרשמה; קוד יציאה 1 אם אחת נכשלת',
        },
      },
      {
        flags: '--signatures',
        about: {
          en: "check the commits' signatures, which runs the gpg program that git's settings name",
          he: 'לבדוק את החתימות של ה־commits; לשם כך git מריץ את תכנת ה־gpg שבהגדרותיו',
        },
      },
    ],
    examples: [
      'partner history --since 2026-06-01',
      'partner history --by stage',
      'partner history --verify',
    ],
    run: async (...run) => (await import('./commands/history.ts')).history(...run),
  },
  {
    name: 'diff',
    args: '[from] [to]',
    about: {
      en: 'what changed between two revisions, or since one, in words',
      he: 'מה השתנה בין שתי גרסאות, או מאז אחת, במילים',
    },
    options: [
      { flags: '--stage <stage>', about: { en: 'only of that stage', he: 'רק של השלב הזה' } },
      {
        flags: '--since-review <stage>',
        about: {
          en: 'what changed in a passed stage since the review that sealed it',
          he: 'מה השתנה בשלב שעבר מאז הבחינה שחתמה אותו',
        },
      },
    ],
    examples: [
      'partner diff',
      'partner diff HEAD~5',
      'partner diff v1 v2',
      'partner diff --since-review scoping',
    ],
    run: async (...run) => (await import('./commands/diff.ts')).diff(...run),
  },
  {
    name: 'model',
    about: {
      en: 'the models: what stages there are and what they ask',
      he: 'המודלים: אילו שלבים יש ומה נדרש בהם',
    },
    children: [
      {
        name: 'list',
        about: { en: 'the models that come with the program', he: 'המודלים שבאים עם התכנה' },
        examples: ['partner model list'],
        run: async (invocation) => (await import('./commands/model.ts')).listModels(invocation),
      },
      {
        name: 'show',
        args: '[id-or-dir]',
        about: { en: 'the stages, items and sections of a model', he: 'השלבים, הפריטים והפרקים של מודל' },
        examples: ['partner model show iblf-10'],
        run: async (...run) => (await import('./commands/model.ts')).showModel(...run),
      },
      {
        name: 'check',
        args: '<dir>',
        about: { en: 'check a model of your own', he: 'לבדוק מודל משלכם' },
        examples: ['partner model check ./our-model'],
        run: async (...run) => (await import('./commands/model.ts')).checkOwnModel(...run),
      },
    ],
  },
  {
    name: 'git',
    about: {
      en: 'have git merge partnership files by what they say, and check every commit',
      he: 'מיזוג קובצי השותפות בגיט לפי תוכנם, ובדיקה של כל commit',
    },
    children: [
      {
        name: 'install',
        about: {
          en: 'set this clone up, and show what was changed',
          he: 'להגדיר את העותק הזה, ולהראות מה השתנה',
        },
        options: [dryRun],
        examples: ['partner git install --dry-run', 'partner git install'],
        run: async (...run) => (await import('./commands/git-setup.ts')).gitInstall(...run),
      },
      {
        name: 'uninstall',
        about: { en: 'take all of that back', he: 'לבטל את כל זה' },
        options: [dryRun],
        examples: ['partner git uninstall'],
        run: async (...run) => (await import('./commands/git-setup.ts')).gitUninstall(...run),
      },
      {
        name: 'merge-driver',
        args: '<size> <base> <ours> <theirs> <path>',
        about: { en: 'merge one file; called by git', he: 'מיזוג של קובץ אחד; גיט מריץ זאת' },
        run: async (invocation, args) =>
          (await import('./commands/git-merge-driver.ts')).mergeDriver(invocation, args),
      },
    ],
  },
  {
    name: 'unlock',
    about: { en: 'remove the lock of a command that died', he: 'להסיר נעילה של פקודה שנפלה' },
    options: [
      {
        flags: '--force',
        about: { en: 'even if its owner may still be at work', he: 'גם אם ייתכן שבעליה עדיין עובד' },
      },
    ],
    examples: ['partner unlock'],
    run: async (...run) => (await import('./commands/unlock.ts')).unlockPartnership(...run),
  },
];
