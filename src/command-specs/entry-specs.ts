import { type CommandSpec, commit, dryRun } from './command-spec.ts';

/** The commands that put entries into the files of a partnership, and take them out. */
export const entrySpecs: readonly CommandSpec[] = [
  {
    name: 'add',
    group: 'daily',
    triedAs: ['insert', 'append'],
    topics: ['format'],
    args: '<section> [key=value...]',
    completes: ['section', 'entry-assignment'],
    about: { en: 'add an entry to a section', he: 'להוסיף רשומה לפרק' },
    options: [dryRun, commit],
    examples: [
      'partner add sources title="Youth survey" url=https://example.org',
      'partner add partners name="Harbour Trust" sector=foundation',
      'partner add contributions type=cash partner=calder amount=500 on=2026-11-19',
    ],
    run: async (...run) => (await import('../commands/add.ts')).add(...run),
  },
  {
    name: 'set',
    group: 'daily',
    triedAs: ['edit', 'update', 'change', 'modify'],
    topics: ['format'],
    args: '<section/id> [key=value...]',
    completes: ['settable', 'assignment'],
    about: {
      en: 'change fields of an entry, or of a section that is one mapping',
      he: 'לשנות שדות של רשומה, או של פרק שהוא מיפוי אחד',
    },
    options: [dryRun, commit],
    examples: [
      'partner set pledges/brightline-2027 status=signed',
      'partner set stages/reviewing owner="Helen Marsh" due=2027-03-01',
      'partner set exit decision=institutionalise',
      'partner set vision "A skilled job within walking distance"',
    ],
    run: async (...run) => (await import('../commands/set.ts')).set(...run),
  },
  {
    name: 'remove',
    group: 'daily',
    triedAs: ['rm', 'delete', 'del'],
    args: '<section/id>',
    completes: ['entry'],
    about: { en: 'remove an entry', he: 'להסיר רשומה' },
    options: [dryRun, commit],
    examples: ['partner remove risks/no-shows', 'partner remove sources/claimants --dry-run'],
    run: async (...run) => (await import('../commands/remove.ts')).remove(...run),
  },
  {
    name: 'record',
    group: 'measure',
    triedAs: ['observe', 'measure', 'log-value'],
    topics: ['metrics'],
    args: '[metric] [figure]',
    completes: ['metric'],
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
        completes: 'file',
      },
      { flags: '--source <text>', about: { en: 'where the figure comes from', he: 'מקור הנתון' } },
      { flags: '--method <text>', about: { en: 'how it was measured', he: 'איך נמדד' } },
      { flags: '--by <name>', about: { en: 'who records it', he: 'מי רושם' }, completes: 'person' },
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
      'partner record',
      'partner record starters 96 --source "College register" --on 2026-11-18',
      'partner record completion 24/26 --source "College register"',
      'partner record --from observations.csv --by "Priya Nair"',
    ],
    run: async (...run) => (await import('../commands/record.ts')).record(...run),
  },
];
