import type { OptionSpec } from './command-specs/command-spec.ts';
import type { Bilingual } from './core/problem.ts';
import type { Language } from './core/schema/partnership.ts';
import type { HelpTitles } from './render/help/help-page.ts';

/** What the program is, in one sentence. */
export const programSummary: Bilingual = {
  en: 'Track partnerships between business and community, stage by stage, in plain files.',
  he: 'מעקב אחר שותפויות בין עסקים לקהילה, שלב אחר שלב, בקבצים פשוטים.',
};

/** The way of a partnership in four commands. */
export const programExamples: readonly string[] = [
  'partner init readers --name "Readers in the South"',
  'partner status',
  'partner check partners-saw-draft --by "Priya Nair"',
  'partner advance --reviewer "Ruth Adeyemi:calder"',
];

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
  { flags: '-q, --quiet', about: { en: 'say only what was asked for', he: 'לומר רק מה שנתבקש' } },
  {
    flags: '--today <date>',
    about: { en: 'take this day as today', he: 'לראות ביום הזה את היום' },
    isDate: true,
  },
];

/** The option that shows help; every command has it. */
export const helpOption: OptionSpec = {
  flags: '-h, --help',
  about: { en: 'show this help', he: 'להציג את העזרה הזאת' },
};

/** The option that shows the version. */
export const versionOption: OptionSpec = {
  flags: '-V, --version',
  about: { en: 'show the version', he: 'להציג את הגרסה' },
};

/** The titles of a help page. */
export const helpTitles: Readonly<Record<Language, HelpTitles>> = {
  en: { usage: 'Usage:', examples: 'Examples:' },
  he: { usage: 'שימוש:', examples: 'דוגמאות:' },
};

/** Words of the help pages. */
export const helpTerms = {
  commands: { en: 'Commands:', he: 'פקודות:' },
  topics: { en: 'The method, and what else there is to know:', he: 'השיטה, ומה עוד כדאי לדעת:' },
  options: { en: 'Options:', he: 'אפשרויות:' },
  globalOptions: { en: 'Options of every command:', he: 'אפשרויות של כל הפקודות:' },
  readOn: {
    en: 'Read on with `partner help COMMAND`, `partner help TOPIC` or `partner help SECTION`, such as `partner help sources`.',
    he: 'להמשך קריאה: `partner help COMMAND`, `partner help TOPIC` או `partner help SECTION`, למשל `partner help sources`.',
  },
  start: {
    en: 'Start with `partner init DIR`; then `partner status` says what comes next.',
    he: 'מתחילים ב־`partner init DIR`; אחר כך `partner status` אומר מה הצעד הבא.',
  },
} satisfies Record<string, Bilingual>;

/** The sentence that points from a command to the topics behind it. */
export function seeTopics(topics: readonly string[]): Bilingual {
  const named = topics.map((topic) => `\`partner help ${topic}\``);
  const last = named.at(-1) ?? '';
  const before = named.slice(0, -1).join(', ');
  return {
    en: `Background: ${before === '' ? last : `${before} and ${last}`}.`,
    he: `רקע: ${before === '' ? last : `${before} ו־${last}`}.`,
  };
}
