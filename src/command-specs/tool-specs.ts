import { type CommandSpec, commit, dryRun } from './command-spec.ts';

/** The command that explains; cli.ts does its work, since it alone knows what commands there are. */
export const helpSpec: CommandSpec = {
  name: 'help',
  args: '[word...]',
  completes: ['command'],
  triedAs: ['man', 'manual', 'explain', 'docs'],
  about: {
    en: 'explain a command, a part of the method, a section of the files, or a stage',
    he: 'להסביר פקודה, חלק מהשיטה, פרק בקבצים או שלב',
  },
  options: [
    {
      flags: '--man-path',
      about: {
        en: 'print where the manual pages are: man -M "$(partner help --man-path)" partner',
        he: 'להדפיס היכן דפי ה־man: ‏man -M "$(partner help --man-path)" partner',
      },
    },
  ],
  examples: [
    'partner help advance',
    'partner help model show',
    'partner help gates',
    'partner help sources',
    'partner help --man-path',
  ],
};

/** The commands around a partnership: its history in git, its model, its lock. */
export const toolSpecs: readonly CommandSpec[] = [
  {
    name: 'history',
    group: 'look',
    triedAs: ['log', 'events', 'audit'],
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
      {
        flags: '--stage <stage>',
        about: { en: 'only of that stage', he: 'רק של השלב הזה' },
        completes: 'stage',
      },
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
    run: async (...run) => (await import('../commands/history.ts')).history(...run),
  },
  {
    name: 'diff',
    group: 'look',
    triedAs: ['compare', 'changes'],
    args: '[from] [to]',
    completes: ['revision', 'revision'],
    about: {
      en: 'what changed between two revisions, or since one, in words',
      he: 'מה השתנה בין שתי גרסאות, או מאז אחת, במילים',
    },
    options: [
      {
        flags: '--stage <stage>',
        about: { en: 'only of that stage', he: 'רק של השלב הזה' },
        completes: 'stage',
      },
      {
        flags: '--since-review <stage>',
        about: {
          en: 'what changed in a passed stage since the review that sealed it',
          he: 'מה השתנה בשלב שעבר מאז הבחינה שחתמה אותו',
        },
        completes: 'stage',
      },
    ],
    examples: [
      'partner diff',
      'partner diff HEAD~1',
      'partner diff v1 v2',
      'partner diff --since-review scoping',
    ],
    run: async (...run) => (await import('../commands/diff.ts')).diff(...run),
  },
  {
    name: 'model',
    triedAs: ['models', 'template', 'templates'],
    topics: ['stages'],
    about: {
      en: 'the models: what stages there are and what they ask',
      he: 'המודלים: אילו שלבים יש ומה נדרש בהם',
    },
    children: [
      {
        name: 'list',
        about: {
          en: 'the models that come with the program, and those of the partnership',
          he: 'המודלים שבאים עם התכנה, ואלה של השותפות',
        },
        examples: ['partner model list'],
        run: async (invocation) => (await import('../commands/list-models.ts')).listModels(invocation),
      },
      {
        name: 'show',
        args: '[id-or-dir]',
        completes: ['model'],
        about: { en: 'the stages, items and sections of a model', he: 'השלבים, הפריטים והפרקים של מודל' },
        examples: ['partner model show', 'partner model show iblf-10 --json'],
        run: async (...run) => (await import('../commands/model.ts')).showModel(...run),
      },
      {
        name: 'new',
        args: '<dir>',
        completes: ['folder'],
        about: { en: 'copy a model to make it your own', he: 'להעתיק מודל כדי לשנות אותו' },
        options: [
          {
            flags: '--from <id-or-dir>',
            about: { en: 'the model to copy (iblf-10)', he: 'המודל שיועתק (iblf-10)' },
            completes: 'model',
          },
          {
            flags: '--id <id>',
            about: { en: "its id (made from the folder's name)", he: 'המזהה שלו (נוצר משם התיקייה)' },
          },
          dryRun,
        ],
        examples: ['partner model new our-model', 'partner model new our-model --from partnering-cycle-12'],
        run: async (...run) => (await import('../commands/new-model.ts')).newModel(...run),
      },
      {
        name: 'check',
        args: '<dir>',
        completes: ['folder'],
        about: { en: 'check a model of your own', he: 'לבדוק מודל משלכם' },
        examples: ['partner model check ./our-model'],
        run: async (...run) => (await import('../commands/model.ts')).checkOwnModel(...run),
      },
      {
        name: 'upgrade',
        about: {
          en: 'bring the partnership to a newer version of its model; what people wrote stays',
          he: 'להעביר את השותפות לגרסה חדשה יותר של המודל שלה; מה שאנשים כתבו נשאר',
        },
        options: [
          {
            flags: '--to <version>',
            about: { en: 'to that version (the newest)', he: 'לגרסה הזאת (החדשה ביותר)' },
          },
          {
            flags: '--model <dir>',
            about: {
              en: 'the folder of the new version, where the model is your own',
              he: 'התיקייה של הגרסה החדשה, אם המודל שלכם',
            },
            completes: 'folder',
          },
          {
            flags: '--yes',
            about: { en: 'write without asking', he: 'לכתוב בלי לשאול' },
          },
          dryRun,
          commit,
        ],
        examples: ['partner model upgrade --dry-run', 'partner model upgrade --model ./our-model'],
        run: async (...run) => (await import('../commands/upgrade-model.ts')).upgradeModel(...run),
      },
    ],
  },
  {
    name: 'schema',
    triedAs: ['schemas', 'jsonschema'],
    topics: ['format'],
    args: '[kind]',
    completes: ['schema'],
    about: {
      en: 'the JSON Schemas of the files, for editors; --write makes those in the folder anew',
      he: 'סכמות JSON של הקבצים, לעורכי טקסט; --write יוצר מחדש את אלה שבתיקייה',
    },
    options: [
      {
        flags: '--model <id-or-dir>',
        about: { en: 'after that model', he: 'לפי המודל הזה' },
        completes: 'model',
      },
      {
        flags: '--write',
        about: {
          en: "write them into the partnership, and tell each file's first lines of its own",
          he: 'לכתוב אותן בתיקיית השותפות, ולהפנות אליהן בראש כל קובץ',
        },
      },
      dryRun,
    ],
    examples: ['partner schema partnership', 'partner schema planning --lang he', 'partner schema --write'],
    run: async (...run) => (await import('../commands/schema.ts')).schema(...run),
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
        run: async (...run) => (await import('../commands/git-setup.ts')).gitInstall(...run),
      },
      {
        name: 'uninstall',
        about: { en: 'take all of that back', he: 'לבטל את כל זה' },
        options: [dryRun],
        examples: ['partner git uninstall'],
        run: async (...run) => (await import('../commands/git-setup.ts')).gitUninstall(...run),
      },
      {
        name: 'merge-driver',
        hidden: true,
        args: '<size> <base> <ours> <theirs> <path>',
        about: { en: 'merge one file; called by git', he: 'מיזוג של קובץ אחד; גיט מריץ זאת' },
        examples: ['partner git merge-driver 7 base.yaml ours.yaml theirs.yaml reviews.yaml'],
        run: async (invocation, args) =>
          (await import('../commands/git-merge-driver.ts')).mergeDriver(invocation, args),
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
    run: async (...run) => (await import('../commands/unlock.ts')).unlockPartnership(...run),
  },
  {
    name: 'completion',
    args: '<shell>',
    completes: ['shell'],
    about: {
      en: 'the script that makes a shell complete commands, ids and keys: bash, zsh, fish or powershell',
      he: 'הסקריפט שבעזרתו המעטפת (shell) משלימה פקודות, מזהים ומפתחות: bash,‏ zsh,‏ fish או powershell',
    },
    examples: ['partner completion bash', 'partner completion zsh > _partner'],
    run: async (...run) => (await import('../commands/completion.ts')).completion(...run),
  },
  helpSpec,
];
