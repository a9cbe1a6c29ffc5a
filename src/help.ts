import type { OptionSpec } from './command-specs/command-spec.ts';
import type { Bilingual } from './core/problem.ts';

/** What the program is, in one sentence. */
export const programSummary: Bilingual = {
  en: 'Track partnerships between business and community, stage by stage, in plain files.',
  he: 'מעקב אחר שותפויות בין עסקים לקהילה, שלב אחר שלב, בקבצים פשוטים.',
};

/** The options that every command takes, before or after its name. */
export const globalOptionSpecs: readonly OptionSpec[] = [
  {
    flags: '-C, --dir <dir>',
    about: { en: 'work as if started in that folder', he: 'לעבוד כאילו הופעל בתיקייה הזאת' },
    completes: 'folder',
  },
  { flags: '--json', about: { en: 'print the result as JSON', he: 'להדפיס את התוצאה כ־JSON' } },
  {
    flags: '--lang <lang>',
    about: { en: 'language of messages and reports', he: 'שפת ההודעות והדוחות' },
    choices: ['he', 'en'],
  },
  { flags: '--no-input', about: { en: 'never ask', he: 'לא לשאול דבר' } },
  { flags: '--no-color', about: { en: 'no colours', he: 'בלי צבעים' } },
  { flags: '--quiet', about: { en: 'say only what was asked for', he: 'לומר רק מה שנתבקש' } },
  {
    flags: '--today <date>',
    about: { en: 'take this day as today', he: 'לראות ביום הזה את היום' },
    isDate: true,
  },
];

/** Words of the help pages. */
export const helpTerms = {
  help: { en: 'show this help', he: 'להראות עזרה זו' },
  helpCommand: { en: 'show the help of a command', he: 'להראות עזרה לפקודה' },
  version: { en: 'show the version', he: 'להראות את הגרסה' },
  examples: { en: 'Examples:', he: 'דוגמאות:' },
  start: {
    en: 'Start with `partner init DIR`; then `partner status` says what comes next.',
    he: 'מתחילים ב־`partner init DIR`; אחר כך `partner status` אומר מה הצעד הבא.',
  },
} satisfies Record<string, Bilingual>;

/** The parser's own options. */
export const helpOption: OptionSpec = { flags: '-h, --help', about: helpTerms.help };
export const versionOption: OptionSpec = { flags: '-V, --version', about: helpTerms.version };

/** Commander's own titles in Hebrew. */
export const hebrewTitles: Readonly<Record<string, string>> = {
  'Usage:': 'שימוש:',
  'Arguments:': 'ארגומנטים:',
  'Options:': 'אפשרויות:',
  'Commands:': 'פקודות:',
  'Global Options:': 'אפשרויות לכל הפקודות:',
};
